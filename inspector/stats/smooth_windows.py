"""Stretches of a long series of counts that vary less than chance must make them vary, though the whole does not.

Events counted by day swing with the season, the week and whatever brings them, so that the whole series varies more than a
Poisson does, however smooth stretches of it are. Each stretch of `WIDTH` periods is held against a parabola of its own: what
that cannot follow makes the scatter larger and the test milder. The smallest p-value is multiplied by how many stretches
there are, how many are below `LOW` is held against a binomial, and the smaller of the two is doubled.

Reference: Kobak (2022), Significance 19(2), 10-13 (daily deaths, weeks at a time); Cochran (1954), Biometrics 10(4), 417-451.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.tails import above_binomial, below_chi_square

Array = NDArray[np.float64]

WIDTH, FEWEST = 28, 2
"""Periods in a stretch, and stretches with enough events in them below which nothing is told."""
EXPECTED = 4.0
"""Smallest mean of events for which chi-square holds."""
LOW, RATIO = 0.01, 0.5
"""p-value, and share of the variance left, at which a stretch is smooth."""


@dataclass(frozen=True)
class Stretches:
    """`smooth`: where smooth stretches begin, of `tried`; `ratio`: the middle one's share of the variance that chance leaves.

    `again` is how much a residual of the smooth stretches repeats the last, on average; both are 1 where none is smooth.
    """

    tried: int
    smooth: tuple[int, ...]
    ratio: float
    again: float
    p_value: float


def stretches(counts: Array) -> Stretches | None:
    """Which stretches of counts are smooth. None where fewer than `FEWEST` have a mean of `EXPECTED` events."""
    starts = range(0, len(counts) - WIDTH + 1, WIDTH)
    tried = [(start, *_one(some)) for start in starts if (some := counts[start : start + WIDTH]).mean() >= EXPECTED]
    if len(tried) < FEWEST:
        return None
    chances = [chance for _, chance, _, _ in tried]
    many = above_binomial(sum(chance < LOW for chance in chances), len(tried), LOW)
    p_value = min(1.0, 2 * min(many, len(tried) * min(chances)))
    smooth = [one for one in tried if one[1] < LOW and one[2] <= RATIO]
    if not smooth:
        return Stretches(len(tried), (), 1.0, 1.0, p_value)
    ratio = sorted(one[2] for one in smooth)[len(smooth) // 2]
    again = sum(one[3] for one in smooth) / len(smooth)
    return Stretches(len(tried), tuple(one[0] for one in smooth), ratio, again, p_value)


def _one(counts: Array) -> tuple[float, float, float]:
    """The p-value, the share of the variance and how far residuals repeat each other, about a weighted parabola."""
    columns = np.vander(np.linspace(-1.0, 1.0, len(counts)), 3)
    fitted = np.full(len(counts), counts.mean())
    for _ in range(2):
        weight = 1 / np.sqrt(np.maximum(fitted, 0.5))
        fitted = columns @ np.linalg.lstsq(columns * weight[:, None], counts * weight, rcond=None)[0]
    fitted = np.maximum(fitted, 0.5)
    rest = (counts - fitted) / np.sqrt(fitted)
    square, free = float((rest**2).sum()), len(counts) - 3
    return below_chi_square(square, free), square / free, float((rest[1:] * rest[:-1]).sum()) / max(1e-12, square)
