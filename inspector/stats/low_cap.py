"""Small counts that go up to two or three and no further: whether any more were to be expected.

Counts by persons fall off no faster than those of a Poisson process (people differ, which makes the tail longer). The mean comes
from the lowest value and the next; how many would lie beyond the largest is the least that is to be expected, and the chance
that there are none follows from it.

Reference: Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, 3rd ed., chapter 4 (Poisson; mixtures of it have
longer tails); Kleven (2016), Annual Review of Economics 8, 435-464.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

FEWEST, MOST = 60, 3
"""Counts in all, and steps from the lowest to the largest value beyond which `caps` looks."""


@dataclass(frozen=True)
class LowCap:
    """`observed` counts on the largest value `cap`; at least `beyond` were to be expected above it."""

    n: int
    cap: int
    observed: int
    beyond: float
    p_value: float


def low_cap(counts: Mapping[int, int]) -> LowCap | None:
    """What lies beyond the largest value of `counts`. None with too few, with one value alone, or with many."""
    held = sorted(value for value in counts if counts[value])
    n = sum(counts.values())
    if n < FEWEST or len(held) < 2 or held[-1] - held[0] > MOST or held[1] != held[0] + 1:
        return None
    low, top = counts[held[0]], held[-1]
    ratio = min(counts[held[1]] / low, 20.0)
    steps = top - held[0]
    inside = sum(ratio**k / math.factorial(k) for k in range(steps + 1))
    beyond = low * max(0.0, math.exp(ratio) - inside)
    return LowCap(n, top, counts[top], beyond, math.exp(-min(beyond, 700.0)))
