"""Figures that get worse from one period to the next less often than chance makes them, however fast they get better.

A share or count about a trend goes back whenever chance takes away more than the trend adds. Of all trends with the same gain
the even one goes back least often, so that each step is held against the even one; and a figure that was high by chance is
followed by a lower one, so that steps back come more regularly than a binomial has them. Both make the test milder.

Reference: Weitzman (1980), Bell Journal of Economics 11(1), 302-308 (the ratchet principle); Wallis & Moore (1941), Journal of
the American Statistical Association 36(215), 401-409 (signs of differences).
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.tails import above_unequal

Array = NDArray[np.float64]

FEWEST = 12
EXPECTED = 4.0
"""Smallest mean of events, and of those that did not happen."""
SEEN = 0.005
FLOW = 0.4
"""Scatter of denominators from one period to the next, over that of a Poisson, below which the same cases may stand in both."""


@dataclass(frozen=True)
class Ratchet:
    """Of `steps` steps `worse` went back by more than a case, where chance about an even gain gives `expected` or more."""

    steps: int
    worse: int
    expected: float
    p_value: float
    smallest: float


def ratchet(numerators: Array, denominators: Array | None, way: int) -> Ratchet | None:
    """How seldom shares (or counts, without `denominators`) got worse; `way` is 1 where more is better, else -1.

    None with too few figures, with numbers too small, or where the same cases may be counted again each period.
    """
    size = np.ones_like(numerators) if denominators is None else denominators
    if len(numerators) < FEWEST or not (size > 0).all() or numerators.mean() < EXPECTED:
        return None
    if denominators is not None and ((size - numerators).mean() < EXPECTED or _again(size)):
        return None
    share = numerators / size
    moved = way * np.diff(share)
    chances = _no_worse(share, size, denominators is not None, way)
    worse, expected = int((moved < -_case(size) - 1e-12).sum()), float((1 - chances).sum())
    p_value = above_unequal(len(moved) - worse, chances.tolist())
    return Ratchet(len(moved), worse, expected, p_value, _smallest(chances))


def _no_worse(share: Array, size: Array, counted: bool, way: int) -> Array:
    """The chance of each step that it is no step back, about the line of least squares where that gets better."""
    time = np.arange(len(share)) - (len(share) - 1) / 2
    slope = max(0.0, way * float((time * (share - share.mean())).sum() / (time**2).sum()))
    level = np.clip(share, 0.02, 0.98) if counted else np.maximum(share, 0.5)
    # A single share of 0 or 1 says little of how much chance there is in it.
    level = (level + level.mean()) / 2
    spread = (level * (1 - level) if counted else level) / size
    scatter = np.sqrt(spread[1:] + spread[:-1])
    z = (slope + _case(size)) / scatter
    return np.array([1 - 0.5 * math.erfc(one / math.sqrt(2)) for one in z])


def _again(size: Array) -> bool:
    """Whether denominators stay so near each other that they may be the same cases."""
    return float((np.diff(size) ** 2).mean()) < FLOW * 2 * float(size.mean())


def _case(size: Array) -> Array:
    """What one case is of the larger of two denominators: a step back by no more is none, as whole cases are counted."""
    return np.asarray(1 / np.maximum(size[1:], size[:-1]), dtype=np.float64)


def _smallest(chances: Array) -> float:
    """The share of all steps back that must be gone for what is left to be seen."""
    tries = chances.tolist()
    expected = len(tries) - sum(tries)
    left = max((k for k in range(int(expected) + 1) if above_unequal(len(tries) - k, tries) < SEEN), default=-1)
    return 1 - left / expected if left >= 0 and expected > 0 else 1.0
