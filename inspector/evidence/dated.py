"""What the dates of figures say of them: that they count from one day on, or are over months that neighbours share."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from inspector.evidence.periods import month_number
from inspector.model.evidence import Figure

FEWEST = 4
"""Figures by which their dates can say so."""


def from_one_day(figures: Sequence[Figure]) -> bool:
    """Whether most figures begin on the day on which another begins that ends later: April, April to May, April to June."""
    ends: dict[date, set[date]] = {}
    for one in figures:
        ends.setdefault(one.period_start, set()).add(one.period_end)
    shared = sum(len(some) for some in ends.values() if len(some) > 2)
    return len(figures) >= FEWEST and shared * 2 > len({(one.period_start, one.period_end) for one in figures})


def of_last_months(figures: Sequence[Figure]) -> list[Figure]:
    """Figures for the year so far, each standing for the months by which it is longer than the one before it."""
    order = sorted(figures, key=lambda one: (one.period_end, one.resource, one.row))
    gaps = Counter(b - a for a, b in pairwise(sorted({month_number(one.period_end) for one in order})))
    step = min(gaps.items(), key=lambda gap: (-gap[1], gap[0]))[0]
    return [one.model_copy(update={"period_start": max(one.period_start, _first(one, step))}) for one in order]


def _first(figure: Figure, step: int) -> date:
    year, month = divmod(month_number(figure.period_end) - step + 1, 12)
    return date(year, month + 1, 1)


def share_months(figures: Sequence[Figure], step: int) -> bool:
    """Whether most figures, of `step` months each, begin within the period of the one before: twelve months, each month."""
    gaps = [month_number(b.period_start) - month_number(a.period_start) for a, b in pairwise(figures)]
    return len(figures) >= FEWEST and step > 1 and sum(0 < gap < step for gap in gaps) * 2 > len(gaps)


def without_sharing(figures: Sequence[Figure]) -> list[Figure]:
    """From the last figure back those that share no day, in order."""
    kept: list[Figure] = []
    for one in sorted(figures, key=lambda one: (one.period_end, one.period_start), reverse=True):
        if not kept or one.period_end < kept[-1].period_start:
            kept.append(one)
    return kept[::-1]
