"""A period of time, and the arithmetic of months and weeks that periods need."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Kind = Literal[
    "day", "week", "month", "quarter", "financial-quarter", "half-year", "year", "financial-year", "academic-year",
    "months", "days",
]  # fmt: skip
STEPS: dict[Kind, int] = {
    "month": 1, "quarter": 3, "financial-quarter": 3, "half-year": 6, "year": 12, "financial-year": 12,
    "academic-year": 12,
}  # fmt: skip
"""The months of each kind that is always of so many."""
LEAST, MOST = 1000, 9000
Told = Literal["", "to-date", "rolling"]


@dataclass(frozen=True, slots=True)
class Period:
    """A period from its first day to its `last`. `kind` is how it was written: a `day` may begin any period.

    `told`: the text says of itself that it counts from the beginning of the year (`to-date`) or over the months before
    (`rolling`), so that it may share days with its neighbours.
    """

    kind: Kind
    start: date
    last: date
    told: Told = ""


def whole(kind: Kind, start: date, months: int = 0, told: Told = "") -> Period:
    """The period of that kind from `start`, of as many months as its kind has, or `months`."""
    return Period(kind, start, after(start, months or STEPS[kind]), told)


def spanned(first: date, last: date, told: Told = "") -> Period:
    """The period between two days, by the name that a span of so many whole months has."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day != 1 or after(first, months) != last:
        return Period("week" if (last - first).days == 6 else "days", first, last, told)
    kind: Kind = "months"
    if months == 1:
        kind = "month"
    elif months == 3 and first.month % 3 == 1:
        kind = "quarter"
    elif months == 12:
        kind = "year" if first.month == 1 else "financial-year" if first.month == 4 else "months"
    return Period(kind, first, last, told)


def after(start: date, months: int) -> date:
    """The last day of `months` months from the day `start`; the calendar's last day at most."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(start.day, 28)) - timedelta(days=1)


def before(last: date, months: int) -> date:
    """The first day of the `months` months that end with the month of `last`. Raises ValueError before the year 1."""
    year, month = divmod(last.year * 12 + last.month - months, 12)
    return date(year, month + 1, 1)


def beginning(last: date, month: int) -> date:
    """The first of `month` at or before a day: where the year that begins in that month began."""
    return date(last.year - (last.month < month), month, 1)
