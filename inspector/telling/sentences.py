"""What a story says, in sentences of plain words that say no more than figures and dates do."""

from collections.abc import Sequence
from datetime import date

from inspector.evidence.effects import began
from inspector.evidence.records import submitted
from inspector.evidence.series import sureness
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection
from inspector.model.months import day_month_year, month_year
from inspector.model.traces import Trace
from inspector.model.words import agree, plural, short

LOW = ("exposed", "compromised")
DECIDED = {"adopt": "adopted", "adapt": "adapted"}
SAME = "Test {id} began within that time, on {day}, and was {decided}; nobody can tell which came first."
BEFORE = "Test {id} began before that, on {day}, and was {decided}."
OF_LOSS = {
    "worsened": "{tests} {name} it; {first} had begun by then, or cannot be told not to have.",
    "faded": "{tests} {name} it; {first} had begun when the gain did, or cannot be told not to have.",
    "moved-before": "{tests} {name} it; {first} began only after that.",
}


def says(moved: Fact, claim: Fact | None, claimed: LogEntry | None, evidence: Evidence) -> str:
    """What a measure did, since when and how surely, and how the work that names it lies to that."""
    return f"{_did(moved)} {_work(claim, claimed, evidence)}"


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


def _work(claim: Fact | None, claimed: LogEntry | None, evidence: Evidence) -> str:
    if claimed is not None and claim is not None:
        text = SAME if claim.fields["outcome"] == "same-time" else BEFORE
        day = began(claimed)
        decided = DECIDED.get(claimed.decision or "", "kept")
        return text.format(id=short(claimed.id), day=day_month_year(day) if day else "", decided=decided)
    if claim is None:
        return (
            "No test that counts names it." if submitted(evidence, "improvement-log") else "There is no log of tests."
        )
    why = str(claim.fields.get("why", ""))
    if why:
        return f"{why[:1].upper()}{why[1:]}."
    tests = int(str(claim.fields.get("tests", 0)))
    text = OF_LOSS.get(str(claim.fields["outcome"]), "{tests} {name} it; whether they had an effect cannot be told.")
    return text.format(
        tests=plural(tests, "test"), name=agree(tests, "names", "name"), first=agree(tests, "it", "the first")
    )


def doubts(indicator: str, objection: str | None, traces: Sequence[Trace], inspection: Inspection) -> tuple[str, ...]:
    """What speaks against a story in words: what would make the gain worth less, what is asked, why its figures bear less."""
    found = [objection] if objection else []
    found += [trace.says for trace in traces]
    for one in inspection.trust:
        if one.evidence == f"indicator/{indicator}" and one.trust in LOW and one.reasons:
            found.append(f"Its figures bear less than they show: {'; '.join(one.reasons)}.")
    return tuple(dict.fromkeys(found))
