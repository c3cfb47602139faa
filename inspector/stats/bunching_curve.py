"""The smooth curve that the probe of deadlines holds counts against, for a picture of it."""

from collections.abc import Mapping

import numpy as np

from inspector.stats.bunching import SHAPES, _curve, _inside, _reach, bunching
from inspector.stats.poisson_regression import fit


def expected(counts: Mapping[int, int], deadline: int) -> dict[int, float] | None:
    """The cases to be expected on each day around a `deadline`, from the days outside the last week before it.

    None where `bunching` has no answer either.
    """
    if bunching(counts, deadline) is None:
        return None
    days = np.arange(*_reach(deadline), dtype=np.float64)
    seen = np.array([counts.get(int(day), 0) for day in days], dtype=np.float64)
    gap = days - deadline
    outside = ~_inside(gap, SHAPES[-1][0])
    base, _ = _curve(days, gap, seen, outside)
    found = fit(base[outside], seen[outside])
    mean = np.exp(np.minimum(base @ found.coefficients, 50.0))
    return {int(day): float(value) for day, value in zip(days, mean, strict=True)}
