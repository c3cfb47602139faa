"""XmR charts (individuals and moving range) as the NHS *Making Data Count* programme draws them.

Answers are those of the R package NHSRplotthedots 0.2.2, with one deviation on purpose: a series (or rebase group)
whose values are all equal has limits equal to its mean, where the package gives none. Limits: Nelson (1982), Journal
of Quality Technology 14; Provost and Murray, The Health Care Data Guide (2011), chapter 5.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal, TypeVar

LIMIT = 2.66
NEAR = LIMIT * 2 / 3
SCREEN = 3.267
RUN = 7
ENOUGH = 13
TOUCH = 1e-12

Direction = Literal["increase", "decrease", "neutral"]
TwoInThree = Literal["package", "making-data-count"]
Cause = Literal[
    "common-cause",
    "above-limit",
    "below-limit",
    "trend-up",
    "trend-down",
    "two-in-three-above",
    "two-in-three-below",
    "shift-above",
    "shift-below",
]
T = TypeVar("T", date, str, int)


@dataclass(frozen=True, slots=True)
class Point:
    """One point: the limits that hold for it (None where there is no moving range) and the rule it meets first.

    `group` counts rebase groups from 0; `trial` is true where that group has fewer than 13 points; `side` is -1, 0 or
    1: below, on or above the centre line.
    """

    group: int
    trial: bool
    centre: float
    lower: float | None
    upper: float | None
    side: int
    outside: bool
    near: bool
    cause: Cause


@dataclass(frozen=True, slots=True)
class Options:
    """How a chart is drawn; the defaults are the package's.

    `screen`: leave out moving ranges of 3.267 times their mean or more, once (the Making Data Count workbook does not).
    `fix_after`: centre and limits from so many first points. `rebase`: positions at which a new group starts.
    `two_in_three`: whether points beyond the limits count too (`making-data-count`) or not (`package`).
    """

    screen: bool = True
    fix_after: int | None = None
    rebase: tuple[int, ...] = ()
    two_in_three: TwoInThree = "package"


def rebase_positions(periods: Sequence[T], starts: Sequence[T]) -> tuple[int, ...]:
    """The positions in sorted `periods` at which groups start that begin on the days `starts`."""
    found = {bisect_left(periods, start) for start in starts}
    return tuple(sorted(place for place in found if 0 < place < len(periods)))


def chart(values: Sequence[float], options: Options | None = None) -> tuple[Point, ...]:
    """The chart of `values` (finite, in the order of their periods): one `Point` each.

    A `fix_after` below 12 raises ValueError, as in the package.
    """
    options = options or Options()
    if options.fix_after is not None and options.fix_after < 12:
        raise ValueError("fix_after must be 12 or more")
    edges = [0, *options.rebase, len(values)]
    points: list[Point] = []
    for group, (start, stop) in enumerate(pairwise(edges)):
        points += _group(list(values[start:stop]), group, options)
    return tuple(points)


def held(values: Sequence[float], former: Sequence[float]) -> tuple[Point, ...]:
    """The points of `values` held against the centre and limits of `former` ones, however few; runs begin with the first value.

    `chart` does the same where both are one series and limits come from 12 points at least.
    """
    centre, reach = limits(former)
    return tuple(_points(list(values), centre, reach, Options(), (0, len(former) < ENOUGH)))


def limits(values: Sequence[float], screen: bool = True) -> tuple[float, float | None]:
    """The centre and the distance from it to either limit: None for fewer than two points, 0 for equal values."""
    centre = math.fsum(values) / len(values)
    ranges = [abs(b - a) for a, b in pairwise(values)]
    if not ranges:
        return centre, None
    mean = math.fsum(ranges) / len(ranges)
    if mean == 0:
        return values[0], 0.0
    kept = [r for r in ranges if r < SCREEN * mean] if screen else ranges
    return centre, LIMIT * math.fsum(kept) / len(kept)


def _group(values: list[float], group: int, options: Options) -> list[Point]:
    """The points of one rebase group."""
    if not values:
        return []
    centre, reach = limits(values[: options.fix_after] if options.fix_after else values, options.screen)
    return _points(values, centre, reach, options, (group, len(values) < ENOUGH))


def _points(
    values: list[float], centre: float, reach: float | None, options: Options, which: tuple[int, bool]
) -> list[Point]:
    """The points of values that are held against a centre and limits; `which` group they are of, and whether on trial."""
    touch = TOUCH * max((abs(v) for v in values), default=0.0)
    away = [0.0 if abs(v - centre) <= touch else v - centre for v in values]
    sides = [(d > 0) - (d < 0) for d in away]
    outside = [reach is not None and abs(d) > reach + touch for d in away]
    near = [reach is not None and abs(d) > reach * NEAR / LIMIT + touch for d in away]
    within = [n and not o for n, o in zip(near, outside, strict=True)]
    causes = _causes(values, sides, outside, near if options.two_in_three == "making-data-count" else within)
    lower, upper = (None, None) if reach is None else (centre - reach, centre + reach)
    group, trial = which
    return [
        Point(group, trial, centre, lower, upper, *rest) for rest in zip(sides, outside, within, causes, strict=True)
    ]


def _causes(values: list[float], sides: list[int], outside: list[bool], near: list[bool]) -> list[Cause]:
    """The first rule each point meets: beyond a limit, trend, two in three, shift."""
    steps = [0] + [(b > a) - (b < a) for a, b in pairwise(values)]
    trends = _runs(steps, RUN - 1, lead=1)
    shifts = _runs(sides, RUN)
    pairs = _two_in_three(sides, near)
    causes: list[Cause] = []
    for i, side in enumerate(sides):
        if outside[i]:
            causes.append("above-limit" if side > 0 else "below-limit")
        elif trends[i]:
            causes.append("trend-up" if trends[i] > 0 else "trend-down")
        elif pairs[i]:
            causes.append("two-in-three-above" if side > 0 else "two-in-three-below")
        elif shifts[i]:
            causes.append("shift-above" if side > 0 else "shift-below")
        else:
            causes.append("common-cause")
    return causes


def _runs(signs: list[int], length: int, lead: int = 0) -> list[int]:
    """For each place the sign of its run of `length` equal signs, else 0; `lead` places before a run belong to it."""
    marks = [0] * len(signs)
    run, before = 0, 0
    for i, sign in enumerate(signs):
        run, before = (run + 1 if sign == before else 1), sign
        if sign and run >= length and i >= length - 1 + lead:
            marks[i - length + 1 - lead : i + 1] = [sign] * (length + lead)
    return marks


def _two_in_three(sides: list[int], near: list[bool]) -> list[bool]:
    """Which points are near a limit within three on one side of which two or more are."""
    marks = [False] * len(sides)
    for i in range(2, len(sides)) if sum(near) > 1 else ():
        if abs(sum(sides[i - 2 : i + 1])) == 3 and sum(near[i - 2 : i + 1]) >= 2:
            for j in range(i - 2, i + 1):
                marks[j] = marks[j] or near[j]
    return marks


def high_or_low(point: Point) -> int:
    """1 for a special cause towards the high side, -1 towards the low side, 0 for common cause."""
    if point.cause == "common-cause":
        return 0
    return 1 if point.cause.endswith(("above", "up")) or point.cause == "above-limit" else -1


def point_type(point: Point, direction: Direction) -> str:
    """The package's name for what a point is: `common_cause`, `special_cause_improvement` and so on."""
    sign = high_or_low(point)
    if not sign:
        return "common_cause"
    if direction == "neutral":
        return "special_cause_neutral_high" if sign > 0 else "special_cause_neutral_low"
    better = sign > 0 if direction == "increase" else sign < 0
    return "special_cause_improvement" if better else "special_cause_concern"


def variation(point: Point, direction: Direction) -> str:
    """The variation icon of a series that ends in `point`: `common_cause`, `improvement_high`, `concern_low`, …"""
    sign = high_or_low(point)
    kind = point_type(point, direction).removeprefix("special_cause_")
    return kind if not sign or direction == "neutral" else f"{kind}_{'high' if sign > 0 else 'low'}"
