"""The stream of improvements: how many tests of change that count each team did in each month."""

from datetime import date

from inspector.evidence.records import tested_on, tests
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.pictures import Stream

MOST_MONTHS, MOST_TEAMS = 60, 40


def stream(evidence: Evidence) -> Stream | None:
    """Tests that count (the last five years of the bundle's period at most), the forty busiest teams in their order.

    They count in the month in which they were tested, or begun where that is not stated. None where none counts.
    """
    months = _months(evidence.period_start, evidence.period_end)[-MOST_MONTHS:]
    place = {month: number for number, month in enumerate(months)}
    counts: dict[str, list[int]] = {}
    for entry in tests(evidence):
        month = tested_on(entry).replace(day=1)
        if month in place:
            counts.setdefault(entry.team, [0] * len(months))[place[month]] += 1
    if not counts:
        return None
    busiest = sorted(counts, key=lambda team: (-sum(counts[team]), team))[:MOST_TEAMS]
    teams = tuple(sorted(busiest))
    return Stream(
        months=tuple(month.isoformat() for month in months),
        teams=teams,
        counts=tuple(tuple(counts[team]) for team in teams),
    )


def began(entry: LogEntry) -> date | None:
    """The day on which a test began; None for an idea that was never tried."""
    return entry.started_on or entry.tested_on


def _months(start: date, end: date) -> list[date]:
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(max(first, last - MOST_MONTHS), last + 1)]
