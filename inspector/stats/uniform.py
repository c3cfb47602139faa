"""Groups that always give the same answer, though the others do not.

The shares of the other groups give a beta distribution (by their mean and spread); the chance that a group with such a
share answers n times the same is a ratio of beta functions.

Reference: Skellam (1948), Journal of the Royal Statistical Society B 10(2), 257-261 (the beta-binomial).
"""

import math
from collections.abc import Sequence

MOST = 200.0
"""Never taken to be surer of how alike groups are than so many answers would make one."""


def always(yes: Sequence[int], answers: Sequence[int]) -> list[float]:
    """For each group with `yes` out of `answers` the chance that it answers all alike, times the number of groups.

    1 for a group that does not answer all alike.
    """
    chances = []
    for place, (mine, of) in enumerate(zip(yes, answers, strict=True)):
        if of == 0 or mine not in (0, of):
            chances.append(1.0)
            continue
        others = [(y, n) for k, (y, n) in enumerate(zip(yes, answers, strict=True)) if k != place and n > 0]
        chances.append(min(1.0, len(yes) * _alike(others, of)) if others else 1.0)
    return chances


def _alike(others: Sequence[tuple[int, int]], of: int) -> float:
    """The chance of `of` answers all yes or all no from a group like the others."""
    total = sum(n for _, n in others)
    mean = (sum(y for y, _ in others) + 0.5) / (total + 1)
    size = _size(others, mean, total)
    a, b = mean * size, (1 - mean) * size
    return min(1.0, _ratio(a, b, of) + _ratio(b, a, of))


def _size(others: Sequence[tuple[int, int]], mean: float, total: int) -> float:
    """a + b of the beta distribution by moments; no smaller than 1."""
    k = len(others)
    if k < 2:
        return 2.0
    found = sum(n * (y / n - mean) ** 2 for y, n in others)
    within = mean * (1 - mean) * (k - 1)
    spread = max(0.0, found - within) / max(1e-9, total - sum(n * n for _, n in others) / total)
    alike = spread / (mean * (1 - mean))
    return min(MOST, max(1.0, 1 / alike - 1)) if alike > 0 else MOST


def _ratio(a: float, b: float, of: int) -> float:
    return math.exp(math.lgamma(a + of) - math.lgamma(a) + math.lgamma(a + b) - math.lgamma(a + b + of))
