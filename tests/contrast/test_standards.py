"""What an inspection by standards would have said."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.contrast import Standards, standards
from inspector.model.evidence import Duration, Evidence, Figure, Indicator

Shares = Sequence[tuple[float, float]]


def figure(indicator: str, month: int, **values: Any) -> Figure:
    return Figure(
        resource="indicators.csv",
        row=month + 1,
        indicator=indicator,
        period_start=date(2025, month, 1),
        period_end=date(2025, month, 28),
        **values,
    )


def indicator(id: str, better: Any = "up", **fields: Any) -> Indicator:
    return Indicator(resource="indicator-register.csv", row=2, indicator=id, title=id, better=better, **fields)


def answer(indicators: Sequence[Indicator], figures: Sequence[Figure], durations: Sequence[Duration] = ()) -> Standards:
    return standards(
        Evidence(
            authority="Nowhere",
            period_start=date(2025, 1, 1),
            period_end=date(2025, 12, 31),
            digest="0" * 64,
            indicators=tuple(indicators),
            figures=tuple(figures),
            durations=tuple(durations),
        )
    )


@pytest.mark.parametrize("target", [0.85, 85])
def test_the_target_of_a_share_may_be_written_either_way(target: float) -> None:
    figures = [figure("a", 1, numerator=80, denominator=100), figure("a", 2, numerator=85, denominator=100)]
    (held,) = answer([indicator("a", target=target)], figures).measures
    assert (held.target, held.latest, held.on_target) == (0.85, 0.85, True)
    assert (held.periods, held.periods_on_target) == (2, 1)


@pytest.mark.parametrize(("better", "value", "on"), [("down", 10, True), ("down", 13, False), ("up", 13, True)])
def test_the_better_side_of_a_target(better: str, value: float, on: bool) -> None:
    (held,) = answer([indicator("a", better, target=12)], [figure("a", 1, value=value)]).measures
    assert held.on_target is on


def test_the_latest_figure_counts_whatever_the_order_of_rows() -> None:
    figures = [figure("a", 9, value=3), figure("a", 2, value=1)]
    (held,) = answer([indicator("a", target=2)], figures).measures
    assert (held.latest, held.latest_on, held.on_target) == (3, "2025-09-28", True)


def test_cases_within_a_deadline() -> None:
    cases = [
        Duration(
            resource="durations.csv",
            row=row,
            indicator="a",
            period_start=date(2025, 1, 1),
            period_end=date(2025, 3, 31),
            days=days,
            count=count,
        )
        for row, days, count in [(2, 44, 5), (3, 45, 4), (4, 46, 1)]
    ]
    found = answer([indicator("a", deadline=45)], [], cases)
    (held,) = found.measures
    assert (held.cases, held.in_time, held.on_target) == (10, 9, None)
    assert found.rating == "No rating"


def test_an_empty_denominator_is_no_figure() -> None:
    (held,) = answer([indicator("a", target=0.5)], [figure("a", 1, numerator=0, denominator=0)]).measures
    assert (held.latest, held.on_target, held.periods) == (None, None, 0)


@pytest.mark.parametrize(
    ("good", "rating"), [(10, "Good on paper"), (9, "Good on paper"), (8, "Mixed on paper"), (5, "Mixed on paper"),
                         (4, "Below standard on paper"), (0, "Below standard on paper")]
)  # fmt: skip
def test_the_rating_follows_the_share_of_measures_on_target(good: int, rating: str) -> None:
    names = [f"i{n}" for n in range(10)]
    figures = [figure(name, 1, value=1 if n < good else 0) for n, name in enumerate(names)]
    found = answer([indicator(name, target=1) for name in names], figures)
    assert found.rating == rating
    assert f"{good} of 10" in found.says


def test_without_targets_there_is_no_rating() -> None:
    found = answer([indicator("a")], [figure("a", 1, value=1)])
    assert found.rating == "No rating"
    assert answer([], []).rating == "No rating"


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=1, max_size=12), st.floats(0.01, 1))
def test_a_higher_level_never_rates_lower(counts: list[tuple[int, int]], target: float) -> None:
    """That is what is wrong with it: only the level counts."""
    shares = [figure("a", n + 1, numerator=min(a, b), denominator=b) for n, (a, b) in enumerate(counts)]
    whole = [figure("a", n + 1, numerator=b, denominator=b) for n, (_, b) in enumerate(counts)]
    (low,), (high,) = (answer([indicator("a", target=target)], each).measures for each in (shares, whole))
    assert high.on_target is True
    assert low.periods_on_target <= high.periods_on_target == len(counts)
