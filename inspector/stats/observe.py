"""From what was recorded to numbers with equal noise: one observation model for each sort of data.

Proportions (numerator out of denominator) pass through the arcsine and counts through the square root, which make
sampling noise the same everywhere (Anscombe 1948, Biometrika 35); plain numbers are only centred and scaled, so
that a shift or a change of unit cannot matter. A mirrored proportion (n - x out of n) gives exactly the negative.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inspector.stats.judgement import Observation
from inspector.stats.level_noise import counts, plain, proportions
from inspector.stats.median import medians

Array = NDArray[np.float64]
Sort = Literal["plain", "count", "proportion"]
LATEST = 120
PLENTY = 50
LEAST_REACH = 0.5
LEAST_CHANCE = (0.7, 0.75)
"""Of lasting changes where few are counted: in two years or less, and in three or more."""
WINDOWS = (24, 36)
LEAST_PASSING = 0.1
UNKNOWN = 0.6
RARE = 2.0
"""Events a period on average, below which they are judged as events: by where they fell, not by scatter."""
SCARCE = 0.1
"""The greatest share of what they are out of that rare events are."""
FEW_EVENTS = 6
"""Events below which nothing can be told of counts; of how many they are out of is known of shares, which tells something."""
RARE_CHANCE = 0.7
RARE_PASSING = 0.25


@dataclass(frozen=True, slots=True)
class Readings:
    """A series ready for judging: `y` (n,), and `sd` (n,), the noise of each up to a common factor.

    `sampling` is True where that factor cannot be below one, because the noise of sampling is known. Where few are counted
    the same change of a share is fewer sd of the noise, `reach` times as many as usual, and rarer to be seen: lasting
    changes by `chance`, and those that pass, spells, seasons and fades, by `passing`.
    """

    periods: Array
    months: Array
    y: Array
    sd: Array
    sampling: bool
    chance: float = 1.0
    passing: float = 1.0
    reach: float = 1.0
    events: Array | None = None
    """Of rare events, how many in each period (n,), and of how many chances; `turned` where it is those that did not happen."""
    exposure: Array | None = None
    turned: bool = False


def readings(observations: tuple[Observation, ...], latest: int = LATEST) -> Readings:
    """The usable observations of the latest periods, sorted, on a scale of equal noise.

    Left out: what has no finite number, and denominators of nought. Of two in the same period the first stands.
    Numerators above their denominators make the series a rate (counts over exposure); negative ones, plain ratios.
    """
    return readings_of([observations], latest)[0]


def readings_of(series: Iterable[tuple[Observation, ...]], latest: int = LATEST) -> list[Readings]:
    """The readings of many series at once. Those of one do not depend on the others."""
    sorted_out = [_sorted_out(_kept(one, latest)) for one in series]
    alike: dict[tuple[Sort, int], list[int]] = {}
    for place, (sort, kept, *_) in enumerate(sorted_out):
        alike.setdefault((sort, len(kept)), []).append(place)
    found: dict[int, Readings] = {}
    for (sort, _), places in alike.items():
        found.update(zip(places, _read(sort, [sorted_out[place][1:] for place in places]), strict=True))
    return [found[place] for place in range(len(sorted_out))]


def _kept(observations: tuple[Observation, ...], latest: int) -> list[Observation]:
    first: dict[int, Observation] = {}
    for one in observations:
        if _usable(one):
            first.setdefault(one.period, one)
    return [first[period] for period in sorted(first)[-latest:]]


def _usable(one: Observation) -> bool:
    value, top, bottom = one.value, one.numerator, one.denominator
    if value is None and top is None:
        return False
    return (
        (value is None or isfinite(value))
        and (top is None or isfinite(top))
        and (bottom is None or (isfinite(bottom) and bottom > 0))
    )


def _sorted_out(kept: list[Observation]) -> tuple[Sort, list[Observation], list[float], list[float]]:
    """Which model a series follows, with its values, or its counts and what each is out of."""
    if not kept or any(one.value is not None for one in kept):
        return "plain", kept, [one.value if one.value is not None else _ratio(one) for one in kept], []
    x = [one.numerator or 0.0 for one in kept]
    if min(x) < 0:
        return "plain", kept, [_ratio(one) for one in kept], []
    of = [one.denominator for one in kept]
    n = [1.0 if d is None else d for d in of]
    counted = None in of or any(a > b for a, b in zip(x, n, strict=True))
    return "count" if counted else "proportion", kept, x, n


def _ratio(one: Observation) -> float:
    return (one.numerator or 0.0) / (one.denominator or 1.0)


def _read(sort: Sort, drawn: Sequence[tuple[list[Observation], list[float], list[float]]]) -> list[Readings]:
    """The readings of series of one sort and length."""
    periods = np.array([[one.period for one in kept] for kept, _, _ in drawn], dtype=np.float64)
    months = np.array([[one.month for one in kept] for kept, _, _ in drawn], dtype=np.float64)
    x = np.array([some for _, some, _ in drawn], dtype=np.float64)
    if sort == "plain":
        y, sd = plain(x)
        each = zip(periods, months, y, sd, strict=True)
        return [Readings(*rows, sampling=False, chance=UNKNOWN, passing=UNKNOWN) for rows in each]
    n = np.array([some for _, _, some in drawn], dtype=np.float64)
    return [_with_rare(*one, sort) for one in zip(_many(sort, periods, months, x, n), x, n, strict=True)]


def _with_rare(seen: Readings, x: Array, n: Array, sort: Sort) -> Readings:
    """The readings, with the events themselves where they are rare: which way round they are counted must not matter."""
    if not len(x):
        return seen
    for turned, events in ((False, x), (True, n - x)) if sort == "proportion" else ((False, x),):
        total = float(events.sum())
        scarce = sort == "count" or (total < SCARCE * float(n.sum()) and total >= FEW_EVENTS)
        if scarce and total < RARE * len(events):
            return replace(seen, events=events, exposure=n, turned=turned, chance=RARE_CHANCE, passing=RARE_PASSING)
    return seen


def _many(sort: Sort, periods: Array, months: Array, x: Array, n: Array) -> list[Readings]:
    """The readings of proportions and counts, as if they were not rare."""
    if sort == "count":
        return [Readings(*rows, sampling=True) for rows in zip(periods, months, *counts(x, n), strict=True)]
    few = zip(*(some.tolist() for some in _few(medians(n) / PLENTY, n.shape[-1])), strict=True)
    rows = zip(periods, months, *proportions(x, n), few, strict=True)
    return [Readings(when, month, y, sd, True, *rare) for when, month, y, sd, rare in rows]


def _few(part: Array, points: int) -> tuple[Array, Array, Array]:
    """`chance`, `passing` and `reach` where that `part` of plenty is counted (b,).

    So that white noise of 3 to 20 cases a period is called a gain in at most 3 of 100 series: bench/small.
    """
    least = float(np.interp(points, WINDOWS, LEAST_CHANCE))
    return np.clip(part, least, 1.0), np.clip(part**1.5, LEAST_PASSING, 1.0), np.clip(part**0.5, LEAST_REACH, 1.0)
