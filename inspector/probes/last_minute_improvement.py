"""An improvement log that fills up only once the inspection was announced.

Tests:
    How many entries were raised (and how many recorded) since the announcement, or where none is stated since it may have been
    (91 days before the period ended or the evidence was submitted; six weeks at least), against the pace of all the time
    before and how much it varied from month to month.

Why it matters:
    Improvement that lasts was there before anybody came to look.

Innocent explanations:
    The log itself is new; before, the work went on without it.
    A project with many small tests happened to begin then.
    The announcement reminded people to write down what they do anyway.

Ask:
    What was tried in the same weeks of last year, and where is it written?
    Which of these tests would have been done without the inspection?

Cannot tell:
    A late start from a late show. Nothing is said of fewer than twenty dated entries, or of a log that covers less
    than half a year before the announcement.

Reference:
    Munro (2011), The Munro Review of Child Protection: Final Report, chapter 3 (inspection and what it rewards); Bevan & Hood
    (2006), Public Administration 84(3), 517-538.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from inspector.evidence import declared
from inspector.evidence.announcement import announced_on
from inspector.model.declared import Event
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller

ABOUT = About(
    id="last-minute-improvement",
    title="A log that fills up at the last minute",
    fields=FIELDS,
    needs=("improvement-log",),
)
LOOKS_AT = "when records were made"
STRIKES = True
SUBJECT = "improvement-log"
ALPHA, LEAST = 0.005, 0.1
"""p-value, and share of all entries beyond the usual pace, from which a question is put."""
FEWEST, BEFORE, RECENT = 20, 182, 42
DECLARED: tuple[Event, ...] = ("carried-over", "entered-together", "backlog")
"""What an authority may declare of when entries were recorded; of when they were raised, nothing."""
INNOCENT = (
    "The log itself is new; before, the work went on without it.",
    "A project with many small tests happened to begin then.",
    "The announcement reminded people to write down what they do anyway.",
)
ASK = (
    "What was tried in the same weeks of last year, and where is it written?",
    "Which of these tests would have been done without the inspection?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the improvement log."""
    if not evidence.log:
        return (TELL.not_applicable(SUBJECT, "There is no improvement log, or it has no entries."),)
    dated = [*(e.raised_on for e in evidence.log), *(e.recorded_at.date() for e in evidence.log if e.recorded_at)]
    end = evidence.submitted_at or max(dated)
    since = evidence.notified_on or min(announced_on(evidence), end - timedelta(days=RECENT))
    log = sorted(evidence.log, key=lambda entry: (entry.resource, entry.row))
    told = declared.apart(evidence, DECLARED, _recorded(log, end), lambda one: one[1])
    tested = [
        one
        for what, days in (("raised", _raised(log, end)), ("recorded", told.rest))
        if (one := _late(what, days, evidence.period_start, since, end)) is not None
    ]
    n = len(log)
    if not tested:
        says = f"{FEWEST} dated entries over half a year before {since.isoformat()} are needed."
        return (TELL.too_little(SUBJECT, says, n),)
    chance, excess, what, late = min(tested, key=lambda one: one[:3])
    p_value = chance * len(tested)
    asks = p_value < ALPHA and excess >= LEAST * n
    says = f"{n} entries; those since {since.isoformat()} are no more than chance explains at the pace before."
    if asks:
        says = (
            f"{len(late)} of {n} entries {agree(len(late), 'was', 'were')} {what} since "
            f"{since.isoformat()}; the pace before would make about "
            f"{len(late) - excess:.0f}."
        )
    return (
        TELL.tested(
            "question" if asks else "clear",
            SUBJECT,
            says,
            n,
            p_value=p_value,
            effect=excess / n if asks else 0.0,
            smallest=max(LEAST, 5 / n),
            rows=late if asks else log,
        ),
    )


def _raised(log: Sequence[LogEntry], end: date) -> list[tuple[date, LogEntry]]:
    return [(entry.raised_on, entry) for entry in log if entry.raised_on <= end]


def _recorded(log: Sequence[LogEntry], end: date) -> list[tuple[date, LogEntry]]:
    dated = [(entry.recorded_at.date(), entry) for entry in log if entry.recorded_at is not None]
    return [(day, entry) for day, entry in dated if day <= end]


def _late(
    what: str, dated: Sequence[tuple[date, LogEntry]], start: date, since: date, end: date
) -> tuple[float, float, str, list[LogEntry]] | None:
    """The chance of so many since then, how many are beyond the pace before, and which."""
    from inspector.stats.pace import sudden

    start = min([start, *(day for day, _ in dated)])
    if len(dated) < FEWEST or (since - start).days < BEFORE or since > end:
        return None
    found = sudden([(day - start).days for day, _ in dated], (since - start).days, (end - start).days + 1)
    return found.p_value, found.excess, what, [entry for day, entry in dated if day >= since]
