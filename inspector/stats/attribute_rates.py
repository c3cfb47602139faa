"""Sizes and bounds where the rows are a stream without end: shares wrong (binomial) and monetary units (Poisson).

A binomial answer next to the limit is settled in whole numbers. A Poisson count may be a fraction, as auditors' tables have it.

Reference: AICPA Audit Guide: Audit Sampling (2017), tables A-1 to A-4 (binomial) and C-1 (Poisson); Clopper & Pearson (1934),
Biometrika 26, 404-413.
"""

import math
from collections.abc import Callable
from fractions import Fraction

from inspector.stats.attribute_sampling import Rate, as_written, least_at_rate, risk
from inspector.stats.tails import above_binomial, above_gamma

NEAR = 1e-8
"""How near to the risk a float is not trusted."""
MOST_ROWS = 5000


def rows_at_share(share: Rate, confidence: Rate, wrong: int = 0, most: int = MOST_ROWS) -> int | None:
    """The least size at which at most `wrong` wrong ones show that less than `share` is wrong; None beyond `most`."""
    return _halving(wrong + 1, most, lambda n: settled(share, confidence, n, wrong))


def rows_at_share_expecting(share: Rate, confidence: Rate, rate: Rate, most: int = MOST_ROWS) -> int | None:
    """The same where `rate` of the rows looked at may be wrong, rounded up to whole rows: .035 of 400 is 14."""
    return least_at_rate(lambda n, x: settled(share, confidence, n, x), as_written(rate), most)


def settled(share: Rate, confidence: Rate, looked: int, wrong: int) -> bool:
    """Whether P(at most `wrong` of `looked` wrong), at a share of `share`, is no more than the risk."""
    p, left = as_written(share), risk(confidence)
    if wrong >= looked:
        return False
    found = above_binomial(looked - wrong, looked, 1 - float(p))
    if abs(found - float(left)) > NEAR:
        return found < float(left)
    one, other = p.numerator, p.denominator - p.numerator
    ways: int = sum(math.comb(looked, i) * one**i * other ** (looked - i) for i in range(wrong + 1))
    limit: int = left.numerator * p.denominator**looked
    return ways * left.denominator <= limit


def highest_share(looked: int, wrong: int, confidence: Rate) -> float:
    """The largest share wrong that `wrong` of `looked` do not rule out (Clopper & Pearson, one-sided)."""
    left = float(risk(confidence))
    return 1.0 if wrong >= looked else _root(lambda p: above_binomial(looked - wrong, looked, 1 - p) > left, 1.0)


def highest_share_up(looked: int, wrong: int, confidence: Rate, step: Rate) -> Fraction:
    """The same, rounded up to a multiple of `step`, as printed tables have it."""
    unit = as_written(step)
    steps = math.floor(1 / unit)
    found = _halving(1, steps, lambda i: settled(unit * i, confidence, looked, wrong))
    return Fraction(1) if found is None else unit * found


def units_at_share(share: Rate, confidence: Rate, wrong: float = 0.0, most: int = MOST_ROWS) -> int | None:
    """The least number of monetary units (Poisson) with at most `wrong` wrong ones that shows less than `share` is wrong."""
    p, left = as_written(share), float(risk(confidence))
    return _halving(math.floor(wrong) + 1, most, lambda n: _poisson(n * p, wrong) <= left)


def units_at_share_expecting(share: Rate, confidence: Rate, rate: Rate, most: int = MOST_ROWS) -> int | None:
    """The same where `rate` of the units looked at may be wrong, not rounded."""
    p, expected, left = as_written(share), as_written(rate), float(risk(confidence))
    fits = (n for n in range(1, most + 1) if n > n * expected and _poisson(n * p, float(n * expected)) <= left)
    return next(fits, None)


def highest_units(looked: int, wrong: float, confidence: Rate) -> float:
    """The largest share of wrong monetary units that `wrong` among `looked` do not rule out (Poisson, one-sided)."""
    left = float(risk(confidence))
    return _root(lambda mean: _poisson(mean, wrong) > left, 10.0 * (wrong + 10)) / looked


def _poisson(mean: Fraction | float, wrong: float) -> float:
    return above_gamma(float(mean), wrong + 1)


def _halving(low: int, high: int, settles: Callable[[int], bool]) -> int | None:
    if low > high or not settles(high):
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if settles(middle) else (middle + 1, high)
    return low


def _root(holds: Callable[[float], bool], high: float) -> float:
    low = 0.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return high
