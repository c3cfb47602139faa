"""What a story says, in sentences of plain words that say no more than figures and dates do."""

from collections.abc import Sequence
from datetime import date

from inspector.evidence.effects import GAINS, Tested, began
from inspector.evidence.records import submitted
from inspector.evidence.series import sureness
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection
from inspector.model.months import day_month_year, month_year
from inspector.model.traces import Trace
from inspector.model.words import agree, plural, short
from inspector.telling.doubtful import LOW, other_reasons

DECIDED = {"adopt": "adopted", "adapt": "adapted"}
SAME = "Test {id} began within that time, on {day}, and was {decided}; nobody can tell which came first."
BEFORE = "Test {id} began before that, on {day}, and was {decided}."
UNUSED = "No finding for improvement rests on it."
FIRST = {
    "before": "{first} began before the {what} did.",
    "within": "{first} began within that time; nobody can tell which came first.",
    "after": "{first} began after the {what} did.",
}
"""How the first test that names a measure lies to what it lost, or gained and lost again."""


def says(moved: Fact, claim: Fact | None, tested: Tested | None, evidence: Evidence) -> str:
    """What a measure did, since when and how surely, and how the work that names it lies to that."""
    return f"{_did(moved)} {_work(moved, claim, tested, evidence)}"


def _did(moved: Fact) -> str:
    fields, title = moved.fields, short(str(moved.fields["title"]), 160)
    began_in, probability = str(fields.get("began", "")), fields.get("probability")
    sure = f" ({sureness(probability)})" if isinstance(probability, float) else ""
    if fields["call"] == "faded-gain":
        fell = fields.get("fell")
        gone = f"; by {month_year(fell)} half of that or more was gone" if isinstance(fell, date) else ""
        return f"{title} got better and went back{sure}. The gain began {began_in}{gone}."
    if fields["call"] == "loss":
        return f"{title} got worse{sure}. That began {began_in}."
    held = int(str(fields.get("held_months", 0)))
    lasted = f", and has held for {plural(held, 'month')}" if held else ""
    return f"{title} got better{sure}. That began {began_in}{lasted}."


def _work(moved: Fact, claim: Fact | None, tested: Tested | None, evidence: Evidence) -> str:
    """How the tests that name it lie to what it did."""
    if not submitted(evidence, "improvement-log"):
        return "There is no log of tests."
    if tested is None:
        return "No test of the log names it."
    if tested.entry is not None:
        return _matched(tested, tested.entry)
    why = str(claim.fields.get("why", "")) if claim else ""
    if why:
        return f"{why[:1].upper()}{why[1:]}."
    if not tested.tests:
        many = tested.apart.recorded
        return (
            f"{plural(many, 'test')} {agree(many, 'names', 'name')} it, and {agree(many, 'is', 'all are')} set aside."
        )
    start = began(tested.tests[0])
    if tested.gained or tested.span is None or start is None:
        return "Whether a test that names it came first cannot be told."
    return _of_first(len(tested.tests), tested.span.order(start), moved)


def _of_first(many: int, order: str, moved: Fact) -> str:
    first = "The one test that names it" if many == 1 else f"The first of {many} tests that name it"
    return FIRST[order].format(first=first, what="loss" if moved.fields["call"] == "loss" else "gain")


def _matched(tested: Tested, entry: LogEntry) -> str:
    """How the test that a gain followed, or came with, lies to it."""
    text, day = SAME if tested.match == "same-time" else BEFORE, began(entry)
    decided = DECIDED.get(entry.decision or "", "kept")
    return text.format(id=short(entry.id), day=day_month_year(day) if day else "", decided=decided)


def doubts(moved: Fact, objection: str | None, traces: Sequence[Trace], inspection: Inspection) -> tuple[str, ...]:
    """What speaks against a story in words: what would make the gain worth less, what is asked, why its figures bear less."""
    indicator, found = moved.fields["indicator"], [objection] if objection else []
    better = (one for one in inspection.findings if one.direction == "better" and moved.id in one.facts)
    if moved.fields["call"] in GAINS and next(better, None) is None:
        found.append(UNUSED)
    found += [trace.says for trace in traces]
    for one in inspection.trust:
        if one.evidence == f"indicator/{indicator}" and one.trust in LOW:
            reasons = "; ".join(other_reasons(one, inspection.traces))
            known = not reasons or reasons in (objection or "")
            found += [] if known else [f"Its figures bear less than they show: {reasons}."]
    return tuple(dict.fromkeys(found))
