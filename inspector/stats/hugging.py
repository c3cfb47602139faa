"""Figures that land on a target, or the one count that just reaches it, more often than chance puts them there.

For counts out of a denominator the chance of exactly the count needed (or one more) comes from a binomial about a line
through the shares, as spread as the shares are about that line; the sum of those chances is exact. For values without
counts the chance of landing within a quarter of the scatter above the target comes from a normal about the line.

Reference: Bevan & Hood (2006), Public Administration 84(3), 517-538 (threshold and ratchet effects); Pope & Simonsohn
(2011), Psychological Science 22(1), 71-79 (round numbers as goals).
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.tails import above_normal, above_unequal

Array = NDArray[np.float64]

FEWEST = 12
NOTHING = 1e-12
"""Scatter that is no more than this share of the figures is that of their last digits: nothing moves."""
BESIDE = 0.25
"""Standard deviations beyond the target within which a value has just reached it."""


@dataclass(frozen=True)
class Hugging:
    """`places`: which figures just reach the target, where chance would let about `expected`."""

    n: int
    places: tuple[int, ...]
    expected: float
    p_value: float


def hugging(values: Array, sizes: Array | None, target: float, up: bool) -> Hugging | None:
    """Figures that just reach `target` from the side that is better. `sizes`: denominators, where values are shares.

    Finite values below 1e100 in size; None with too few, or where they hardly differ.
    """
    n = len(values)
    if n < FEWEST or float(np.ptp(values)) == 0:
        return None
    time = np.stack([np.ones(n), np.linspace(-1, 1, n)], axis=1)
    line = time @ np.linalg.lstsq(time, values, rcond=None)[0]
    # Never surer of the line than the figures are: its scatter is no smaller than half that of neighbours.
    spread = max(float(np.std(values - line, ddof=2)), 0.5 * float(np.sqrt(np.mean(np.diff(values) ** 2) / 2)))
    if sizes is None and spread <= NOTHING * float(np.abs(values).max()):
        return None
    if sizes is None:
        reach = np.full(n, BESIDE * spread)
        least = np.full(n, 0.0)
    else:
        counts = np.ceil(target * sizes - 1e-9) if up else np.floor(target * sizes + 1e-9)
        least = np.abs(counts / sizes - target) - 0.5 / sizes
        reach = least + 2 / sizes
        chance = np.clip(line, 0.01, 0.99)
        spread_each = np.maximum(spread, np.sqrt(chance * (1 - chance) / sizes))
    beyond = (values - target) if up else (target - values)
    middle = (line - target) if up else (target - line)
    wide = np.full(n, spread) if sizes is None else spread_each
    chances = [
        above_normal((low - mid) / s) - above_normal((high - mid) / s)
        for low, high, mid, s in zip(least, reach, middle, wide, strict=True)
    ]
    hits = np.flatnonzero((beyond >= least - 1e-12) & (beyond <= reach + 1e-12))
    expected = math.fsum(chances)
    return Hugging(n, tuple(hits.tolist()), expected, above_unequal(len(hits), chances))
