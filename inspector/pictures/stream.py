"""The stream of improvements: how many tests of change each team began in each month."""

from datetime import date

from inspector.model.evidence import Evidence, LogEntry
from inspector.model.pictures import Stream

MOST_MONTHS, MOST_TEAMS = 60, 40


def stream(evidence: Evidence) -> Stream | None:
    """Tests begun within the bundle's period (its last five years at most), the forty busiest teams in their order.

    None without a log, or where no entry was begun in the period.
    """
    months = _months(evidence.period_start, evidence.period_end)[-MOST_MONTHS:]
    place = {month: number for number, month in enumerate(months)}
    counts: dict[str, list[int]] = {}
    for entry in evidence.log:
        begun = began(entry)
        if begun and begun.replace(day=1) in place:
            counts.setdefault(entry.team, [0] * len(months))[place[begun.replace(day=1)]] += 1
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
