"""Batches: whether more records fall into one moment than the usual size of a batch explains.

The sizes of the batches (records made on one day) other than the largest give their mean and spread; a negative
binomial with those, times the number of days, gives the chance of a batch as large as the largest. Records of one day
that share the same minute are held against as many records typed within half an hour.

Reference: Feller (1968), An Introduction to Probability Theory, vol. 1, 3rd ed., II.3 (birthdays) and VI.8 (negative
binomial); Bonferroni's inequality.
"""

import math
from collections.abc import Sequence

from inspector.stats.tails import _beta, above_poisson

TYPING = 30
"""Minutes within which all records of one day are taken to have been typed."""


def large_batch(sizes: Sequence[int], size: int) -> float:
    """The chance that any of these batches reaches `size`, judged by the others. `sizes` includes that batch itself."""
    others = sorted(sizes)[:-1]
    if not others or size < 2:
        return 1.0
    # One more batch as large as the largest of the others keeps a handful of small ones from proving too much.
    others.append(others[-1])
    mean = sum(others) / len(others) - 1
    spread = sum((one - 1 - mean) ** 2 for one in others) / len(others)
    return min(1.0, len(sizes) * beyond(size - 1, max(mean, 1 / len(others)), spread))


def same_minute(day: int, minute: int) -> float:
    """The chance that `minute` of a day's `day` records share some minute, all of them typed within half an hour."""
    if minute < 2:
        return 1.0
    return min(1.0, math.exp(math.log(math.comb(day, minute)) + (1 - minute) * math.log(TYPING)))


def beyond(size: float, mean: float, spread: float) -> float:
    """P(X >= size) of a negative binomial with that mean and variance; of a Poisson where they vary no more than one."""
    mean = max(mean, 1e-9)
    if spread <= mean * 1.01:
        return above_poisson(size, mean)
    shape, chance = mean * mean / (spread - mean), mean / spread
    # P(NB >= k) is the chance of at least k failures before the `shape`-th success: an incomplete beta function.
    return _beta(1 - chance, size, shape)
