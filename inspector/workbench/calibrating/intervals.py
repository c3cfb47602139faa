"""Intervals for a share, and for the difference that a move makes to services that are otherwise the same."""

from math import sqrt

from inspector.model.characteristics import Rate, Shift

Z = 1.959964
"""The standard normal's 97.5th percentile: both ends together leave out 5 %."""


def rate(hits: int, of: int) -> Rate:
    """A share with its 95 % interval by Wilson (1927), which is honest near 0 and 1 too. Of nothing, anything can be."""
    if not of:
        return Rate(0, 0, 0.0, 0.0, 1.0)
    share = hits / of
    middle = (share + Z * Z / (2 * of)) / (1 + Z * Z / of)
    half = Z / (1 + Z * Z / of) * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    high = 1.0 if hits == of else min(1.0, middle + half)
    return Rate(hits, of, share, low, high)


def shift(turned: int, back: int, pairs: int) -> Shift:
    """The difference of two shares of the same pairs, `turned` one way and `back` the other.

    The interval is that of Agresti and Min (2005), Statistics in Medicine 24, 729-740: half a pair is added to each of the four
    ways in which a pair can come out, which keeps it near 95 % where pairs are few.
    """
    if not pairs:
        return Shift(0.0, -1.0, 1.0)
    more, less, all_ = turned + 0.5, back + 0.5, pairs + 2
    by = (more - less) / all_
    half = Z * sqrt(max(0.0, more + less - (more - less) ** 2 / all_)) / all_
    return Shift((turned - back) / pairs, max(-1.0, by - half), min(1.0, by + half))
