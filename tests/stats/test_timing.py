"""What chance would do, held against counting day by day, against the definition, and against numbers of tables."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats.timing import covered, expected, false_shares, together

DAYS = st.integers(0, 60)
CHANCES = st.lists(st.floats(0.0, 1.0), min_size=1, max_size=12)


@given(st.lists(DAYS, max_size=6), DAYS, DAYS, DAYS, DAYS)
def test_covered_counts_the_days_that_have_a_start_so_near(
    starts: list[int], before: int, after: int, first: int, long: int
) -> None:
    days = range(first, first + long + 1)
    near = sum(any(day - before <= start <= day + after for start in starts) for day in days)
    assert isclose(covered(starts, before, after, first, first + long), near / len(days))


def test_a_time_without_days_is_covered() -> None:
    assert covered([1], 0, 0, 5, 4) == 1.0


@given(CHANCES)
def test_a_false_share_is_the_least_over_all_bounds_that_let_it_through(chances: list[float]) -> None:
    for chance, share in zip(chances, false_shares(chances), strict=True):
        through = [bound * len(chances) / sum(one <= bound for one in chances) for bound in chances if bound >= chance]
        assert isclose(share, min(1.0, *through), abs_tol=1e-12)


def test_the_shares_of_an_example() -> None:
    assert false_shares([0.01, 0.04, 0.03, 0.5]) == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5])
    assert false_shares([]) == []


@pytest.mark.parametrize(
    ("chances", "expected"),
    # Twice the sum of logs is 5.991, 9.488 and 18.307, which chi-squared of 2, 4 and 10 degrees exceeds with 0.05.
    [([0.05], 0.05), ([0.0933] * 2, 0.05), ([0.1603] * 5, 0.05), ([1.0, 1.0], 1.0), ([], 1.0)],
)
def test_together_is_chi_squared_of_twice_the_logs(chances: list[float], expected: float) -> None:
    assert together(chances) == pytest.approx(expected, abs=6e-4)


@given(CHANCES, st.integers(0, 11), st.floats(0.0, 1.0))
def test_a_nearer_match_never_makes_all_together_likelier(chances: list[float], which: int, other: float) -> None:
    which %= len(chances)
    nearer = [*chances[:which], min(other, chances[which]), *chances[which + 1 :]]
    assert together(nearer) <= together(chances) + 1e-12
    assert 0.0 <= together(chances) <= 1.0


@pytest.mark.parametrize(
    ("number", "chance", "told"),
    [(11, 0.0745, 0.8), (10, 0.01, 0.1), (10, 0.0099, 0.1), (9, 0.01, 0.09), (11, 0.0001, 0.0)],
)
def test_what_chance_brings_has_a_decimal_or_two(number: int, chance: float, told: float) -> None:
    assert expected(number, chance) == told
