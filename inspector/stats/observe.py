"""From what was recorded to numbers with equal noise: one observation model for each sort of data.

Proportions (numerator out of denominator) pass through the arcsine and counts through the square root, which make
sampling noise the same everywhere (Anscombe 1948, Biometrika 35); plain numbers are only centred and scaled, so
that a shift or a change of unit cannot matter. A mirrored proportion (n - x out of n) gives exactly the negative.
"""

from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from inspector.stats.judgement import Observation
from inspector.stats.median import median

Array = NDArray[np.float64]
CLIP = 4.0
LATEST = 120
PLENTY = 50
LEAST_CHANCE = 0.25
UNKNOWN = 0.6


@dataclass(frozen=True, slots=True)
class Readings:
    """A series ready for judging: `y` (n,), and `sd` (n,), the noise of each up to a common factor.

    `sampling` is True where that factor cannot be below one, because the noise of sampling is known. `chance` is by how
    much a change of so many sd is rarer than usual: where few are counted, it would be a far greater change in the share.
    """

    periods: Array
    months: Array
    y: Array
    sd: Array
    sampling: bool
    chance: float = 1.0


def readings(observations: tuple[Observation, ...], latest: int = LATEST) -> Readings:
    """The usable observations of the latest periods, sorted, on a scale of equal noise.

    Left out: what has no finite number, and denominators of nought. Of two in the same period the first stands.
    Numerators above their denominators make the series a rate (counts over exposure); negative ones, plain ratios.
    """
    first: dict[int, Observation] = {}
    for one in observations:
        if _usable(one):
            first.setdefault(one.period, one)
    kept = [first[period] for period in sorted(first)[-latest:]]
    periods = np.array([one.period for one in kept], dtype=np.float64)
    months = np.array([one.month for one in kept], dtype=np.float64)
    if not kept or any(one.value is not None for one in kept):
        plain = [one.value if one.value is not None else _ratio(one) for one in kept]
        return Readings(periods, months, *_plain(np.array(plain, dtype=np.float64)), sampling=False, chance=UNKNOWN)
    x = np.array([one.numerator for one in kept], dtype=np.float64)
    if (x < 0).any():
        ratios = np.array([_ratio(one) for one in kept], dtype=np.float64)
        return Readings(periods, months, *_plain(ratios), sampling=False, chance=UNKNOWN)
    of = [one.denominator for one in kept]
    n = np.array([1.0 if d is None else d for d in of], dtype=np.float64)
    counts = any(d is None for d in of) or bool((x > n).any())
    if counts:
        return Readings(periods, months, *_count(x, n), sampling=True)
    return Readings(
        periods, months, *_proportion(x, n), sampling=True, chance=min(1.0, max(LEAST_CHANCE, median(n) / PLENTY))
    )


def _usable(one: Observation) -> bool:
    numbers = [n for n in (one.value, one.numerator, one.denominator) if n is not None]
    given = one.value is not None or one.numerator is not None
    return given and all(isfinite(number) for number in numbers) and (one.denominator is None or one.denominator > 0)


def _ratio(one: Observation) -> float:
    return (one.numerator or 0.0) / (one.denominator or 1.0)


def _proportion(x: Array, n: Array) -> tuple[Array, Array]:
    """Twice the arcsine of the root, less a quarter turn: odd in 2x - n, so that mirroring only changes the sign."""
    return np.arcsin((2 * x - n) / (n + 0.75)), 1 / np.sqrt(n + 0.5)


def _count(x: Array, exposure: Array) -> tuple[Array, Array]:
    """Twice the square root of the rate; its noise depends on the exposure alone."""
    return 2 * np.sqrt((x + 0.375) / exposure), 1 / np.sqrt(exposure)


def _plain(values: Array) -> tuple[Array, Array]:
    """Centred on the median, scaled by the spread, lone points pulled in to four robust sd from their neighbours."""
    if not len(values):
        return values, values
    y = values - median(values)
    reach = float(np.abs(y).max())
    noise = np.ones_like(y)
    if reach <= 1e-12 * float(np.abs(values).max()):
        return np.zeros_like(y), noise
    y = y / reach
    local = _local_median(y)
    away = y - local
    scale = 1.4826 * median(np.abs(away))
    if scale > 1e-9:
        y = local + np.clip(away, -CLIP * scale, CLIP * scale)
    return y, noise


def _local_median(y: Array) -> Array:
    """The median of each point and its two neighbours on either side; near an end the window is cut evenly."""
    wide = [min(2, i, len(y) - 1 - i) for i in range(len(y))]
    ends = {0: y[:3], len(y) - 1: y[-3:]}
    return np.array([median(ends.get(i, y[i - w : i + w + 1])) for i, w in enumerate(wide)])
