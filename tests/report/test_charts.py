"""The charts: what is drawn is what the result holds, by shape as well as by colour."""

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.report.charts import bunching, icons, ladder, small, strip, svg, xmr
from inspector.report.charts.swatches import swatch
from inspector.report.wording import phrases
from tests.report.results import HOSTILE, result


def line(**changes: Any) -> dict[str, Any]:
    months = [f"2024-{month:02d}" for month in range(1, 9)]
    made: dict[str, Any] = {
        "indicator": "seen-alone", "title": "Children seen alone", "better": "up", "measure": "outcome", "unit": "share",
        "call": "sudden-gain", "trial_limits": True, "resource": "indicators.csv",
        "onset": ["2024-04-01", "2024-03-01", "2024-05-01"], "definition_changes": ["2024-02-01"],
        "starts": [f"{month}-01" for month in months], "ends": [f"{month}-28" for month in months],
        "values": [0.4, 0.42, 0.41, 0.6, 0.61, 0.59, 0.6, 0.95], "denominators": [50.0] * 8, "rows": list(range(2, 10)),
        "causes": ["concern"] * 3 + ["common"] * 3 + ["improvement"] * 2, "rules": ["common-cause"] * 8,
        "doubtful": [False] * 7 + [True], "centre": [0.5] * 8, "lower": [0.3] * 8, "upper": [0.7] * 8,
        "fitted": [0.41] * 3 + [0.6] * 5,
        "tests": [
            {"entry": "t1", "on": "2024-03-05", "claimed": True, "doubtful": False},
            {"entry": "t2", "on": "2024-05-05", "claimed": False, "doubtful": True},
            {"entry": "t0", "on": "2020-01-01", "claimed": False, "doubtful": False},
        ],
    }  # fmt: skip
    return {**made, **changes}


def drawn(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def kinds(chart: ElementTree.Element) -> list[tuple[str, str]]:
    return [(part.tag, part.get("class", "")) for part in chart.iter()]


def test_each_figure_has_the_shape_of_its_cause_and_doubtful_ones_are_hollow() -> None:
    found = kinds(drawn(xmr.chart(line(), "c", "title", "says", "2024-09-02")))
    assert found.count(("circle", "c-common")) == 3
    assert found.count(("rect", "c-worse")) == 3
    assert found.count(("path", "c-better")) == 1
    assert found.count(("path", "c-better c-hollow")) == 1


def test_limits_shape_onset_tests_and_the_announcement_are_drawn() -> None:
    chart = drawn(xmr.chart(line(), "c", "title", "says", "2024-09-02"))
    found = [kind for _, kind in kinds(chart)]
    assert [found.count(kind) for kind in ("c-limit", "c-centre", "c-fit", "c-band", "c-onset", "c-told", "c-flag")] == [
        2, 1, 1, 1, 1, 1, 1,
    ]  # fmt: skip
    # A test before the first figure has no place on the axis.
    assert found.count("c-test") == 1
    assert found.count("c-test-asked") == 1
    words = " ".join(chart.itertext())
    assert "from Apr 2024" in words
    assert "inspection announced" in words
    assert "redefined" in words
    assert "60%" in words


def segment(basis: str, first: int, last: int, centre: float, **changes: Any) -> dict[str, Any]:
    made = {
        "first": f"2024-{first:02d}-01", "last": f"2024-{last:02d}-28", "until": "2024-08-28", "basis": basis,
        "figures": last - first + 1, "centre": centre, "lower": centre - 0.1, "upper": centre + 0.1, "trial": True,
    }  # fmt: skip
    return {**made, **changes}


BEFORE, SINCE = segment("before", 1, 3, 0.4), segment("since", 4, 8, 0.6)
DRAWN = {"segments": [BEFORE, SINCE], "shown": ["common"] * 3 + ["improvement"] * 5, "recalculated": "2024-04-01"}


def test_both_sets_of_limits_are_drawn_the_former_faint_from_the_step_on() -> None:
    found = kinds(drawn(xmr.chart(line(**DRAWN), "c", "t", "s")))
    assert found.count(("path", "c-limit")) == 4
    assert found.count(("path", "c-limit c-former")) == 2
    assert found.count(("path", "c-centre c-former")) == 1
    # The means say what the curve of a step would.
    assert "c-fit" not in [kind for _, kind in found]


def test_without_a_step_that_is_sure_the_limits_of_before_go_on() -> None:
    made = {**DRAWN, "segments": [BEFORE], "recalculated": None}
    found = kinds(drawn(xmr.chart(line(**made), "c", "t", "s")))
    assert found.count(("path", "c-limit")) == 2
    assert found.count(("path", "c-fit")) == 1
    assert not [kind for _, kind in found if "c-former" in kind]


def test_what_is_drawn_is_what_is_shown_not_what_the_whole_series_says() -> None:
    found = kinds(drawn(xmr.chart(line(**DRAWN), "c", "t", "s")))
    assert not [kind for _, kind in found if "c-worse" in kind]
    assert found.count(("circle", "c-common")) == 3


def test_a_limit_that_cannot_be_is_not_drawn() -> None:
    made = {**DRAWN, "segments": [{**BEFORE, "lower": None}], "recalculated": None}
    assert kinds(drawn(xmr.chart(line(**made), "c", "t", "s"))).count(("path", "c-limit")) == 1


def test_recommendations_actions_and_checks_stand_on_the_time_axis() -> None:
    events = [
        {"on": "2020-01-01", "kind": "recommendation", "recommendation": "r01", "action": None},
        {"on": "2024-02-01", "kind": "recommendation", "recommendation": "r20", "action": None},
        {"on": "2024-03-01", "kind": "action", "recommendation": "r20", "action": "a1"},
        {"on": "2024-06-01", "kind": "verified", "recommendation": "r20", "action": None},
    ]
    chart = drawn(xmr.chart(line(events=events), "c", "t", "s"))
    found = [kind for _, kind in kinds(chart)]
    assert [found.count(kind) for kind in ("c-made", "c-done", "c-looked")] == [1, 1, 1]
    words = " ".join(chart.itertext())
    assert "r20" in words
    assert "r01" not in words


@pytest.mark.parametrize(
    ("first", "years", "words"),
    [
        (2024, 1, ["Jan 2024", "Dec 2024"]),
        (2022, 3, ["2022", "2023", "2024"]),
        (2005, 20, ["2005", "2010", "2015", "2020"]),
        (1924, 100, ["1940", "1960", "1980", "2000", "2020"]),
    ],
)
def test_the_axis_has_years_as_many_as_there_is_room_for(first: int, years: int, words: list[str]) -> None:
    starts = [f"{first + place}-01-01" for place in range(years)]
    made = line(
        starts=starts, ends=[f"{day[:4]}-12-31" for day in starts], values=[0.5] * years, causes=["common"] * years,
        doubtful=[False] * years, centre=[0.5] * years, lower=[None] * years, upper=[None] * years, fitted=[None] * years,
        onset=None, tests=[], definition_changes=[],
    )  # fmt: skip
    texts = [part.text for part in drawn(xmr.chart(made, "c", "t", "s")).iter("text")]
    assert [text for text in texts if text and "%" not in text] == words


@pytest.mark.parametrize(
    ("unit", "title", "values", "words"),
    [
        ("share", "Seen alone", [0.4] * 8, "%"),
        ("share of referrals", "Seen alone", [0.4] * 8, "% (share of referrals)"),
        (None, "Share seen alone", [0.4] * 8, "%"),
        ("% of cases", "Seen alone", [40.0] * 8, "% of cases"),
        ("share", "Seen alone", [40.0] * 8, "share"),
        ("hours", "Hours", [0.4] * 8, "hours"),
        (None, "Hours", [0.4] * 8, "no unit stated"),
    ],
)
def test_the_unit_stands_over_the_axis(unit: str | None, title: str, values: list[float], words: str) -> None:
    chart = drawn(xmr.chart(line(unit=unit, title=title, values=values), "c", "t", "s"))
    assert words in [part.text for part in chart.iter("text")]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_the_scale_of_a_share_never_leaves_what_can_be(values: list[float]) -> None:
    count = len(values)
    made = line(values=values, centre=[0.5] * count, lower=[None] * count, upper=[None] * count, fitted=[None] * count)
    scale = xmr.upwards(made, xmr.BOTTOM, xmr.TOP)
    assert 0 <= scale.low <= min(values)
    assert max(values) <= scale.high <= 1


@pytest.mark.parametrize("icon", ["common-cause", "improvement-high", "improvement-low", "concern-high", "concern-low"])
def test_an_icon_differs_by_shape_and_letter_as_well_as_by_colour(icon: Any) -> None:
    chart = drawn(icons.chart(icon, "i", "says"))
    tags = [part.tag for part in chart.iter()]
    outline = {"common": "circle", "improvement": "path", "concern": "rect"}[icon.split("-")[0]]
    assert tags[2] == outline
    letters = [part.text for part in chart.iter("text")]
    assert letters == ([] if icon == "common-cause" else [icon.split("-")[1][0].upper()])
    assert icons.chart("none", "i", "says") == ""


def test_a_small_chart_shows_the_same_without_words() -> None:
    chart = drawn(small.chart(line(**DRAWN), "c", "what it did", ""))
    better = next(part for part in chart.iter("path") if part.get("class") == "c-better")
    assert better.get("d", "").count("z") == 5
    usual = next(part for part in chart.iter("path") if part.get("class") == "s-common")
    assert usual.get("d", "").count("h0") == 3
    assert list(chart.iter("text")) == []
    assert "what it did" in "".join(chart.itertext())


def test_an_announcement_long_after_the_figures_is_not_squeezed_in() -> None:
    assert "announced" not in xmr.chart(line(), "c", "t", "s", "2026-09-02")
    assert "announced" not in xmr.chart(line(), "c", "t", "s", None)


def test_a_figure_stands_where_its_value_puts_it() -> None:
    chart = drawn(xmr.chart(line(values=[0.0, *[0.5] * 6, 1.0], causes=["common"] * 8), "c", "t", "s"))
    places = [float(part.get("cy", "0")) for part in chart.iter("circle")]
    assert places[0] == max(places)
    assert places[-1] == min(places)
    assert places[3] == pytest.approx((places[0] + places[-1]) / 2, abs=0.1)


numbers = st.floats(-1e12, 1e12, allow_nan=False)


@given(st.lists(numbers, min_size=1, max_size=40), st.sampled_from(["share", None, "days"]))
def test_any_series_can_be_drawn_within_its_frame(values: list[float], unit: str | None) -> None:
    count = len(values)
    starts = [f"{2000 + place}-01-01" for place in range(count)]
    made = line(
        values=values, unit=unit, starts=starts, ends=[f"{day[:4]}-12-31" for day in starts], causes=["common"] * count,
        doubtful=[False] * count, centre=values, lower=[None] * count, upper=[None] * count, fitted=[None] * count,
        onset=None,
    )  # fmt: skip
    chart = drawn(xmr.chart(made, "c", "t", "s"))
    for dot in chart.iter("circle"):
        assert xmr.LEFT <= float(dot.get("cx", "0")) <= xmr.RIGHT
        assert xmr.TOP <= float(dot.get("cy", "0")) <= xmr.BOTTOM
    assert len(list(chart.iter("text"))) < 30


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_every_chart(text: str) -> None:
    pictures = result("brackenshire")["pictures"]
    themes = [{"title": text, "standing": "doing", "range": ["stated", "lasting"]}]
    stream = {**pictures["stream"], "teams": [text] * len(pictures["stream"]["teams"])}
    tests = [{"entry": text, "on": "2024-03-05", "claimed": True, "doubtful": False}]
    advice = [{"on": "2024-04-01", "kind": "recommendation", "recommendation": text, "action": text}]
    charts = [
        xmr.chart(line(tests=tests), "c", text, text),
        bunching.chart({**pictures["heaps"][0], "unit": text}, "c", text, text),
        strip.chart(stream, "c", text, text),
        ladder.chart(themes, "c", text, text),
        xmr.chart(line(**DRAWN, unit=text, title=text, events=advice, tests=tests), "c", text, text),
        icons.chart("concern-high", "c", text),
        small.chart(line(**DRAWN, title=text), "c", text, text),
    ]
    for chart in charts:
        allowed = {"svg", "title", "desc", "text", "line", "rect", "path", "circle"}
        assert {tag for tag, _ in kinds(drawn(chart))} <= allowed
        assert not re.search("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", chart)


def test_the_strip_has_a_square_for_each_month_with_tests_and_a_dot_for_each_without() -> None:
    stream = {"months": ["2024-01-01", "2024-02-01"], "teams": ["North", "South"], "counts": [[4, 0], [1, 0]]}
    chart = drawn(strip.chart(stream, "c", "t", "s", "2024-02-11"))
    found = kinds(chart)
    assert found.count(("rect", "c-cell")) == 2
    assert found.count(("circle", "c-none")) == 2
    sides = [float(part.get("width", "0")) for part in chart.iter("rect")]
    assert sides[0] == pytest.approx(2 * sides[1], abs=0.2)
    assert "announced" in "".join(chart.itertext())


def test_bars_after_the_deadline_look_different() -> None:
    heap = {"days": [1, 2, 3], "counts": [5, 9, 1], "expected": [4.0, 5.0, 4.0], "deadline": 2, "unit": "days"}
    found = [kind for _, kind in kinds(drawn(bunching.chart(heap, "c", "t", "s")))]
    assert found.count("c-bar") == 2
    assert found.count("c-bar c-bar-after") == 1
    assert found.count("c-fit") == 1


def test_the_ladder_shows_where_a_theme_stands_and_could_stand() -> None:
    themes = [
        {"title": "Stream", "standing": "doing", "range": ["doing", "lasting"]},
        {"title": "Effect", "standing": "silent", "range": ["silent", "silent"]},
    ]
    chart = drawn(ladder.chart(themes, "c", "t", "s"))
    found = [kind for _, kind in kinds(chart)]
    assert [found.count(kind) for kind in ("c-at", "c-high", "c-could", "c-rung")] == [2, 1, 1, 10]


@given(numbers, numbers)
def test_ticks_are_few_and_within(first: float, second: float) -> None:
    low, high = min(first, second), max(first, second)
    found = svg.ticks(low, high)
    assert len(found) <= 8
    assert all(low <= value <= high for value in found)


def test_each_entry_of_the_key_has_its_mark() -> None:
    for name in phrases()["chart"]["keys"]:
        kinds_of = [kind for _, kind in kinds(drawn(swatch(name)))][1:]
        assert bool(kinds_of) == (name not in ("before", "bounds")), name
