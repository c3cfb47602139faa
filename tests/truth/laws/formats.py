"""What is read in a format is what the result says: the verdict, the steps of the themes, counts, and every none."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from tests.truth.case import Case
from tests.truth.grammar import bad_grammar
from tests.truth.laws import Law as Law
from tests.truth.laws import law
from tests.truth.ledger import See
from tests.truth.sentences import ROOT

LADDER = ("silent", "set aside", "nothing shown", "stated", "doing", "showing", "lasting")


@cache
def phrases() -> Mapping[str, Any]:
    """The words of the reports, as their file has them."""
    file = ROOT / "inspector" / "report" / "phrases" / "en-GB.yaml"
    found: Mapping[str, Any] = yaml.load(
        file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return found


def _texts(case: Case) -> Iterator[tuple[str, str]]:
    """Each format with its text, spaces made one within a line."""
    for form, text in case.formats.items():
        yield form, "\n".join(re.sub(r"\s+", " ", line).strip() for line in text.splitlines())


@law
def every_format_has_the_verdict(case: Case, see: See) -> None:
    """The verdict stands in every format by its name, with who vouches for it, and before the name of any other."""
    told = case.result["verdict"]
    names = {word: name.casefold() for word, name in phrases()["verdicts"].items()}
    vouched = told.get("assurance", "on-paper").replace("-", " ")
    for form, text in _texts(case):
        said = re.sub(r"\s+", " ", text).casefold()
        found = [
            said.find(f"{name}, {vouched}") for name in (names[told["verdict"]], told["verdict"].replace("-", " "))
        ]
        at = min((place for place in found if place >= 0), default=-1)
        see.claim(at >= 0, f"{form} does not say {told['verdict']}, {vouched}")
        others = {names[word] for word in names if word != told["verdict"]}
        first = [name for name in others if 0 <= said.find(f"{name}, {vouched}") < at]
        see.none(not first, f"{form} says {first} before {told['verdict']}")


@law
def every_format_has_the_steps(case: Case, see: See) -> None:
    """Where a row of a table begins with a theme and has a step, it is the step of that theme."""
    for form, text in _texts(case):
        rows = text.splitlines()
        for theme in case.result["themes"]:
            state = theme.get("state", "stands")
            word = theme["standing"] if state == "stands" else state.replace("-", " ")
            for row in rows:
                if row.startswith(theme["title"]):
                    cells = [cell.strip(" █░▓■□#.-") for cell in re.split(r" \| |  +", row[len(theme["title"]) :])]
                    steps = [cell for cell in cells if cell in LADDER]
                    see.same(f"the step of {theme['theme']} in {form}", steps[0] if steps else word, word)


def _findings(result: Mapping[str, Any], direction: str) -> list[Mapping[str, Any]]:
    return [one for one in result["findings"] if one["direction"] == direction and not one["withdrawn"]]


def _asking(result: Mapping[str, Any]) -> int:
    return sum(one["outcome"] in ("question", "strong-question") for one in result["traces"])


def _stories(result: Mapping[str, Any], *calls: str) -> int:
    return sum(one["call"] in calls for one in result.get("told", {}).get("stories", ()))


def _enquiries(result: Mapping[str, Any]) -> int:
    return len((result.get("fieldwork") or {}).get("enquiries", ())) or len(result["questions_on_site"])


GAINS, LOSSES = ("gradual-gain", "sudden-gain"), ("loss", "faded-gain")
NONES: tuple[tuple[str, Callable[[Mapping[str, Any]], bool]], ...] = (
    ("No question about the evidence is open", lambda r: _asking(r) == 0),
    ("No measure is shown to have got better", lambda r: not _stories(r, *GAINS)),
    ("No measure is shown to have got worse", lambda r: not _stories(r, *LOSSES)),
    ("and nothing speaks against improvement", lambda r: not _stories(r, *LOSSES) and not _findings(r, "worse")),
    ("No measure here did anything that could be told", lambda r: not r.get("told", {}).get("stories")),
    ("No single piece of evidence is known without which", lambda r: not (r.get("would_change") or {}).get("flips")),
    ("Nothing in this evidence speaks against it. Ask all", lambda r: not r.get("case_against")),
    ("There is no improvement score", lambda r: r["verdict"]["score"]["value"] is None),
)
"""Sentences that say none of something, and whether there is none, by the JSON."""
COUNTS: tuple[tuple[str, Callable[[Mapping[str, Any]], int]], ...] = (
    (r"(\d+) findings? (?:was|were) made", lambda r: len(r["findings"])),
    (r"were made, on (\d+) of \d+ themes?", lambda r: sum(bool(one["findings"]) for one in r["themes"])),
    (r"were made, on \d+ of (\d+) themes?", lambda r: len(r["themes"])),
    (r"(\d+) questions? about the evidence (?:is|are) open", _asking),
    (r"(\d+) themes? (?:is|are) silent:", lambda r: sum(one.get("state") == "silent" for one in r["themes"])),
    (r"All (\d+) questions are in the fieldwork plan", _enquiries),
    (r"Improvement score:? (\d[\d.]*) of 100", lambda r: r["verdict"]["score"]["value"] or 0),
)
"""Counts that formats say of their own accord, and what they are by the JSON."""


@law
def a_none_is_none_in_every_format(case: Case, see: See) -> None:
    """What a format says there is none of there is none of."""
    for form, text in _texts(case):
        for words, none in NONES:
            if words in text:
                see.none(none(case.result), f"{form} says {words!r}")


@law
def a_count_is_the_same_in_every_format(case: Case, see: See) -> None:
    """What a format counts is what the JSON has."""
    for form, text in _texts(case):
        whole = text.replace("\n", " ")
        for pattern, count in COUNTS:
            for found in re.findall(pattern, whole):
                see.number(f"{pattern!r} in {form}", float(found), float(count(case.result)))


@law
def what_is_measured_goes_the_same_way_in_every_format(case: Case, see: See) -> None:
    """No format says of a measure that it got better where the result has it worse, or the other way round."""
    stories = {one["title"]: one["call"] for one in case.result.get("told", {}).get("stories", ())}
    for form, text in _texts(case):
        for title, way in re.findall(r"(?m)^(?:[^\w\n]*)([^:\n|]+): (better|worse)(?: since| from|\.)", text):
            call = stories.get(title.strip())
            if call:
                see.same(f"{title} in {form}", way, "worse" if call == "loss" else "better")


@law
def every_format_is_in_good_english(case: Case, see: See) -> None:
    """What formats say of their own accord is grammar, for 0, 1 and many."""
    known = " ".join(said.says for said in case.statements())
    for form in ("html", "markdown"):
        for line in dict.fromkeys(_own(case.formats.get(form, ""))):
            see.ledger.seen["grammar"] += 1
            for wrong in bad_grammar(case.plain(line)):
                snippet = wrong.partition(": ")[2].strip("'\"")
                if not wrong.startswith(("spaces", "a word twice")) and snippet not in known:
                    see.fault(f"{wrong} in {form}: {line[:160]!r}")


def _own(text: str) -> Iterator[str]:
    """The lines that are sentences."""
    for line in text.splitlines():
        if " | " not in line and line.endswith((".", "?", ":")):
            yield line
