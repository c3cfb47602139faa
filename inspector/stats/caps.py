"""Counts that pile up on their largest value, as under a cap.

Beyond its top a spread of counts falls off: each value is at most as frequent as the few just below it lead one to
expect (a line through their logarithms, never rising). What stands on the largest value is held against that.

Reference: Kleven (2016), Annual Review of Economics 8, 435-464 (counterfactual from the values on one side).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from inspector.stats.tails import above_binomial

FEWEST, BELOW = 60, 4
"""Counts in all, and values below the largest from which the expected is worked out."""


@dataclass(frozen=True)
class Cap:
    """`cap`: the largest value; `observed` counts on it, where about `expected` are."""

    n: int
    cap: int
    observed: int
    expected: float
    p_value: float


def cap(counts: Mapping[int, int]) -> Cap | None:
    """The pile on the largest value of `counts`. None with too few counts, or too few different values below it."""
    n = sum(counts.values())
    held = [value for value in sorted(counts) if counts[value]]
    if n < FEWEST or len(held) <= BELOW:
        return None
    top = held[-1]
    below = np.array([counts.get(top - k, 0) for k in range(BELOW, 0, -1)], dtype=np.float64)
    logs = np.log(below + 0.5)
    slope = float(np.polyfit(np.arange(BELOW), logs, 1, w=np.sqrt(below + 0.5))[0])
    # The values below may still be rising to a top of their own: the cap may then stand next to the top, not above it.
    rising = min(max(slope, -1.0), math.log(1.5))
    expected = float(math.exp(np.average(logs, weights=below + 0.5) + rising * (BELOW + 1) / 2))
    near = float(below.sum()) + 1.0
    chance = expected / (expected + near)
    hits = counts[top]
    return Cap(n, top, hits, expected, above_binomial(hits, hits + near, chance))
