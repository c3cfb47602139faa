"""Many records made or changed in the same moment, though they tell of very different times.

Tests:
    How many records were made on one day, or in one minute: `recorded_at` of the log, `revised_on` or else
    `recorded_on` of the figures. The largest batch whose events lie more than six weeks apart is held against the
    batches of all other days; records of one minute against as many typed within half an hour. A month entered at
    its end is no such batch.

Why it matters:
    Records that were changed together were changed for one reason. What it was, and what they said before, decides
    whether they still tell of their own time.

Innocent explanations:
    Data were carried over from another system or spreadsheet.
    A definition or code was corrected throughout.
    The system stamps every row anew when a list is saved.

Ask:
    What was done on that day, by whom, and on whose request?
    May we see these records as they were before?
    Does the system keep a history of changes?

Cannot tell:
    What was changed. Nothing is seen where all records carry the same day, as after an extract, or where less
    than six other days are known to compare with; nor are changes spread over many days.

Reference:
    Feller (1968), An Introduction to Probability Theory and Its Applications, vol. 1, 3rd ed. (coincidences); MHRA
    (2018), GXP Data Integrity Guidance and Definitions, section 6.13 (audit trails).
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from inspector.evidence import declared
from inspector.model.declared import Event
from inspector.model.evidence import Evidence
from inspector.model.facts import About
from inspector.model.rows import Located
from inspector.model.traces import Trace
from inspector.probes import FIELDS, Teller, series

ABOUT = About(id="bulk-edits", title="Many records in the same moment", fields=FIELDS, needs=("improvement-log",))
LOOKS_AT = "when records were made"
STRIKES = True
ALPHA = 0.005
FEWEST, DAYS = 24, 6
"""Records with a moment, and different days among them."""
APART = 45
"""Days between the first and the last event of a batch from which it cannot be one month entered at its end."""
LEAST, LARGE = 5, 0.05
"""Records, and share of all, from which a batch is worth a question."""
DECLARED: tuple[Event, ...] = ("carried-over", "entered-together", "backlog")
"""What an authority may declare of it."""
INNOCENT = (
    "Data were carried over from another system or spreadsheet.",
    "A definition or code was corrected throughout.",
    "The system stamps every row anew when a list is saved.",
)
ASK = (
    "What was done on that day, by whom, and on whose request?",
    "May we see these records as they were before?",
    "Does the system keep a history of changes?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


class _Record(NamedTuple):
    event: date
    day: date
    minute: int | None
    row: Located


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the log and one for each indicator whose figures say when they were recorded or revised."""
    subjects: dict[str, list[_Record]] = {}
    if evidence.log:
        subjects["improvement-log"] = [
            _Record(e.raised_on, e.recorded_at.date(), _minute(e.recorded_at.hour, e.recorded_at.minute), e)
            for e in evidence.log
            if e.recorded_at is not None
        ]
    for id, figures in series(evidence).items():
        dated = [(f, f.revised_on or f.recorded_on) for f in figures]
        records = [_Record(f.period_end, day, None, f) for f, day in dated if day is not None]
        if records:
            subjects[f"indicator/{id}"] = records
    told = {name: declared.apart(evidence, DECLARED, records, _row) for name, records in subjects.items()}
    tested = [_tested(name, one.rest, one.note) for name, one in told.items() if _enough(one.rest)]
    few = [name for name, one in told.items() if not _enough(one.rest)]
    short = (
        f"{FEWEST} records made on {DAYS} different days or more are needed, which is not so in {', '.join(few[:4])}"
        f"{' and others' if len(few) > 4 else ''}."
    )
    where = "improvement-log" if few == ["improvement-log"] else "indicators"
    short += "".join(dict.fromkeys(told[name].note for name in few))
    n = sum(len(told[name].rest) for name in few)
    return TELL.settled(tested, where, short if few else "", "No record says when it was made or changed.", n)


def _row(one: _Record) -> Located:
    return one.row


def _minute(hour: int, minute: int) -> int | None:
    return 60 * hour + minute or None


def _enough(records: Sequence[_Record]) -> bool:
    return len(records) >= FEWEST and len({one.day for one in records}) >= DAYS


def _tested(subject: str, records: Sequence[_Record], note: str) -> Trace:
    n, (p_value, batch) = len(records), _least_likely(records)
    asks = p_value is not None and p_value < ALPHA and len(batch) >= max(LEAST, LARGE * n)
    says = f"{n} records; none of the days on which they were made stands out."
    if asks:
        events = sorted(one.event for one in batch)
        day = batch[0].day.isoformat()
        same_day = sum(one.day == batch[0].day for one in records)
        when, beside = f"on {day}", "on other days it was never more"
        if len(batch) < same_day:
            when, beside = f"in one minute of {day}", f"{same_day} were on that day"
        says = (
            f"{len(batch)} of {n} records were made or changed {when}, about events from "
            f"{events[0].isoformat()} to {events[-1].isoformat()}; {beside}."
        )
    return TELL.tested(
        "question" if asks else "clear",
        subject,
        says + note,
        n,
        p_value=p_value,
        effect=len(batch) / n if asks else 0.0,
        smallest=max(LARGE, LEAST / n),
        rows=[one.row for one in (batch if asks else records)],
    )


def _least_likely(records: Sequence[_Record]) -> tuple[float | None, list[_Record]]:
    """The chance of the least likely batch, and the batch: all records of a day, or of one of its minutes."""
    from inspector.stats.batches import large_batch, same_minute

    days: dict[date, list[_Record]] = {}
    for one in records:
        days.setdefault(one.day, []).append(one)
    sizes = [len(batch) for batch in days.values()]
    found: list[tuple[float, int, date, list[_Record]]] = []
    for day in sorted(days):
        batch = days[day]
        events = sorted(one.event for one in batch)
        if (events[-1] - events[0]).days <= APART:
            continue
        if len(batch) == max(sizes):
            found.append((large_batch(sizes, len(batch)), -len(batch), day, batch))
        minute, many = _fullest(batch)
        if many >= LEAST:
            p_value = len(days) * same_minute(len(batch), many)
            found.append((p_value, -many, day, [one for one in batch if one.minute == minute]))
    if not found:
        return None, []
    best = min(found, key=lambda one: one[:3])
    return 2 * best[0], best[3]


def _fullest(batch: Sequence[_Record]) -> tuple[int | None, int]:
    minutes = Counter(one.minute for one in batch if one.minute is not None)
    return max(minutes.items(), key=lambda one: (one[1], -one[0]), default=(None, 0))
