"""Stated chances held against what happened: Brier's score, its parts, and whether the chances can be as stated.

Reference:
    Brier (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78(1), 1-3; Murphy (1973),
    A new vector partition of the probability score, Journal of Applied Meteorology 12(4), 595-600; Stephenson, Coelho & Jolliffe
    (2008), Two extra components in the Brier score decomposition, Weather and Forecasting 23(4), 752-757; Spiegelhalter (1986),
    Probabilistic prediction in patient management and clinical trials, Statistics in Medicine 5(5), 421-433.
"""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

GROUPS = 10


class Parts(NamedTuple):
    """`score` = `reliability` - `resolution` + `uncertainty` + `within`; `base` (= `uncertainty`) is that of the share itself."""

    score: float
    reliability: float
    resolution: float
    uncertainty: float
    within: float


def score(chances: Sequence[float], came: Sequence[bool]) -> float:
    """The mean squared distance of chances (0 to 1) from what happened (0 or 1): 0 is best, 1 worst. Raises ZeroDivisionError of
    nothing."""
    return sum((p - o) ** 2 for p, o in zip(chances, came, strict=True)) / len(chances)


def group_of(chance: float) -> int:
    """The tenth that a chance is in, 0 to 9; 1 belongs to the last."""
    return min(GROUPS - 1, int(round(chance * GROUPS, 9)))


def parts(chances: Sequence[float], came: Sequence[bool]) -> Parts:
    """The score and its parts over the tenths. Raises ZeroDivisionError of nothing."""
    n, share = len(chances), sum(came) / len(came)
    groups: dict[int, list[tuple[float, bool]]] = {}
    for p, o in zip(chances, came, strict=True):
        groups.setdefault(group_of(p), []).append((p, o))
    reliability = resolution = 0.0
    for _, some in sorted(groups.items()):
        mean, true = sum(p for p, _ in some) / len(some), sum(o for _, o in some) / len(some)
        reliability += len(some) * (mean - true) ** 2 / n
        resolution += len(some) * (true - share) ** 2 / n
    whole, uncertainty = score(chances, came), share * (1 - share)
    return Parts(whole, reliability, resolution, uncertainty, whole - reliability + resolution - uncertainty)


def spiegelhalter(chances: Sequence[float], came: Sequence[bool]) -> float | None:
    """How far the score lies from what it would be were the chances right, in standard deviations; None where it cannot vary."""
    variance = sum((1 - 2 * p) ** 2 * p * (1 - p) for p in chances)
    if variance <= 0:
        return None
    return sum((o - p) * (1 - 2 * p) for p, o in zip(chances, came, strict=True)) / sqrt(variance)


def tails(chances: Sequence[float], true: int) -> tuple[float, float]:
    """Were the chances right: the probabilities that at most so many, and that at least so many, came true. Exact."""
    found = [1.0]
    for p in chances:
        found = [
            (found[k] * (1 - p) if k < len(found) else 0.0) + (found[k - 1] * p if k else 0.0)
            for k in range(len(found) + 1)
        ]
    return min(1.0, sum(found[: true + 1])), min(1.0, sum(found[true:]))
