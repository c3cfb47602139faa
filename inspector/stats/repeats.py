"""Blocks of figures that come again, and tables that are those of another period, more than chance repeats them.

How likely two figures are to be equal is read from their spread (two normal numbers with standard deviation s, rounded
to a unit, are equal with chance unit / (2 s sqrt(pi))) and, if larger, from how often the other pairs are equal. A block
of L equal pairs has that chance to the power of L, times the places where it could have stood.

Reference: Simonsohn (2013), Psychological Science 24(10), 1875-1888 (too similar numbers); Bonferroni's inequality.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.tails import above_unequal

Array = NDArray[np.float64]

SHORTEST, FEWEST, MOST = 2, 8, 1500
"""Pairs in a block, figures in a series from which and up to which blocks are looked for."""


@dataclass(frozen=True)
class Block:
    """`length` figures from place `first` on stand again from place `again` on."""

    first: int
    again: int
    length: int
    p_value: float


def block(columns: Sequence[Array]) -> Block | None:
    """The longest block that comes again in a series of rows (`columns` side by side). None with too few rows."""
    rows = np.stack(columns, axis=1)[:MOST]
    n = len(rows)
    if n < FEWEST:
        return None
    best, equal = (0, 0, 0), 0
    for lag in range(1, n):
        same = (rows[:-lag] == rows[lag:]).all(axis=1)
        equal += int(same.sum())
        length, start = _run(same, lag)
        best = max(best, (length, -lag, -start))
    length, lag, start = best[0], -best[1], -best[2]
    if length < SHORTEST:
        return Block(start, start + lag, length, 1.0)
    chance = max(_chance(columns), (equal - length) / (n * (n - 1) / 2))
    places = (n - length + 1) * (n - length) / 2
    return Block(start, start + lag, length, min(1.0, places * chance**length))


def same_table(first: Sequence[bool], usual: Sequence[float]) -> float:
    """The chance of as many equal rows between two tables, given how often each row is equal in other pairs of tables."""
    return above_unequal(sum(first), usual)


def _run(same: NDArray[np.bool_], most: int) -> tuple[int, int]:
    """The longest run, no longer than `most` so that a block never overlaps itself, and where it starts."""
    longest, at, now = 0, 0, 0
    for place, one in enumerate(same.tolist()):
        now = now + 1 if one else 0
        if now > longest:
            longest, at = now, place - now + 1
    return min(longest, most), at


def _chance(columns: Sequence[Array]) -> float:
    """How likely two rows are to be equal, the columns taken one after another, each given those before it."""
    chance, known = 1.0, np.ones((len(columns[0]), 1))
    for column in columns:
        rest = column - known @ np.linalg.lstsq(known, column, rcond=None)[0]
        # Successive differences leave out a slow trend, which makes far figures differ but not near ones.
        spread = float(np.sqrt(np.mean(np.diff(rest) ** 2) / 2))
        chance *= 1.0 if spread == 0 else min(1.0, _unit(column) / (2 * spread * math.sqrt(math.pi)))
        known = np.hstack([known, column[:, None]])
    return chance


def _unit(column: Array) -> float:
    """The unit that numbers are rounded to: the largest power of ten that all are multiples of, at most 1."""
    for places in range(7):
        if np.allclose(column * 10**places, np.round(column * 10**places), rtol=0, atol=1e-6):
            return float(10.0**-places)
    return 1e-7
