"""Figures of weeks or days joined to months: numbers that add up are summed, others averaged."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WHOLE = 0.75
"""The share of a month's days that figures must cover for it to be one."""
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Amount:
    """What was counted between two days: a `value`, or `top` (out of `bottom`, if it is out of anything)."""

    first: date
    last: date
    value: float | None = None
    top: float | None = None
    bottom: float | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """What whole months come to, each with the place of the first amount in it, and the months that are not whole."""

    months: tuple[tuple[Amount, int], ...]
    without: tuple[Month, ...]


def joined(amounts: Sequence[Amount]) -> Joined:
    """The months of amounts of weeks or days. What is out of something belongs to the month that most of its days do.

    What is only counted is shared between two months by its days, since a month of five weeks is not busier than one of four.
    """
    months: dict[Month, list[tuple[int, float]]] = {}
    for place, one in enumerate(amounts):
        for month, part in _parts(one):
            months.setdefault(month, []).append((place, part))
    whole = {month: some for month, some in sorted(months.items()) if _covered(month, amounts, some) >= WHOLE}
    made = tuple((_month(month, amounts, some), min(some)[0]) for month, some in whole.items())
    return Joined(made, tuple(month for month in sorted(months) if month not in whole))


def _parts(one: Amount) -> list[tuple[Month, float]]:
    """The months to which an amount belongs, and how much of it to each."""
    middle = one.first + (one.last - one.first) / 2
    if one.bottom is not None or one.value is not None or one.first.month == one.last.month:
        return [((middle.year, middle.month), 1.0)]
    before = (one.last.replace(day=1) - one.first).days / ((one.last - one.first).days + 1)
    return [((one.first.year, one.first.month), before), ((one.last.year, one.last.month), 1 - before)]


def _covered(month: Month, amounts: Sequence[Amount], some: Sequence[tuple[int, float]]) -> float:
    days = sum(((amounts[place].last - amounts[place].first).days + 1) * part for place, part in some)
    return days / monthrange(*month)[1]


def _month(month: Month, amounts: Sequence[Amount], some: Sequence[tuple[int, float]]) -> Amount:
    first, last = date(*month, 1), date(*month, monthrange(*month)[1])
    within = [(amounts[place], part) for place, part in some]
    if any(one.value is not None for one, _ in within):
        values = [one.value if one.value is not None else (one.top or 0) / (one.bottom or 1) for one, _ in within]
        return Amount(first, last, value=sum(values) / len(values))
    whole = all(one.bottom is not None for one, _ in within)
    bottom = sum(one.bottom or 0 for one, _ in within) if whole else None
    return Amount(first, last, None, sum((one.top or 0) * part for one, part in within), bottom)
