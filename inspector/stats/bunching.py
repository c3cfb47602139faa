"""Too many cases on or just inside a deadline, against what the days around it lead one to expect.

The counts by whole days around the deadline follow a Poisson regression: a smooth curve that holds the gamma and the
lognormal family exactly (1, x, log x, log² x), bent further where the data want it, times a factor for each day of a
5- or 7-day week where the data show heaps. Against it stand three shapes of bunching: on the last day, on the last
three, and spread over the last seven, each with a hollow behind the deadline. The signed root of the deviance of each
shape, shrunk by the overdispersion, gives a one-sided p-value; the three are combined without simulation.

Reference: Saez (2010), American Economic Journal: Economic Policy 2(3), 180-212; Kleven (2016), Annual Review of
Economics 8, 435-464 (the counterfactual from the counts outside an excluded zone); McCrary (2008), Journal of
Econometrics 142(2), 698-714; Frandsen (2017), Advances in Econometrics 38, 281-315 (whole numbers); Liu & Xie (2020),
Journal of the American Statistical Association 115(529), 393-402 (the combination).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.poisson_regression import Array, Fit, fit, spread

REACH = 35
"""Days looked at on either side of the deadline: five weeks, enough to tell a heap on one weekday from a bunching."""
SHAPES = ((1, 0.1, 0.2), (3, 0.25, 0.4), (7, 0.5, 0.4))
"""Days inside, depth of the hollow behind the deadline (a share of the excess, in logs), weight in the combination."""
PART = 5
"""No shape is wider than a fifth of the deadline (three days at least): short deadlines have a natural hump there."""
BENDS = (0, 1, 2, 3)
"""How many further columns may bend the smooth curve, in the order of `_columns`."""
PERIODS = (1, 5, 7)
FEWEST_NEAR, FEWEST_ABOUT, FEWEST_DAYS = 80, 10, 21
"""Cases within reach; cases from a fortnight before to a week after; different days on which any case ended."""
SHORT, FEWEST_SHORT = 21, 12
"""A clock of fewer days has not so many different ones: there so many are enough."""
POWERED = 2.326 + 0.842
"""Standard errors between nothing and what is seen at p < 0.01 four times in five."""
SMALLEST_P = 1e-15


@dataclass(frozen=True)
class Bunching:
    """What was found on the last `days` days of the allowed time (the shape that fits best of those tried).

    `n` cases in all and `near` the deadline; `observed` and `expected` cases on those days; `period` of the weekly
    heaps (1: none); `smallest`: cases moved to the last three days that would be seen with power 0.8.
    """

    n: int
    near: int
    days: int
    observed: int
    expected: float
    p_value: float
    period: int
    smallest: float

    @property
    def excess(self) -> float:
        """Cases inside the deadline beyond those expected, never below 0."""
        return max(0.0, self.observed - self.expected)


@dataclass(frozen=True)
class _Tried:
    days: int
    p_value: float
    observed: int
    expected: float
    smallest: float


def bunching(counts: Mapping[int, int], deadline: int) -> Bunching | None:
    """The bunching of `counts` (cases by whole days taken) at a `deadline` in the same days; days below 1 are not used.

    None where there are too few cases near the deadline, or too few different days, for any answer.
    """
    days = np.arange(*_reach(deadline), dtype=np.float64)
    seen = np.array([counts.get(int(day), 0) for day in days], dtype=np.float64)
    gap = days - deadline
    if not _fewest(seen, gap, deadline):
        return None
    shapes = [shape for shape in SHAPES if shape[0] <= max(3, deadline // PART)]
    outside = ~_inside(gap, shapes[-1][0])
    base, period = _curve(days, gap, seen, outside)
    null, loose = fit(base, seen), spread(base[outside], seen[outside])
    tried = [_try(base, seen, gap, inside, hollow, null, loose) for inside, hollow, _ in shapes]
    best = min(tried, key=lambda one: one.p_value)
    return Bunching(
        n=sum(counts.values()),
        near=int(seen.sum()),
        days=best.days,
        observed=best.observed,
        expected=best.expected,
        p_value=_combined(tried),
        period=period,
        smallest=tried[1].smallest,
    )


def smallest_shift(n: int) -> float:
    """A rough smallest share of `n` cases that moving would show, where there are too few near the deadline to measure.

    Takes a twentieth of all cases to end on the last three days, as in a spread of two months.
    """
    return min(1.0, POWERED * math.sqrt(1.3 * 0.05 * n) / n) if n else 1.0


def _fewest(seen: Array, gap: Array, deadline: int) -> bool:
    """Whether there are cases enough near the deadline, on days enough."""
    about = seen[(gap > -14) & (gap <= 7)].sum()
    days = FEWEST_SHORT if deadline < SHORT else FEWEST_DAYS
    return bool(seen.sum() >= FEWEST_NEAR and about >= FEWEST_ABOUT and (seen > 0).sum() >= days)


def _reach(deadline: int) -> tuple[int, int]:
    """First day, and the day after the last. The very first days, where a curve is steep, stay out."""
    return max(1, deadline - REACH, deadline // 4), deadline + min(REACH, max(21, deadline + 6)) + 1


def _inside(gap: Array, days: int) -> NDArray[np.bool_]:
    return np.asarray((gap > -days) & (gap <= 0))


def _curve(days: Array, gap: Array, seen: Array, outside: NDArray[np.bool_]) -> tuple[Array, int]:
    """The columns of the smooth curve and the heap period, chosen by what the days outside the zone under test need."""

    def cost(bends: int, period: int, loose: float) -> float:
        base = _columns(days, gap, bends, period)
        return fit(base[outside], seen[outside]).deviance / loose + 2.0 * int(base.shape[1])

    widest = _columns(days, gap, max(BENDS), max(PERIODS))
    # Quasi-AIC: misfit beyond Poisson must not by itself call for more columns.
    loose = spread(widest[outside], seen[outside])
    period = min(PERIODS, key=lambda period: cost(1, period, loose))
    bends = min(BENDS, key=lambda bends: cost(bends, period, loose))
    return _columns(days, gap, bends, period), period


def _columns(days: Array, gap: Array, bends: int, period: int) -> Array:
    log = np.log(days / days.mean())
    line = (days - days.mean()) / len(days)
    smooth = np.stack([np.ones_like(days), line, log, log**2, *[line**3, log**3, line**4][:bends]], axis=1)
    return np.hstack([smooth, _weekdays(gap, period)])


def _weekdays(gap: Array, period: int) -> Array:
    place = np.mod(gap, period)
    columns = [(place == k) * 1.0 - (place == 0) for k in range(1, period)]
    return np.stack(columns, axis=1) if columns else np.zeros((len(gap), 0))


def _try(base: Array, seen: Array, gap: Array, days: int, hollow: float, null: Fit, loose: float) -> _Tried:
    inside = _inside(gap, days)
    column = inside - hollow * (gap > 0)
    found = fit(np.hstack([base, column[:, None]]), seen)
    strength = float(found.coefficients[-1])
    root = math.copysign(math.sqrt(max(0.0, null.deviance - found.deviance) / loose), strength)
    expected = float(found.mean[inside].sum() * math.exp(-min(max(strength, -20.0), 20.0)))
    error = math.sqrt(max(0.0, float(found.covariance[-1, -1])) * loose)
    smallest = expected * math.expm1(min(POWERED * error, 20.0))
    return _Tried(days, 0.5 * math.erfc(root / math.sqrt(2)), int(seen[inside].sum()), expected, smallest)


def _combined(tried: list[_Tried]) -> float:
    """Cauchy combination: right in the tail whatever the correlation between the shapes."""
    clipped = [min(max(one.p_value, SMALLEST_P), 1 - 1e-9) for one in tried]
    weights = [weight for _, _, weight in SHAPES[: len(tried)]]
    total = sum(weight / math.tan(math.pi * p) for p, weight in zip(clipped, weights, strict=True)) / sum(weights)
    return max(SMALLEST_P, math.atan2(1.0, total) / math.pi)
