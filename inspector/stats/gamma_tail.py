"""The upper tail of a skewed distribution known only by its mean, standard deviation and skewness.

Reference: Press et al. (2007), Numerical Recipes, 3rd ed., section 6.2 (the incomplete gamma
function by continued fraction and series).
"""

import math

ROUNDS = 500
TINY = 1e-300


def gamma_tail(z: float, skew: float) -> float:
    """The chance of over `z` standard deviations above the mean where the skewness is `skew` > 0 (Pearson III)."""
    shape = 4 / skew**2
    x = shape + z * math.sqrt(shape)
    if x <= 0:
        return 1.0
    lead = math.exp(max(-700.0, shape * math.log(x) - x - math.lgamma(shape)))
    return lead * _fraction(shape, x) if x > shape + 1 else max(0.0, 1 - lead * _series(shape, x))


def _series(shape: float, x: float) -> float:
    term = total = 1 / shape
    for k in range(1, ROUNDS):
        term *= x / (shape + k)
        total += term
        if term < total * 1e-14:
            break
    return total


def _fraction(shape: float, x: float) -> float:
    b = x + 1 - shape
    c, d = 1 / TINY, 1 / b
    total = d
    for k in range(1, ROUNDS):
        a, b = -k * (k - shape), b + 2
        d = 1 / (a * d + b or TINY)
        c = b + a / c or TINY
        total *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return total
