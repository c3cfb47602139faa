"""Figures that count from the beginning of the year, told from the figures alone, and what each of them added.

Within a year such a figure never falls, and with the next year it begins anew at a fraction of the last. Figures that stand
for themselves hardly ever do: of eight independent ones after another one order in 40,320 never falls.
"""

from collections.abc import Sequence
from itertools import pairwise

BEGINNINGS = {4: "April", 1: "January", 9: "September", 8: "August", 7: "July"}
"""Months in which a year may begin: the financial, the calendar and the school year."""
FEWEST = 8
"""Steps within years, none of which may fall."""
RISING = 0.5
"""The share of them that must rise: a level that never moves counts nothing on."""
ANEW = 0.6
"""A year begins at no more than so much of what the last ended at."""


def begins(values: Sequence[float], months: Sequence[int]) -> int:
    """The month of the year with which the figures begin anew, 0 where they do not; `months` are counted since a year's end."""
    return next((begin for begin in BEGINNINGS if counts_on(values, years(months, begin))), 0)


def years(months: Sequence[int], begin: int) -> list[int]:
    """The year of each month, if years begin with that month."""
    return [(month - begin + 1) // 12 for month in months]


def counts_on(values: Sequence[float], years: Sequence[int]) -> bool:
    """Whether figures count on within `years` and begin anew with each; both are in the order of time, (n,) each.

    False where there is no second year, or too little within years to tell.
    """
    steps = list(pairwise(zip(values, years, strict=True)))
    within = [b - a for (a, year), (b, same) in steps if year == same]
    anew = [(a, b) for (a, year), (b, same) in steps if year != same]
    if len(within) < FEWEST or not anew or min(within) < 0:
        return False
    risen = sum(step > 0 for step in within)
    return risen >= RISING * len(within) and all(0 <= b <= ANEW * a and a > 0 for a, b in anew)


def never_falls(values: Sequence[float], years: Sequence[int]) -> bool:
    """Whether no figure is below the one before it in the same year: what is said to count on can do so."""
    steps = pairwise(zip(values, years, strict=True))
    return all(b >= a for (a, year), (b, same) in steps if year == same)


def added(
    values: Sequence[float], years: Sequence[int], places: Sequence[int], firsts: Sequence[bool]
) -> list[float | None]:
    """What each figure added to the one before it in its year; the first of a year added all that it is.

    None where it cannot be known: the figure of the period before is not there. `firsts` tells which begin their year.
    """
    found: list[float | None] = []
    for i, value in enumerate(values):
        if firsts[i]:
            found.append(value)
        elif i and years[i - 1] == years[i] and places[i - 1] == places[i] - 1:
            found.append(value - values[i - 1])
        else:
            found.append(None)
    return found
