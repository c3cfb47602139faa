"""Percentages that no whole count gives: what rounding leaves open, and how much of it a whole count can fill."""

import math

import pytest

from inspector.stats.grim import between, chance_possible, decimals, possible


@pytest.mark.parametrize(
    ("value", "places"), [(12.5, 1), (12.0, 0), (0.25, 2), (100.0, 0), (1200.0, 0), (0.001, 3), (1e-7, 7), (-3.14, 2)]
)
def test_decimals_without_trailing_zeros(value: float, places: int) -> None:
    assert decimals(value) == places


def test_what_is_no_number_has_no_decimals() -> None:
    assert decimals(math.inf) == 0


def test_a_rounded_value_was_within_half_a_unit_and_a_cut_one_above() -> None:
    low, high = between(12.3, 1)
    assert (low, high) == (pytest.approx(12.25, abs=1e-7), pytest.approx(12.35, abs=1e-7))
    assert low < 12.25
    assert high > 12.35
    low, high = between(12.3, 1, cut=True)
    assert (low, high) == (pytest.approx(12.3, abs=1e-7), pytest.approx(12.4, abs=1e-7))
    assert low < 12.3
    assert high > 12.4
    # grim.SLACK: a thousand-millionth of the value and of its unit, and no more.
    low, high = between(-1000.0, 0)
    assert -1000.5 - low == pytest.approx(1001e-9, rel=1e-3)
    assert high + 999.5 == pytest.approx(1001e-9, rel=1e-3)
    assert between(0.0, 2) == (pytest.approx(-0.00500000001, rel=1e-12), pytest.approx(0.00500000001, rel=1e-12))


@pytest.mark.parametrize(
    ("value", "size", "places", "cut", "answer"),
    [
        # 2 of 3 is 66.666… %: 66.7 when rounded, 66.6 when cut off.
        (66.7, 3, 1, False, True),
        (66.6, 3, 1, False, False),
        (66.6, 3, 1, True, True),
        (66.7, 3, 1, True, False),
        # Below nought there is nothing, though half a unit reaches there; above it 1 of 250 is 0.4 %.
        (0.0, 250, 0, False, True),
        (-1.0, 250, 0, False, False),
        (-0.4, 250, 1, False, False),
        (0.4, 250, 1, False, True),
        (0.5, 250, 1, False, False),
    ],
)
def test_counts_out_of_a_size(value: float, size: float, places: int, cut: bool, answer: bool) -> None:
    assert possible(value, size, 100, places, cut) is answer


def test_how_many_of_all_values_a_size_can_give() -> None:
    # With one decimal there are 1,000 percentages and 28 counts out of 28; out of 2,000 every one of them can be had.
    assert chance_possible(28, 100, 1) == pytest.approx(0.028)
    assert chance_possible(2000, 100, 1) == 1.0
    assert chance_possible(7, 1, 2) == pytest.approx(0.07)
