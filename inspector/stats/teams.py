"""Counts by group and period that differ between groups less than chance makes them differ.

With the totals of groups and periods given, counts of separate events have a chi-square of so many degrees of freedom, and a
larger one where groups have ups and downs of their own: only a smaller one is looked for. Neighbouring periods are put
together until a cell has `EXPECTED` events on average, below which chi-square does not hold.

Reference: Cochran (1954), Biometrics 10(4), 417-451; Edwards (1986), Biological Reviews 61(4), 295-312 (fits that are too good).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.tails import below_chi_square

Array = NDArray[np.float64]

EXPECTED, FREE = 4.0, 6
"""Mean of events in a cell, and degrees of freedom, below which nothing is told."""
GROUPS = 3


@dataclass(frozen=True)
class Alike:
    """`ratio`: how much the groups vary over how much chance makes them; `periods`: how many were looked at, put together."""

    periods: int
    ratio: float
    p_value: float
    smallest: float


def alike(counts: Array) -> Alike | None:
    """How alike groups (rows) are over periods (columns); None where there are too few of either, or of events."""
    counts = counts[counts.sum(axis=1) > 0]
    groups, periods = counts.shape
    many = max(1, int(np.ceil(EXPECTED * groups * periods / max(1.0, float(counts.sum())))))
    counts = (
        np.add.reduceat(counts, np.arange(0, periods - many + 1, many), axis=1) if periods >= many else counts[:, :0]
    )
    counts = counts[:, : periods // many][:, counts[:, : periods // many].sum(axis=0) > 0]
    free = (groups - 1) * (counts.shape[1] - 1)
    if groups < GROUPS or free < FREE:
        return None
    total = counts.sum()
    expected = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0, keepdims=True) / total
    # Given both totals the sum is larger by N / (N - 1) on average.
    square = float(((counts - expected) ** 2 / expected).sum()) * float(total - 1) / float(total)
    return Alike(counts.shape[1], square / free, below_chi_square(square, free), _smallest(free))


def _smallest(free: int) -> float:
    """The share of the variance that must be gone to be seen at p < 0.005 four times in five (Wilson and Hilferty)."""
    part = 2 / (9 * free)
    low, usual = (1 - part - 2.576 * part**0.5) ** 3, (1 - part + 0.842 * part**0.5) ** 3
    return float(min(1.0, max(0.0, 1 - low / usual)))
