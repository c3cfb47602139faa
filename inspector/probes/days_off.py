"""Tests of change on weekends and bank holidays, far more or far fewer than the service's other days of work.

Tests:
    How many of the days on which something was tried are Saturdays, Sundays or bank holidays of England, against the days
    on which the log was written and reviews were held. Days are counted once each, however much happened on them. A
    question is put where the one share is three times the other or more, and the larger is a fifth or more.

Why it matters:
    A service has its week. Days that were thought of afterwards seldom keep to it: they fall on every day of the week
    alike, or on working days alone where work goes on at weekends too.

Innocent explanations:
    A duty team or a home works at weekends, and the log is written on weekdays.
    Tests are done in office hours, and somebody writes the log at the weekend.
    A system fills in a day by itself where none was stated.

Ask:
    Who works at weekends and on bank holidays, and on what?
    May we see the rota for five of these days?

Cannot tell:
    Whether anybody worked that day. Nothing is said of fewer than twenty days of either sort, nor where both have about the
    same share: whoever thinks of all days alike is not seen.

Reference:
    Fisher (1935), Journal of the Royal Statistical Society 98(1), 39-82 (the exact test).
"""

from collections.abc import Iterable
from datetime import date

from inspector.evidence import declared
from inspector.model.declared import Event
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.facts import About
from inspector.model.traces import Trace
from inspector.model.words import agree
from inspector.probes import FIELDS, Teller

ABOUT = About(id="days-off", title="Tests on days off", fields=FIELDS, needs=("improvement-log",))
LOOKS_AT = "days of the week"
SUBJECT = "improvement-log"
ALPHA, TIMES, LEAST = 0.005, 3, 0.2
"""p-value, how many times the one share must be the other, and what the larger must be, for a question."""
FEWEST = 20
"""Different days of each sort below which nothing is told."""
DECLARED: tuple[Event, ...] = ("carried-over", "entered-together", "backlog")
"""Days of the record on which no test is written down as it happens, where that was declared."""
INNOCENT = (
    "A duty team or a home works at weekends, and the log is written on weekdays.",
    "Tests are done in office hours, and somebody writes the log at the weekend.",
    "A system fills in a day by itself where none was stated.",
)
ASK = (
    "Who works at weekends and on bank holidays, and on what?",
    "May we see the rota for five of these days?",
)
TELL = Teller(ABOUT.id, INNOCENT, ASK)


def examine(evidence: Evidence) -> tuple[Trace, ...]:
    """One trace for the improvement log. `effect` is how much the two shares differ."""
    from inspector.stats.bank_holidays import is_working_day
    from inspector.stats.days_off import more

    tried: dict[date, list[LogEntry]] = {}
    for entry in evidence.log:
        if entry.tried_on:
            tried.setdefault(entry.tried_on, []).append(entry)
    if not tried:
        return (TELL.not_applicable(SUBJECT, "No entry of an improvement log says when something was tried."),)
    told = declared.apart(evidence, DECLARED, [entry for entry in evidence.log if entry.recorded_at], _itself)
    others = {entry.recorded_at.date() for entry in told.rest}
    others |= {review.reviewed_on for review in evidence.case_reviews}
    n, m, left = len(tried), len(others), _left_out(told, others)
    if n < FEWEST or m < FEWEST:
        days = agree(n, "different day", "different days")
        says = f"{n} {days} of tests and {m} on which records were made; {FEWEST} of each are needed.{left}"
        return (TELL.too_little(SUBJECT, says, n),)
    off = {day for day in tried if not is_working_day(day)}
    others_off = sum(not is_working_day(day) for day in others)
    many, few = len(off) / n, others_off / m
    up = many >= few
    p_value = min(1.0, 2 * (more(len(off), n, others_off, m) if up else more(others_off, m, len(off), n)))
    asks = p_value < ALPHA and max(many, few) >= LEAST and max(many, few) >= TIMES * min(many, few)
    held = off if up else set(tried) - off
    return (
        TELL.tested(
            "question" if asks else "clear",
            SUBJECT,
            _said(len(off), n, others_off, m) + left,
            n,
            p_value=p_value,
            effect=abs(many - few),
            smallest=LEAST,
            rows=_entries(tried, held if asks else tried),
        ),
    )


def _itself(entry: LogEntry) -> LogEntry:
    return entry


def _left_out(told: declared.Told, others: set[date]) -> str:
    """The days of records that only declared entries have, said with the declarations; nothing of none."""
    days = {entry.recorded_at.date() for entry in told.declared} - others
    as_declared = told.note.partition(" as declared ")[2]
    more = f"{agree(len(days), 'day of records is', 'days of records are')} as declared {as_declared}"
    return f" Besides, {len(days)} {more}" if days else ""


def _entries(tried: dict[date, list[LogEntry]], days: Iterable[date]) -> list[LogEntry]:
    return [entry for day in sorted(days) for entry in tried[day]]


def _said(off: int, n: int, others_off: int, m: int) -> str:
    return (
        f"{off} of {n} different days of tests {agree(off, 'is a weekend or bank holiday', 'are weekends or bank holidays')}, "
        f"and {others_off} of {m} on which the log was written and reviews were held."
    )
