"""XmR charts against hand cases and against the NHS-R package."""

import csv
from collections import defaultdict

import pytest

from inspector.stats.xmr import Options, chart, high_or_low, limits, point_type, rebase_positions, variation
from tests.shared_data import reference

NAMES = {
    "Common Cause": "common-cause",
    "Above UCL": "above-limit",
    "Below LCL": "below-limit",
    "7 Points Above CL": "shift-above",
    "7 Points Below CL": "shift-below",
    "2 in 3 Above CL": "two-in-three-above",
    "2 in 3 Below CL": "two-in-three-below",
    "7 Point Trend (Increasing)": "trend-up",
    "7 Point Trend (Decreasing)": "trend-down",
}


def causes(values: list[float], **options: object) -> list[str]:
    return [p.cause for p in chart(values, Options(**options))]  # type: ignore[arg-type]


def rows(name: str) -> list[dict[str, str]]:
    with reference(f"spc-reference/{name}").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_point_of_the_nhs_package() -> None:
    points = defaultdict(list)
    for row in rows("points.csv"):
        points[row["series_id"]].append(row)
    series = rows("series.csv")
    assert len(series) == 65
    for one in series:
        check_series(one, points[one["series_id"]])


def check_series(one: dict[str, str], wanted: list[dict[str, str]]) -> None:
    direction = one["improvement_direction"]
    options = Options(
        screen=one["screen_outliers"] == "true",
        fix_after=int(one["fix_after_n_points"]) if one["fix_after_n_points"] else None,
        rebase=rebase_positions([w["date"] for w in wanted], one["rebase"].split(";") if one["rebase"] else []),
    )
    values = [float(w["value"]) for w in wanted]
    got = chart(values, options)
    constant = len(set(values)) == 1 and len(values) > 1
    for point, want in zip(got, wanted, strict=True):
        assert (point.group, point.trial) == (int(want["rebase_group"]), want["short_group"] == "true")
        assert f"{point.centre:.9f}" == f"{float(want['mean']):.9f}"
        assert (point.side, point.cause) == (int(want["relative_to_mean"]), NAMES[want["special_cause_type"]])
        assert point_type(point, direction) == want["point_type"]  # type: ignore[arg-type]
        if want["lpl"]:
            wanted_limits = tuple(f"{float(want[k]):.9f}" for k in ("lpl", "upl"))
            assert (f"{point.lower:.9f}", f"{point.upper:.9f}") == wanted_limits
            assert (point.outside, point.near) == (want["outside_limits"] == "true", want["close_to_limits"] == "true")
        else:
            assert (point.lower, point.upper) == ((point.centre, point.centre) if constant else (None, None))
    assert point_type(got[-1], direction) == one["last_point_type"]  # type: ignore[arg-type]
    assert variation(got[-1], direction) == one["variation_icon"]  # type: ignore[arg-type]


def test_centre_and_limits_by_hand() -> None:
    first, second = chart([5, 7])
    assert (first.centre, first.lower, first.upper) == (6.0, 6 - 5.32, 6 + 5.32)
    assert (first.side, second.side, first.trial) == (-1, 1, True)


def test_a_single_point_has_no_limits_and_none_at_all_no_chart() -> None:
    assert (chart([5])[0].lower, chart([5])[0].cause) == (None, "common-cause")
    assert chart([]) == ()


@pytest.mark.parametrize("value", [0.0, 0.1, 50.0, 1 / 3, -7.7])
def test_a_constant_series_has_limits_equal_to_its_mean(value: float) -> None:
    drawn = {(p.centre, p.lower, p.upper, p.cause) for p in chart([value] * 15)}
    assert drawn == {(value, value, value, "common-cause")}


def test_the_screen_leaves_out_a_large_range_once() -> None:
    values = [10, 11] * 8 + [60] + [10, 11] * 4
    assert limits(values)[1] == pytest.approx(2.66)
    wide = limits(values, screen=False)[1]
    assert wide is not None
    assert wide > 2.66 * 4


def test_a_shift_needs_seven_points_and_a_point_on_the_mean_breaks_it() -> None:
    assert causes([1, -1] * 7 + [1] * 7 + [-1] * 7).count("shift-above") == 7
    assert "shift-above" not in causes([1, -1] * 7 + [1] * 5 + [-1] * 5)
    assert "shift-above" not in causes([1] * 4 + [0] + [1] * 3 + [-1, -6])


def test_a_trend_is_seven_points_and_a_tie_breaks_it() -> None:
    noise = [30, 50, 25, 55, 31, 48, 29, 52]
    after = [20, 60, 30, 50]
    assert causes([*noise, 37, 38, 39, 40, 41, 42, 43, *after]).count("trend-up") == 7
    assert causes([*noise[:-1], 43, 42, 41, 40, 39, 38, 37, 50, 45]).count("trend-down") == 7
    assert "trend-up" not in causes([*noise, 37, 38, 39, 39, 41, 42, 43, *after])


def test_the_two_versions_of_two_in_three_differ_on_points_beyond_the_limit() -> None:
    values = [0, 1, 0, -1, 0, 1, 0, -1, 0, 1, 0, -1, 2.6, 5, 1, 0, -1, 0, -1, 0, 1, 0, -1, -1]
    assert [p.outside for p in chart(values)][12:14] == [False, True]
    assert causes(values)[12] == "common-cause"
    assert causes(values, two_in_three="making-data-count")[12:14] == ["two-in-three-above", "above-limit"]


def test_a_rebase_starts_everything_anew() -> None:
    points = chart([1, 2, 1, 2, 11, 12, 11, 12], Options(rebase=rebase_positions([1, 2, 3, 4, 5, 6, 7, 8], [5, 99, 1])))
    assert [p.group for p in points] == [0] * 4 + [1] * 4
    assert {p.centre for p in points} == {1.5, 11.5}


def test_a_fixed_baseline_is_of_twelve_points_or_more() -> None:
    assert {p.centre for p in chart([1, 3] * 6 + [9] * 9, Options(fix_after=12))} == {2.0}
    with pytest.raises(ValueError, match="12"):
        chart([1, 2, 3], Options(fix_after=11))


def test_improvement_is_a_matter_of_direction() -> None:
    high = chart([0, 1] * 10 + [9])[-1]
    assert high_or_low(high) == 1
    assert [variation(high, d) for d in ("increase", "decrease", "neutral")] == [
        "improvement_high",
        "concern_high",
        "neutral_high",
    ]
