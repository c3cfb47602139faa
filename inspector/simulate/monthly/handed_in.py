"""What an authority would have handed in at the end of each month: its rows as they stood then, and no more.

An entry of the log is there once it was raised, with the steps taken by then; a figure once its period is over and it was
recorded. What is known only later is not in it. The ids of rows never change.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from inspector.simulate.authority import Authority, Row, month

HANDED_IN = 14
"""Days after the end of a month on which what belongs to it is handed in."""
SHORTEST = 1
"""Months that the first submission tells of, at least."""
Series = tuple[Authority, ...]


def submissions(authority: Authority, count: int) -> Series:
    """What was handed in at the end of each of the last `count` months, oldest first. Raises ValueError: no such months."""
    if not 1 <= count <= authority.months - SHORTEST + 1:
        raise ValueError(f"{count} submissions of {authority.months} months")
    return tuple(as_of(authority, authority.months - count + place + 1) for place in range(count))


def as_of(authority: Authority, months: int) -> Authority:
    """What was handed in when so many months were over."""
    end = month(authority.start, months)
    handed_in = end + timedelta(days=HANDED_IN - 1)
    return replace(
        authority,
        months=months,
        submitted_at=handed_in,
        figures=_told(authority.figures, end, handed_in),
        participation=_told(authority.participation, end, handed_in),
        durations=_told(authority.durations, end, handed_in),
        log=tuple(by_then(row, end) for row in authority.log if row["raised_on"] < end),
        verifications=tuple(row for row in authority.verifications if row["looked_on"] <= handed_in),
        declared=tuple(row for row in authority.declared if row["on"] <= handed_in),
    )


def _told(rows: Sequence[Row], end: date, handed_in: date) -> tuple[Row, ...]:
    return tuple(row for row in rows if row["period_end"] < end and (row.get("recorded_on") or end) <= handed_in)


def by_then(row: Row, end: date) -> Row:
    """An entry of the log with the steps taken before a day; decided and learned is what a decision made by then says."""
    kept = {key: value for key, value in row.items() if not _later(key, value, end)}
    if "decided_on" in row and "decided_on" not in kept:
        kept = {key: value for key, value in kept.items() if key not in ("decision", "learned")}
    return kept


def _later(key: str, value: object, end: date) -> bool:
    return key.endswith("_on") and key != "raised_on" and isinstance(value, date) and value >= end
