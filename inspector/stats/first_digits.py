"""First digits against Benford's law, calibrated by resampling that keeps repeated numbers together.

The same number written many times is one number, and makes its first digit pile up. So the law is not compared with
single draws: digits are drawn from it for each different number, and counted as often as that number stands there.

Reference: Nigrini (2012), Benford's Law, Wiley; Diekmann & Jann (2010), German Economic Review 11(3), 397-401 (what it
cannot tell); Davison & Hinkley (1997), Bootstrap Methods and their Application, chapter 4 (Monte Carlo tests).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

FEWEST, DECADES, DRAWS, SEED = 100, 2.0, 4999, 20_260_501
EXPECTED = np.log10(1 + 1 / np.arange(1, 10))


@dataclass(frozen=True)
class FirstDigits:
    """`away`: half the sum of the differences between the shares found and those of the law, 0 to 1."""

    n: int
    away: float
    digit: int
    p_value: float


def decades(values: Array) -> float:
    """The span of the middle 98 % of positive values in powers of ten."""
    ordered, last = np.sort(values), len(values) - 1
    # The quotient of a large and a tiny number may have no end; their logarithms have.
    return float(np.log10(ordered[last - last // 100]) - np.log10(ordered[last // 100]))


def first_digits(values: Array) -> FirstDigits | None:
    """First digits of positive `values`. None with too few, or too close together."""
    if len(values) < FEWEST or decades(values) < DECADES:
        return None
    different, times = np.unique(values, return_counts=True)
    # Logarithms may miss a digit's edge by the last bit.
    digits = np.clip(np.floor(10 ** (np.mod(np.log10(different), 1.0) + 1e-12)).astype(np.int64), 1, 9)
    found = np.bincount(digits, weights=times, minlength=10)[1:] / len(values)
    beyond = int((_away(_drawn(times, len(values))) >= _away(found) - 1e-12).sum())
    digit = int(np.argmax(found - EXPECTED)) + 1
    return FirstDigits(len(values), 0.5 * float(np.abs(found - EXPECTED).sum()), digit, (beyond + 1) / (DRAWS + 1))


def _drawn(times: NDArray[np.intp], n: int) -> Array:
    """Shares of digits (DRAWS by 9) of numbers that obey the law and stand there so many times each."""
    draw, shares = np.random.default_rng(SEED), np.zeros((DRAWS, 9))
    for size, count in zip(*np.unique(times, return_counts=True), strict=True):
        shares += size * draw.multinomial(count, EXPECTED, size=DRAWS)
    return shares / n


def _away(shares: Array) -> Array:
    return np.asarray(((shares - EXPECTED) ** 2 / EXPECTED).sum(axis=-1), dtype=np.float64)
