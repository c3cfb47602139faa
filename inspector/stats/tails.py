"""Tails of the discrete and gamma families, and how p-values of one subject are put together. No scipy.

Reference: Press et al. (2007), Numerical Recipes, 3rd ed., sections 6.1 to 6.4 (incomplete gamma and beta functions);
Liu & Xie (2020), Journal of the American Statistical Association 115(529), 393-402 (the combination); Hong (2013),
Computational Statistics & Data Analysis 59, 41-51 (sums of unequal chances).
"""

import math
from collections.abc import Sequence

from inspector.stats.gamma_tail import gamma_tail

ROUNDS = 300
TINY = 1e-300
LEAST = 1e-15
MOST = 0.95


def above_binomial(hits: float, trials: float, chance: float) -> float:
    """P(X >= hits) of `trials` tries at `chance`; fractions are allowed, as counts divided by an overdispersion are."""
    if hits <= 0 or chance >= 1:
        return 1.0
    if hits > trials or chance <= 0:
        return 0.0
    return _beta(chance, hits, trials - hits + 1)


def above_poisson(hits: float, mean: float) -> float:
    """P(X >= hits) of a count with that mean."""
    if hits <= 0:
        return 1.0
    return 1 - above_gamma(mean, hits) if mean > 0 else 0.0


def above_gamma(x: float, shape: float) -> float:
    """The regularised upper incomplete gamma function."""
    skew = 2 / math.sqrt(shape)
    return min(1.0, gamma_tail((x - shape) / math.sqrt(shape), skew)) if x > 0 else 1.0


def below_chi_square(x: float, freedom: float) -> float:
    """P(X <= x) of a chi-square with so many degrees of freedom."""
    return max(0.0, 1 - above_gamma(x / 2, freedom / 2)) if x > 0 else 0.0


def above_normal(z: float) -> float:
    """P(Z >= z) of the standard normal."""
    return 0.5 * math.erfc(z / math.sqrt(2))


def above_student(t: float, freedom: float) -> float:
    """P(T >= t) of Student's t."""
    half = 0.5 * _beta(freedom / (freedom + t * t), freedom / 2, 0.5)
    return half if t > 0 else 1 - half


def above_unequal(hits: int, chances: Sequence[float]) -> float:
    """P(X >= hits) of tries that each have a chance of their own: exact for 300 tries, else matched in three moments."""
    tries = [min(1.0, max(0.0, chance)) for chance in chances]
    if hits <= 0:
        return 1.0
    if len(tries) <= 300:
        return _exact(hits, tries)
    mean = sum(tries)
    spread = math.sqrt(sum(p * (1 - p) for p in tries))
    if spread == 0:
        return float(hits <= mean)
    skew = sum(p * (1 - p) * (1 - 2 * p) for p in tries) / spread**3
    z = (hits - 0.5 - mean) / spread
    return min(1.0, gamma_tail(z, skew) if skew > 1e-3 else above_normal(z))


def combined(chances: Sequence[float]) -> float:
    """One p-value of several on the same data (Cauchy): right in the tail whatever their correlation.

    Values above `MOST` count as that: otherwise one p-value next to 1 would outweigh any other.
    """
    clipped = [min(max(p, LEAST), MOST) for p in chances]
    total = sum(1 / math.tan(math.pi * p) for p in clipped) / len(clipped)
    return max(LEAST, math.atan2(1.0, total) / math.pi)


def _exact(hits: int, tries: Sequence[float]) -> float:
    import numpy as np

    weights = np.zeros(len(tries) + 1)
    weights[0] = 1.0
    for p in tries:
        weights[1:] = weights[1:] * (1 - p) + weights[:-1] * p
        weights[0] *= 1 - p
    return float(min(1.0, weights[hits:].sum()))


def _beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    lead = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    if x < (a + 1) / (a + b + 2):
        return math.exp(lead) * _fraction(x, a, b) / a
    return max(0.0, 1 - math.exp(lead) * _fraction(1 - x, b, a) / b)


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or TINY)
    total = d
    for m in range(1, ROUNDS):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / (1 + step * d or TINY)
            c = 1 + step / c or TINY
            total *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return total
