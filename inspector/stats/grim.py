"""Percentages, shares and means that no whole count can give out of the stated number.

Reference: Brown & Heathers (2017), Social Psychological and Personality Science 8(4), 363-369 (GRIM).
"""

import math
from decimal import Decimal

SLACK = 1e-9


def decimals(value: float) -> int:
    """The decimal places a value is written with, trailing zeros not counted."""
    exponent = Decimal(repr(float(value))).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def between(value: float, places: int, cut: bool = False) -> tuple[float, float]:
    """What `value` can have been before it was rounded to `places` decimals, or cut off there. Halves may go either way."""
    unit, slack = 10.0**-places, SLACK * (abs(value) + 10.0**-places)
    return (value - slack, value + unit + slack) if cut else (value - unit / 2 - slack, value + unit / 2 + slack)


def possible(value: float, size: float, scale: float, places: int, cut: bool = False) -> bool:
    """Whether some whole count out of `size`, times `scale`, gives `value` at `places` decimals.

    `scale` is 100 for percentages, 1 for shares and means.
    """
    low, high = (end * size / scale for end in between(value, places, cut))
    return math.floor(high + SLACK) >= max(0, math.ceil(low - SLACK))


def chance_possible(size: float, scale: float, places: int) -> float:
    """The share of all values with so many decimals that a whole count out of `size` can give."""
    return min(1.0, size * 10.0**-places / scale)
