"""XmR charts by hand: every rule where it just holds and where it just does not. The cases are in `xmr.yaml`."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.stats.xmr import (
    Cause,
    Options,
    Point,
    chart,
    high_or_low,
    limits,
    point_type,
    rebase_positions,
    variation,
)

CASES = yaml.safe_load(Path(__file__).with_name("xmr.yaml").read_text("utf-8"))
STEADY = [1.0, -1.0] * 6


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    fixed = "then" in case
    values = STEADY + case["then"] if fixed else case["values"]
    options = Options(fix_after=12 if fixed else None, two_in_three=case.get("two_in_three", "package"))
    wanted = ["common-cause"] * len(values)
    for places, cause in case.get("causes", {}).items():
        first, _, last = str(places).partition("-")
        for place in range(int(first), int(last or first) + 1):
            wanted[place - 1] = cause
    assert [point.cause for point in chart(values, options)] == wanted


def fixed(*then: float) -> tuple[Point, ...]:
    return chart([*STEADY, *then], Options(fix_after=12))[12:]


def test_how_far_a_point_is_from_centre_and_limits() -> None:
    found = fixed(0.0, 2.0, 3.55, -3.55, 5.4)
    assert [point.side for point in found] == [0, 1, 1, -1, 1]
    assert [point.near for point in found] == [False, False, True, True, False]
    assert [point.outside for point in found] == [False, False, False, False, True]
    assert {(point.centre, point.lower, point.upper) for point in found} == {(0.0, -5.32, 5.32)}


def test_what_only_rounding_puts_beyond_a_line_is_on_it() -> None:
    # xmr.TOUCH: a million-millionth of the largest value, here 5.32e-12.
    assert [point.outside for point in fixed(5.32 + 3e-12, 5.32 + 1e-11)] == [False, True]
    assert [point.side for point in fixed(5.32, 3e-12, 1e-11, -3e-12, -1e-11)] == [1, 0, 1, 0, -1]
    two_thirds = 5.32 * 2 / 3
    assert [point.near for point in fixed(5.32, two_thirds, two_thirds + 3e-12, two_thirds + 1e-11)[1:]] == [
        False,
        False,
        True,
    ]


def test_below_a_centre_that_is_not_nought() -> None:
    assert [point.side for point in chart([*[2.0, 0.0] * 6, -1.0, 1.0], Options(fix_after=12))[12:]] == [-1, 0]


def test_equal_values_have_limits_without_width() -> None:
    assert limits([3.0, 3.0, 3.0]) == (3.0, 0.0)


def test_thirteen_points_are_no_trial() -> None:
    # xmr.ENOUGH
    assert {point.trial for point in chart(STEADY)} == {True}
    assert {point.trial for point in chart([*STEADY, 1.0])} == {False}


@pytest.mark.parametrize(
    ("large", "kept"),
    [
        # xmr.SCREEN: the mean of these four moving ranges is 1. From 3.267 times that on, the largest is left out once.
        (3.26, True),
        (3.267, False),
        (3.28, False),
    ],
)
def test_a_moving_range_of_the_screen_or_more_is_left_out(large: float, kept: bool) -> None:
    values = [0.0, large, 4.0, 4.0, 4.0]
    assert limits(values)[1] == pytest.approx(2.66 if kept else 2.66 * (4 - large) / 3)
    assert limits(values, screen=False)[1] == pytest.approx(2.66)
    assert chart(values)[0].upper == pytest.approx(limits(values)[0] + (limits(values)[1] or 0))


def test_a_group_begins_at_the_first_period_on_or_after_its_day() -> None:
    periods = [date(2024, month, 1) for month in range(1, 9)]
    assert rebase_positions(periods, [date(2024, 2, 1)]) == (1,)
    assert rebase_positions(periods, [date(2024, 4, 2), date(2024, 3, 15)]) == (3, 4)
    assert rebase_positions(periods, [date(2024, 8, 1)]) == (7,)
    # Before the first there is nothing, and after the last nobody is left.
    assert rebase_positions(periods, [date(2023, 1, 1), date(2024, 1, 1), date(2024, 8, 2)]) == ()


HIGH: tuple[Cause, ...] = ("above-limit", "trend-up", "two-in-three-above", "shift-above")
LOW: tuple[Cause, ...] = ("below-limit", "trend-down", "two-in-three-below", "shift-below")


def point(cause: Cause) -> Point:
    return Point(0, False, 0.0, -1.0, 1.0, 0, False, False, cause)


@pytest.mark.parametrize("cause", HIGH)
def test_what_is_high(cause: Cause) -> None:
    assert high_or_low(point(cause)) == 1
    assert [point_type(point(cause), direction) for direction in ("increase", "decrease", "neutral")] == [
        "special_cause_improvement",
        "special_cause_concern",
        "special_cause_neutral_high",
    ]
    assert variation(point(cause), "decrease") == "concern_high"
    assert variation(point(cause), "neutral") == "neutral_high"


@pytest.mark.parametrize("cause", LOW)
def test_what_is_low(cause: Cause) -> None:
    assert high_or_low(point(cause)) == -1
    assert [point_type(point(cause), direction) for direction in ("increase", "decrease", "neutral")] == [
        "special_cause_concern",
        "special_cause_improvement",
        "special_cause_neutral_low",
    ]
    assert variation(point(cause), "decrease") == "improvement_low"
    assert variation(point(cause), "increase") == "concern_low"


def test_common_cause_is_neither() -> None:
    assert high_or_low(point("common-cause")) == 0
    assert {point_type(point("common-cause"), direction) for direction in ("increase", "neutral")} == {"common_cause"}
    assert {variation(point("common-cause"), direction) for direction in ("decrease", "neutral")} == {"common_cause"}
