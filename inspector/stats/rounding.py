"""Rounding at the edge of a fact, so that a difference in the last bit cannot show in an answer."""

import math


def round6(x: float) -> float:
    """`x` to six significant digits, with -0.0 as 0.0.

    Raises ValueError for NaN and infinities: neither may enter a fact.
    """
    number = float(x)
    if not math.isfinite(number):
        raise ValueError(f"not a finite number: {number}")
    return float(f"{number:.6g}") + 0.0
