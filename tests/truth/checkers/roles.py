"""Each number of a sentence has its place: what stands beside it says what it counts, and that is the field of that name."""

import re
from datetime import date
from typing import Any

from tests.truth.case import Case, Said
from tests.truth.figures import cited, day_of, last_counted, trajectory
from tests.truth.ledger import See, checks
from tests.truth.sentences import MONTHS, long_day, month, without_aside

N = r"(\d+|one|none|no)"
ROLES: dict[str, dict[str, str]] = {
    "recommendation-flow": {
        rf"^Of {N} recommendations?": "made",
        rf"{N} rejected": "rejected",
        rf"{N} (?:was|were) acted on": "acted",
        rf"{N} measured": "measured",
        rf"{N} verified": "verified",
        rf"{N} found to last": "lasting",
        rf"{N} stuck": "stuck",
        rf"{N} (?:is|are) called done": "on_paper",
    },
    "response-to-failure": {
        rf"^{N} reviews?": "reviews",
        rf"{N} looked at the system": "systems",
        rf"of {N} actions?": "actions",
        rf"{N} to the work": "system_actions",
        rf"{N} to individuals": "person_actions",
        rf"{N} (?:has|have) a lesson": "lessons_alone",
    },
    "commitments-kept": {
        rf"^Of {N} ": "made",
        rf"{N} (?:was|were) due": "due",
        rf"and {N} of these (?:is|are) stated as kept": "kept",
        rf"speak about {N} ": "spoke",
        rf"{N} called met (?:is|are) disputed": "disputed",
    },
    "voice-answered": {
        rf"^{N} things? said": "said",
        rf"after {N} of them": "changed",
        rf"told back for {N} of": "told",
    },
    "action-strength": {
        rf"^Of {N} actions?": "actions",
        rf"{N} says? how strong": "known",
        rf"and {N} of these (?:is|are) firm": "firm",
        rf"{N} (?:is|are) stated as done by": "done",
        rf"{N} of them firm": "firm_done",
        rf"{N} (?:was|were) overdue": "overdue",
    },
    "leadership-time": {
        rf"^{N} leaders?": "leaders",
        rf"in {N} periods?": "periods",
        rf"{N} of them states?": "accounted",
    },
    "systemic-conditions": {
        rf"looked for in {N} of": "looked_for",
        rf"looked for in \d+ of {N} reviews?": "reviews",
        rf"found in {N}": "present",
        rf"in {N} of these something": "tracked",
    },
    "regression-to-the-mean": {rf"its {N} figures?": "points", rf"bad spell of {N} point": "spell_points"},
    "step-pattern": {
        rf": {N} gains?\b": "gains",
        rf"{N} gradual": "gradual",
        rf"{N} sudden": "sudden",
        rf"among {N} indicators?": "judged",
    },
    "self-knowledge": {
        rf"^{N} statements?": "statements",
        rf"with {N} claims?": "claims",
        rf"{N} of (?:them|these|it) bad news": "bad_news",
        rf"{N} (?:of these|of them)? ?(?:is|are) named": "losses_named",
    },
    "claimed-effect": {rf"(?:whether|; ) ?{N} tests? (?:that )?names? it": "tests", rf"first of {N} tests": "tests"},
    "held": {rf"has held for {N} months?": "since_months"},
    "trajectory": {rf"held for {N} months?": "held_months", rf"over {N} periods?": "points"},
}


@checks(*(f"signal/{signal}" for signal in ROLES))
def in_their_places(said: Said, case: Case, see: See) -> None:
    """What counts something is the number of it."""
    text = without_aside(said.says)
    title = said.fields.get("title")
    if isinstance(title, str):
        text = text.replace(title, "")
    for pattern, field in ROLES[said.about.removeprefix("signal/")].items():
        for found in re.findall(pattern, text):
            told = {"one": "1", "none": "0", "no": "0"}.get(found, found)
            true = said.fields.get(
                "recorded" if field == "tests" and re.search(r"(?:all are|and is) set aside", text) else field
            )
            if true is not None:
                see.claim(int(told) == true, f"{field} is said to be {told}, and is {true}")


@checks("*")
def tails(said: Said, case: Case, see: See) -> None:
    """What is said to be recorded and set aside is so in the fields, where one sort of record alone is told of."""
    told = re.findall(r"(\d+) [^.;]* (?:was|were) recorded; (\d+) (?:is|are) set aside", said.says)
    if said.about.startswith("signal/") and len(told) == 1 and "recorded" in said.fields and said.fields["set_aside"]:
        true = [said.fields["recorded"], said.fields["set_aside"]]
        see.claim([int(x) for x in told[0]] == true, f"{true[0]} were recorded and {true[1]} are set aside")


@checks("*")
def named_as_registered(said: Said, case: Case, see: See) -> None:
    """What is told of a measure names it as the register does."""
    title = said.fields.get("title")
    if isinstance(title, str) and said.about.startswith("signal/"):
        see.claim(title in case.plain(said.says) or title in said.says, f"does not name {title!r}")


@checks("*")
def windows(said: Said, case: Case, see: See) -> None:
    """`from April 2023 to March 2026` is the time that counts, or that of the figures; a day is one of the bundle's."""
    if not said.about.startswith("signal/"):
        return
    text = case.plain(said.says)
    names = "|".join(MONTHS)
    known = {(month(case.bundle.starts), month(max(case.bundle.starts, last_counted(case))))}
    known.add((month(case.bundle.starts), month(case.bundle.ends)))
    rows = [row for row in cited(said, case, "indicators") if row.day("period_start")]
    for id in {row["indicator"] for row in rows}:
        if move := trajectory(case, id):
            known |= _fields_window(move.fields)
        mine = [row for row in rows if row["indicator"] == id]
        known.add((_month(mine[0].day("period_start")), _month(max(row.day("period_end") or date.min for row in mine))))
        known |= {window for move in case.signals("trajectory", indicator=id) for window in _fields_window(move.fields)}
    known |= _fields_window(said.fields)
    if said.about == "signal/step-pattern":
        known.add((_month(rows[0].day("period_start")), _month(max(row.day("period_end") or date.min for row in rows))))
    for pair in re.findall(rf"((?:{names}) \d{{4}}) to ((?:{names}) \d{{4}})", text):
        see.claim(pair in known, f"{pair[0]} to {pair[1]} is neither the time that counts nor that of its figures")
    days_ = {
        long_day(case.bundle.ends),
        long_day(last_counted(case)),
        long_day(max(case.bundle.starts, last_counted(case))),
        long_day(case.bundle.told),
    }
    days_ |= {
        long_day(day_of(x)) for x in said.fields.values() if isinstance(x, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", x)
    }
    for one in re.findall(rf"(?<!\d)\d\d? (?:{names}) \d{{4}}", text):
        see.claim(one in days_, f"{one} is no day that is told of")


def _month(day: date | None) -> str:
    return month(day) if day else ""


def _fields_window(fields: Any) -> set[tuple[str, str]]:
    if "first" in fields and "last" in fields:
        return {(month(day_of(fields["first"])), month(day_of(fields["last"])))}
    return set()
