"""About one indicator no two sentences say moved and not moved, better and worse since one date, tested and never tested."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tests.truth.case import Case, Said
from tests.truth.laws import law
from tests.truth.ledger import See
from tests.truth.sentences import DATES, without_aside

_WHEN = rf"(?:about )?({DATES.pattern})"
_GAINED = (
    r"got better|has stayed better|better from|getting better|to get better|a (?:\w+ )?gain \(|the gain that",
    r"worse from|got worse(?!, or| or went back)|a loss|lost ground",
)
_CLAIMS = (
    ("still", re.compile(r"\bno lasting change\b(?! of the figures is seen)|\b(?:has|have|did) not moved?\b")),
    ("better", re.compile(rf"\b(?:{_GAINED[0]})")),
    ("worse", re.compile(rf"\b(?:{_GAINED[1]})")),
    ("faded", re.compile(r"\bhas gone back\b|\bhas faded\b|(?<!or )\bwent back\b")),
    (
        "followed",
        re.compile(r"\bwhen test \S+ was (?:started|begun)|\bafter what was tried\b|\bno earlier than test\b"),
    ),
    ("unexplained", re.compile(r"\bno (?:recorded )?test (?:comes|began|came) shortly before\b", re.IGNORECASE)),
    ("tested", re.compile(r"\b[1-9]\d* tests?(?: of change)? (?:names?|tr(?:y|ies))\b")),
    ("untested", re.compile(r"\bnobody has tried\b|\bno test names\b|\bnever (?:tried|tested)\b")),
)
_BEGAN = r"(?:\([^)]*\) )?(?:that )?began(?: in)?"
_BETTER_SINCE = re.compile(rf"(?:better from|gain {_BEGAN}|getting better from|got better from) {_WHEN}")
_WORSE_SINCE = re.compile(
    rf"(?:worse from|loss {_BEGAN}|got worse[^.]*? since|gone back since|back[^.;]*? since) {_WHEN}"
)
_AGAINST = (
    ("still", "better"), ("still", "worse"), ("still", "faded"), ("better", "worse"), ("worse", "faded"),
    ("followed", "unexplained"), ("tested", "untested"),
)  # fmt: skip


def about(case: Case, title: str) -> Iterator[Said]:
    """The statements whose subject is the indicator of that title."""
    longer = tuple(other for other in case.titles if other.startswith(title) and other != title)
    for said in case.statements():
        if said.about.startswith(("signal/self-claims", "signal/balancing", "argument/")):
            continue
        says = without_aside(said.says)
        subject = says.startswith((f"{title}: ", f"{title} ")) and not says.startswith(longer or ("\0",))
        if "watched beside it" in says:
            continue
        quoted = said.about.startswith(f"{case.framework}/") and says.count("'") == 2 and f"'{title}'" in says
        if subject or quoted:
            yield said


@law
def no_indicator_is_told_of_in_two_ways(case: Case, see: See) -> None:
    """About one indicator no two sentences contradict each other."""
    for title in case.titles:
        claims: dict[str, list[Said]] = defaultdict(list)
        for said in about(case, title):
            for name, pattern in _CLAIMS:
                if pattern.search(said.says):
                    claims[name].append(said)
        for one, other in _AGAINST:
            both = claims[one] and claims[other] and not ({one, other} == {"better", "worse"} and claims["faded"])
            see.claim(not both, _two(title, one, other, claims) if both else "")


def _two(title: str, one: str, other: str, claims: dict[str, list[Said]]) -> str:
    first, second = claims[one][0], claims[other][0]
    return f"{title} is {one} and {other}: [{first.id}] {first.says!r} and [{second.id}] {second.says!r}"


@law
def nothing_begins_at_two_times(case: Case, see: See) -> None:
    """A gain or loss of an indicator begins at one time in every sentence, and gain and loss at two."""
    for title in case.titles:
        better: dict[str, str] = {}
        worse: dict[str, str] = {}
        for said in about(case, title):
            for pattern, into in ((_BETTER_SINCE, better), (_WORSE_SINCE, worse)):
                for found in pattern.finditer(said.says):
                    into.setdefault(_month_of(found[1]), said.id)
        see.order(len(better) <= 1, f"{title}: better since {better}")
        see.order(len(worse) <= 1, f"{title}: worse since {worse}")
        see.order(
            not set(better) & set(worse),
            f"{title}: better and worse since {set(better) & set(worse)}: {better} {worse}",
        )


def _month_of(text: str) -> str:
    return text.split(" ", 1)[1] if re.match(r"\d\d? [A-Z]", text) else text


@law
def a_probability_is_said_once(case: Case, see: See) -> None:
    """The probability of what an indicator did is the same wherever a finding says it."""
    for title in case.titles:
        told: dict[str, str] = {}
        for said in about(case, title):
            found = re.search(
                r"Probability (?:of this|that it got [a-z ]+): (over 0\.99|under 0\.01|0\.\d+|1)", said.says
            )
            if found:
                told.setdefault(found[1], said.id)
        see.claim(len(told) <= 1, f"{title}: {told}")
