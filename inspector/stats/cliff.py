"""Too many cases on the very last days allowed, where a broad hump at the deadline is natural: work is planned towards it.

As `bunching`, with two differences: the smooth curve may bend at four more places (cubic splines), so that it follows a true
hump wider than about a week; and against it stand the last day and the last three alone. A short clock (under three weeks) has
few different days, and there the curve holds the gamma and the lognormal family as it is.

Reference: as `bunching`; de Boor (1978), A Practical Guide to Splines (truncated powers); Kleven (2016), Annual Review of
Economics 8, 435-464 (the flexible counterfactual).
"""

import math
from collections.abc import Mapping

import numpy as np

from inspector.stats.bunching import SHORT, SMALLEST_P, Bunching, _columns, _fewest, _inside, _reach, _Tried, _try
from inspector.stats.poisson_regression import Array, fit, spread

SHAPES = ((1, 0.1), (3, 0.25))
"""Days inside, and depth of the hollow behind the deadline."""
KNOTS = (-20, -12, -5, 6)
"""Working days from the deadline where the curve may bend."""
PERIODS, BENDS = (1, 5), (0, 1)


def cliff(counts: Mapping[int, int], deadline: int) -> Bunching | None:
    """What `counts` (cases by working days taken) show at a `deadline`. None where there are too few cases or days near it."""
    days = np.arange(*_reach(deadline), dtype=np.float64)
    seen = np.array([counts.get(int(day), 0) for day in days], dtype=np.float64)
    gap = days - deadline
    if not _fewest(seen, gap, deadline):
        return None
    outside = ~_inside(gap, SHAPES[-1][0])
    bases = {(period, bends): _bent(days, gap, period, deadline, bends) for period in PERIODS for bends in BENDS}
    loose = spread(bases[PERIODS[-1], BENDS[-1]][outside], seen[outside])

    def cost(place: tuple[int, int]) -> float:
        base = bases[place]
        return fit(base[outside], seen[outside]).deviance / loose + 2.0 * int(base.shape[1])

    chosen = min(bases, key=cost)
    base = bases[chosen]
    null, loose = fit(base, seen), spread(base[outside], seen[outside])
    tried = [_try(base, seen, gap, inside, hollow, null, loose) for inside, hollow in SHAPES]
    best = min(tried, key=lambda one: one.p_value)
    return Bunching(
        n=sum(counts.values()),
        near=int(seen.sum()),
        days=best.days,
        observed=best.observed,
        expected=best.expected,
        p_value=_combined(tried),
        period=chosen[0],
        smallest=tried[-1].smallest,
    )


def _bent(days: Array, gap: Array, period: int, deadline: int, bends: int) -> Array:
    if deadline < SHORT:
        return _columns(days, gap, bends, period)
    base = _columns(days, gap, 0, period)
    splines = [(np.maximum(gap - knot, 0.0) / len(days)) ** 3 for knot in KNOTS]
    return np.hstack([base, np.stack(splines, axis=1)])


def _combined(tried: list[_Tried]) -> float:
    clipped = [min(max(one.p_value, SMALLEST_P), 1 - 1e-9) for one in tried]
    total = sum(1 / math.tan(math.pi * p) for p in clipped) / len(clipped)
    return max(SMALLEST_P, math.atan2(1.0, total) / math.pi)
