"""Entries recorded long after the event, many of them together in the last weeks before the inspection.

Tests:
    How many days lie between an event and its record: from the day an idea was raised to `recorded_at` of the log entry,
    from the end of a period to `recorded_on` of its figure. Long delays in the last one to thirteen weeks, and since the
    inspection was announced, are compared with their share over the whole time; backlogs that come in batches at other
    times make the comparison weaker.

Why it matters:
    What is written down months later from memory, and in one go before a visit, says less about what was done at the time.

Innocent explanations:
    A backlog was worked off after an absence or a change of system.
    Somebody went round and collected what teams had kept on paper.
    Several months are always entered together.

Ask:
    What was this written from, and may we see the notes made at the time?
    Who wrote these entries in those weeks, and what made it possible then?
    What else from that time has still not been written down?

Cannot tell:
    Whether what was recorded late took place. Nothing is seen where no record carries the day it was made, where all
    records were made in the same weeks, or where the system overwrites that day with each edit.

Reference:
    Kulldorff (1997), Communications in Statistics 26(6), 1481-1496 (scanning windows); Taylor et al. (2014),
    BMJ Quality & Safety 23(4), 290-298 (PDSA cycles documented as they happen).
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from inspector.evidence import declared
from inspector.model.declared import Event
from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.rows import Located
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller, series

ABOUT = About(
    id="late-entries", title="Entries recorded long after the event", fields=FIELDS, needs=("improvement-log",)
)
LOOKS_AT = "when records were made"
STRIKES = True
ALPHA = 0.01
FEWEST = 24
LEAST = 0.01
"""Share of all records beyond the expected from which a question is worth putting."""
WINDOWS = (7, 14, 28, 56, 91)
DECLARED: tuple[Event, ...] = ("carried-over", "entered-together", "backlog")
"""What an authority may declare of it."""
INNOCENT = (
    "A backlog was worked off after an absence or a change of system.",
    "Somebody went round and collected what teams had kept on paper.",
    "Several months are always entered together.",
)
ASK = (
    "What was this written from, and may we see the notes made at the time?",
    "Who wrote these entries in those weeks, and what made it possible then?",
    "What else from that time has still not been written down?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


class _Record(NamedTuple):
    event: date
    recorded: date
    row: Located


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the log and one for each indicator whose figures say when they were recorded."""
    subjects = [("improvement-log", _log(evidence), len(evidence.log))] if evidence.log else []
    for id, figures in series(evidence).items():
        dated = [_Record(f.period_end, f.recorded_on, f) for f in figures if f.recorded_on is not None]
        if dated:
            subjects.append((f"indicator/{id}", dated, len(figures)))
    told = [
        (name, declared.apart(evidence, DECLARED, _usable(records, evidence), _row)) for name, records, _ in subjects
    ]
    enough = [(name, one) for name, one in told if len(one.rest) >= FEWEST]
    tested = [_tested(name, one.rest, evidence.notified_on, one.note) for name, one in enough]
    few = [name for name, _, _ in subjects if name not in dict(enough)]
    n = sum(len(records) for name, records, _ in subjects if name in few)
    short = (
        f"{FEWEST} records with the day they were made are needed; too few have one in {', '.join(few[:4])}"
        f"{' and others' if len(few) > 4 else ''}."
    )
    short += "".join(dict.fromkeys(one.note for name, one in told if name in few))
    where = "improvement-log" if few == ["improvement-log"] else "indicators"
    return TELL.settled(tested, where, short if few else "", "No record says when it was made.", n)


def _row(one: _Record) -> Located:
    return one.row


def _log(evidence: Evidence) -> list[_Record]:
    return [
        _Record(entry.raised_on, entry.recorded_at.date(), entry)
        for entry in evidence.log
        if entry.recorded_at is not None
    ]


def _usable(records: Sequence[_Record], evidence: Evidence) -> list[_Record]:
    """Records in order, without those made before the event or after the evidence was submitted: their days are odd."""
    last = evidence.submitted_at or date.max
    kept = [one for one in records if one.event <= one.recorded <= last]
    return sorted(kept, key=lambda one: (one.recorded, one.event, one.row.resource, one.row.row))


def _tested(subject: str, records: Sequence[_Record], notified: date | None, note: str) -> Trace:
    import numpy as np

    from inspector.stats.flurry import flurry

    recorded = np.array([one.recorded.toordinal() for one in records], dtype=np.float64)
    delay = np.array([(one.recorded - one.event).days for one in records], dtype=np.float64)
    n, end = len(records), float(recorded[-1])
    starts = [end - days + 1 for days in WINDOWS]
    if notified is not None and notified.toordinal() <= end:
        starts += [float(notified.toordinal()), float(notified.toordinal() - 28)]
    found = flurry(recorded, delay, tuple(starts))
    excess = len(found.inside) - found.expected
    asks = found.p_value is not None and found.p_value < ALPHA and excess >= LEAST * n
    since = date.fromordinal(round(found.since))
    says = (
        f"{len(found.inside)} of {n} records {agree(len(found.inside), 'was', 'were')} made since "
        f"{since.isoformat()} and more than {found.longer:.0f} days "
        f"after the event; by their share at other times one would expect about {found.expected:.1f}."
    )
    if not asks:
        says = f"{n} records; those of the last weeks were made no longer after the event than chance explains."
    return TELL.tested(
        "question" if asks else "clear",
        subject,
        says + note,
        n,
        p_value=found.p_value,
        effect=excess / n,
        smallest=max(LEAST, 6 / n),
        rows=[records[place].row for place in found.inside] if asks else [one.row for one in records],
    )
