"""Whole numbers that end in 0 or 5 more often than a smooth spread of numbers would.

Counts by value follow a Poisson regression on a smooth curve that holds the Poisson, negative binomial, gamma and
lognormal families (1, x, log x, log² x, log x!), with a factor for each weekday where work comes in weekly heaps, and one
column for the multiples of 10, 5 or both. The signed root of the deviance, shrunk by the overdispersion, gives the
p-value. Where the numbers spread over more than `WIDE` values the curve is flat across ten of them, and the share of
last digits is compared with 1 in 10 and 1 in 5 directly.

Reference: Roberts & Brewer (2001), Statistics in Medicine 20(11), 1653-1672 (heaping of self-reports); Whipple's index
(United Nations 1955, Manual II); McCullagh & Nelder (1989), Generalized Linear Models, chapter 6.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.poisson_regression import Array, fit, spread
from inspector.stats.tails import LEAST, above_binomial, combined

WIDE = 150
"""Different values from the smallest to the largest, beyond which last digits are compared directly."""
FEWEST, SPAN = 60, 9
"""Numbers, and values from the smallest to the largest, below which nothing can be told."""
POWERED = 2.326 + 0.842


@dataclass(frozen=True)
class Heaps:
    """Numbers at multiples of `step`, how many were `expected` there, and the smallest share that would be seen."""

    n: int
    step: int
    observed: int
    expected: float
    p_value: float
    smallest: float


def heaps(counts: Mapping[int, int], weeks: tuple[int, ...] = (1,)) -> Heaps | None:
    """Heaps among `counts` (numbers by value, none negative). `weeks`: periods honest weekly heaps may have (1: none).

    None where there are too few numbers, or all of them lie close together.
    """
    n = sum(counts.values())
    held = sorted(value for value, count in counts.items() if count)
    if n < FEWEST or held[-1] - held[0] < SPAN:
        return None
    tried = _by_digit(counts, n, weeks) if held[-1] - held[0] > WIDE else _by_curve(counts, n, held, weeks)
    if not tried:
        return None
    best = min(tried, key=lambda one: one.p_value)
    p_value = combined([one.p_value for one in tried])
    return Heaps(n, best.step, best.observed, best.expected, p_value, best.smallest)


def _by_digit(counts: Mapping[int, int], n: int, weeks: tuple[int, ...]) -> list[Heaps]:
    tens, fives = (sum(count for value, count in counts.items() if value % step == 0) for step in (10, 5))
    if 5 in weeks:
        # Honest weekly heaps stand on every multiple of 5: half of those are multiples of 10.
        return [_digit(10, tens, fives, 0.5, n)]
    return [_digit(10, tens, n, 0.1, n), _digit(5, fives, n, 0.2, n)]


def _digit(step: int, hits: int, of: int, chance: float, n: int) -> Heaps:
    smallest = POWERED * math.sqrt(chance * (1 - chance) * of) / n
    return Heaps(n, step, hits, of * chance, above_binomial(hits, of, chance), smallest)


def _by_curve(counts: Mapping[int, int], n: int, held: list[int], weeks: tuple[int, ...]) -> list[Heaps]:
    values = np.arange(held[0], held[-1] + 1, dtype=np.float64)
    seen = np.array([counts.get(int(value), 0) for value in values], dtype=np.float64)
    full = (values % 10 == 0).astype(np.float64)
    half = (values % 5 == 0).astype(np.float64)
    base, period = _base(values, seen, 1 - half, weeks)
    columns = [(10, full)] if period == 5 else [(10, full), (5, half)]
    tried = [_try(base, seen, column, n, step) for step, column in columns if 1 < column.sum() < len(column)]
    return [one for one in tried if one is not None]


def _base(values: Array, seen: Array, plain: Array, weeks: tuple[int, ...]) -> tuple[Array, int]:
    """The smooth columns, with those of the weekdays where the values that are no heap show that they are needed."""
    log = np.log(values + 1)
    factorial = np.array([math.lgamma(value + 1) for value in values])
    line = (values - values.mean()) / len(values)
    smooth = np.stack(
        [np.ones_like(values), line, log - log.mean(), _rest(log**2, line), _rest(factorial, line)], axis=1
    )
    smooth = smooth[:, : max(3, min(5, len(values) // 4))]
    bases = {period: np.hstack([smooth, _weekdays(values, period)]) for period in weeks}
    keep = plain > 0
    # A period of 5 shares its heaps with the multiples of 5, so that only those of 10 can be asked about.
    if 5 in weeks:
        return bases[5], 5
    costs = {period: fit(base[keep], seen[keep]).deviance + 2.0 * int(base.shape[1]) for period, base in bases.items()}
    best = min(weeks, key=lambda period: costs[period])
    return bases[best], best


def _rest(column: Array, line: Array) -> Array:
    column = column - column.mean()
    return np.asarray(column / max(1e-9, float(np.abs(column).max())) - line, dtype=np.float64)


def _weekdays(values: Array, period: int) -> Array:
    place = np.mod(values, period)
    columns = [(place == k) * 1.0 - (place == 0) for k in range(1, period)]
    return np.stack(columns, axis=1) if columns else np.zeros((len(values), 0))


def _try(base: Array, seen: Array, column: NDArray[np.float64], n: int, step: int) -> Heaps | None:
    if (seen[column > 0] > 0).sum() < 2:
        return None
    null, design = fit(base, seen), np.hstack([base, column[:, None]])
    found = fit(design, seen)
    loose = spread(design, seen)
    strength = float(found.coefficients[-1])
    root = math.copysign(math.sqrt(max(0.0, null.deviance - found.deviance) / loose), strength)
    inside = column > 0
    expected = float(found.mean[inside].sum() * math.exp(-min(max(strength, -20.0), 20.0)))
    error = math.sqrt(max(0.0, float(found.covariance[-1, -1])) * loose)
    smallest = expected * math.expm1(min(POWERED * error, 20.0)) / n
    p_value = max(LEAST, 0.5 * math.erfc(root / math.sqrt(2)))
    return Heaps(n, step, int(seen[inside].sum()), expected, p_value, min(1.0, smallest))
