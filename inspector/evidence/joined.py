"""Long series of weeks or days joined to months: numbers that add up are summed, others averaged."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from inspector.model.evidence import Figure
from inspector.model.months import month_year
from inspector.model.words import agree, plural

MOST = 120
"""The latest so many periods are judged: a longer series of shorter periods is joined, so that all of it counts."""
SHOWN = 3
Month = tuple[int, int]
WHOLE = 0.75
"""The share of a month's days that figures must cover for it to be one."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One figure for each whole month, standing in the first of the rows that it was made of, and what is said of them."""

    figures: tuple[Figure, ...]
    says: str


def too_many(figures: Sequence[Figure], step: int) -> bool:
    """Whether a series of periods shorter than a month is longer than what is judged."""
    return step == 0 and len(figures) > MOST


def joined(figures: Sequence[Figure]) -> Joined:
    """The months of figures of weeks or days. What is out of something belongs to the month that most of its days do.

    What is only counted is shared between two months by its days, since a month of five weeks is not busier than one of four.
    """
    months: dict[Month, list[tuple[Figure, float]]] = {}
    for one in figures:
        for month, part in _parts(one):
            months.setdefault(month, []).append((one, part))
    whole = {month: some for month, some in sorted(months.items()) if _covered(month, some) >= WHOLE}
    without = [month_year(date(*month, 1)) for month in sorted(months) if month not in whole]
    made = tuple(_month(month, some) for month, some in whole.items())
    summed = "summed" if all(one.value is None for one in figures) else "averaged"
    says = f"Its {plural(len(figures), 'figure')} are joined to {plural(len(made), 'month')}, {summed}"
    if without:
        named = ", ".join(without[:SHOWN]) + (f" and {len(without) - SHOWN} more" if len(without) > SHOWN else "")
        says += f"; {named} {agree(len(without), 'is', 'are')} left out, not being covered by figures"
    return Joined(made, f"{says}.")


def _parts(figure: Figure) -> list[tuple[Month, float]]:
    """The months to which a figure belongs, and how much of it to each."""
    first, last = figure.period_start, figure.period_end
    middle = first + (last - first) / 2
    if figure.denominator is not None or figure.value is not None or (first.month == last.month):
        return [((middle.year, middle.month), 1.0)]
    before = (last.replace(day=1) - first).days / ((last - first).days + 1)
    return [((first.year, first.month), before), ((last.year, last.month), 1 - before)]


def _covered(month: Month, some: Sequence[tuple[Figure, float]]) -> float:
    days = sum(((one.period_end - one.period_start).days + 1) * part for one, part in some)
    return days / monthrange(*month)[1]


def _month(month: Month, some: Sequence[tuple[Figure, float]]) -> Figure:
    first = date(*month, 1)
    days = {"period_start": first, "period_end": first + timedelta(days=monthrange(*month)[1] - 1)}
    amounts: dict[str, float | None] = {"value": None, "numerator": None, "denominator": None}
    if any(one.value is not None for one, _ in some):
        values = [
            one.value if one.value is not None else (one.numerator or 0) / (one.denominator or 1) for one, _ in some
        ]
        amounts["value"] = sum(values) / len(values)
    else:
        amounts["numerator"] = sum((one.numerator or 0) * part for one, part in some)
        if all(one.denominator is not None for one, _ in some):
            amounts["denominator"] = sum(one.denominator or 0 for one, _ in some)
    return some[0][0].model_copy(update={**days, **amounts})
