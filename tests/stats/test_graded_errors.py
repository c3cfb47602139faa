"""Errors that weigh a half: by hand, exactly over all orders, and beside the literature's package with whole ones."""

import csv
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats import graded_errors as graded
from tests.shared_data import reference

HALF, ONE, NONE = graded.WRONG_IN_PART, graded.MADE_UP, Fraction(0)


def test_one_right_row_by_hand() -> None:
    """44 of 50 right is denied; the bet is .88 + .9 x .12 = .988: 0.988 / 0.88."""
    assert next(graded.stakes(50, 6, [NONE])) == pytest.approx(0.988 / 0.88)
    assert next(graded.stakes(50, 6, [ONE])) == pytest.approx(0.012 / 0.12)
    assert next(graded.stakes(50, 6, [HALF])) == pytest.approx((0.988 / 0.88 + 0.012 / 0.12) / 2)


def test_what_a_half_costs_lies_between() -> None:
    """500 rows of which fewer than 50 may be made up; the third row is right, in part, or made up."""
    chances = [graded.least_chance(500, 50, [NONE, NONE, third, *[NONE] * 40]) for third in (NONE, HALF, ONE)]
    assert chances == sorted(chances)
    assert len(set(chances)) == 3
    assert [graded.confirmed(500, 50, [NONE, NONE, third, *[NONE] * 40], 0.95) for third in (NONE, HALF, ONE)] == [
        True,
        True,
        False,
    ]


def test_rows_needed() -> None:
    assert graded.rows_needed(500, 51, 0.95) == 30
    assert graded.rows_needed(500, 0, 0.95) is None
    assert graded.rows_needed(4, 1, 0.95) == 4


@pytest.mark.parametrize(
    "kinds", [[ONE, HALF, HALF, NONE, NONE, NONE, NONE], [HALF] * 4 + [NONE] * 3, [ONE] * 2 + [NONE] * 5]
)
def test_over_all_orders_the_stake_is_worth_no_more_than_one(kinds: list[Fraction]) -> None:
    """Errors of 2 in all, and the claim that they are fewer than 2: after each row the mean stake is 1 at most."""
    orders = [list(graded.stakes(len(kinds), 2, order)) for order in set(permutations(kinds))]
    for row in range(len(kinds)):
        assert sum(stakes[row] for stakes in orders) / len(orders) <= 1 + 1e-9
    assert sum(max(stakes) >= 2 for stakes in orders) / len(orders) <= 1 / 2


def test_at_the_end_the_count_decides() -> None:
    assert graded.least_chance(3, 1, [HALF, NONE, NONE]) == 0
    assert list(graded.stakes(3, 1, [HALF, HALF, NONE]))[-1] == 0
    assert not graded.confirmed(3, 1, [HALF, HALF, NONE], 0.99)


@given(st.integers(1, 30), st.lists(st.sampled_from([NONE, HALF, ONE]), max_size=30), st.integers(1, 30))
def test_more_rows_never_raise_the_least_chance(of: int, weights: list[Fraction], k: int) -> None:
    weights, k = weights[:of], min(k, of)
    chances = [graded.least_chance(of, k, weights[:n]) for n in range(len(weights) + 1)]
    assert chances == sorted(chances, reverse=True)
    assert (chances[-1] == 0) <= (sum(weights) < k)


@pytest.mark.parametrize("weights", [[Fraction(3, 2)], [Fraction(-1)], [NONE] * 4])
def test_what_cannot_be(weights: list[Fraction]) -> None:
    with pytest.raises(ValueError, match="beyond 0 to 1, or more rows"):
        list(graded.stakes(3, 1, weights))


def test_histories_of_others() -> None:
    """Whole errors in twenty series; ours knows one row sooner that the denial has become impossible."""
    with reference("audit-sampling/sequential_series.csv").open(encoding="utf-8", newline="") as file:
        series = {row["series_id"]: row for row in csv.DictReader(file)}
    with reference("audit-sampling/sequential_history.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sooner = 0
    for name, one in series.items():
        history = [row for row in rows if row["series_id"] == name]
        stakes = graded.stakes(int(one["N"]), int(one["k_null"]), [Fraction(row["wrong"]) for row in history])
        for row, stake in zip(history, stakes, strict=True):
            ours, theirs = min(1.0, 1 / stake) if stake else 1.0, float(row["alpha_shrink_d100"])
            sooner += (unlike := ours != pytest.approx(theirs, rel=1e-7, abs=1e-9))
            assert not unlike or ours == 0
    assert sooner == 4
