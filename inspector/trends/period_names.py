"""Periods as they are said: `May 2024`, `2024 Q1`, `2023/24 Q4`, `2024`, `2023/24`, or a day."""

from collections.abc import Sequence
from datetime import date

from inspector.model.months import MONTHS

NAMED = 12
"""So many periods are named in one remark."""


def day_words(day: date, step: int, kind: str) -> str:
    """The period that begins on a day, of a series with a figure every `step` months (0: every so many days)."""
    if kind in ("financial-year", "academic-year"):
        return f"{day.year}/{(day.year + 1) % 100:02d}"
    if kind == "year":
        return str(day.year)
    if kind == "quarter":
        return f"{day.year} Q{(day.month + 2) // 3}"
    if kind == "financial-quarter":
        return financial_quarter(day)
    if kind == "half-year":
        return f"{day.year}/{(day.year + 1) % 100:02d} H{1 if day.month == 4 else 2}"
    return f"{MONTHS[day.month - 1][:3]} {day.year}" if step else f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def financial_quarter(day: date) -> str:
    """`2023/24 Q4` for a day in January to March 2024."""
    year = day.year - (day.month < 4)
    return f"{year}/{(year + 1) % 100:02d} Q{(day.month + 8) % 12 // 3 + 1}"


def named(days: Sequence[date], step: int, kind: str) -> str:
    """The periods that begin on these days, the first twelve of them by name."""
    said = ", ".join(day_words(day, step, kind) for day in days[:NAMED])
    return f"{said} and {len(days) - NAMED} more" if len(days) > NAMED else said
