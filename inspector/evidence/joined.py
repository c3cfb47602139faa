"""Long series of weeks or days joined to months, so that all of them count."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector.model.evidence import Figure
from inspector.model.months import month_year
from inspector.model.words import agree, plural
from inspector.stats.months_joined import Amount
from inspector.stats.months_joined import joined as months_of

MOST = 120
"""The latest so many periods are judged: a longer series of shorter periods is joined."""
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Joined:
    """One figure for each whole month, standing in the first of the rows that it was made of, and what is said of them."""

    figures: tuple[Figure, ...]
    says: str


def too_many(figures: Sequence[Figure], step: int) -> bool:
    """Whether a series of periods shorter than a month is longer than what is judged."""
    return step == 0 and len(figures) > MOST


def joined(figures: Sequence[Figure]) -> Joined:
    """The months of figures of weeks or days."""
    found = months_of([Amount(f.period_start, f.period_end, f.value, f.numerator, f.denominator) for f in figures])
    made = tuple(
        figures[place].model_copy(
            update={
                "period_start": one.first,
                "period_end": one.last,
                "value": one.value,
                "numerator": one.top,
                "denominator": one.bottom,
            }
        )
        for one, place in found.months
    )
    summed = "summed" if all(one.value is None for one in figures) else "averaged"
    says = f"Its {plural(len(figures), 'figure')} are joined to {plural(len(made), 'month')}, {summed}"
    if found.without:
        named = ", ".join(month_year(date(*month, 1)) for month in found.without[:SHOWN])
        more = f" and {len(found.without) - SHOWN} more" if len(found.without) > SHOWN else ""
        be = agree(len(found.without), "is", "are")
        says += f"; {named}{more} {be} left out, not being covered by figures"
    return Joined(made, f"{says}.")
