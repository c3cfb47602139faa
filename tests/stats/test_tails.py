"""Tails against values worked out elsewhere (R 4.3: pbinom, ppois, pchisq, pt) and against sums."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats import tails


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (tails.above_binomial(60, 100, 0.5), 0.02844397),
        (tails.above_binomial(7, 10, 0.5), 0.171875),
        (tails.above_poisson(5, 2), 0.05265302),
        (tails.below_chi_square(10.19572, 23), 0.01),
        (tails.above_student(2.0, 10), 0.03669402),
        (tails.above_student(-2.0, 10), 0.96330598),
        (tails.above_normal(1.959964), 0.025),
        (tails.above_unequal(2, [0.1, 0.2, 0.3]), 0.098),
    ],
)
def test_known_values(found: float, wanted: float) -> None:
    assert found == pytest.approx(wanted, rel=1e-5)


@given(st.integers(1, 40), st.floats(0.01, 0.99), st.data())
def test_a_binomial_tail_is_its_sum(trials: int, chance: float, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, trials))
    exact = sum(math.comb(trials, k) * chance**k * (1 - chance) ** (trials - k) for k in range(hits, trials + 1))
    assert tails.above_binomial(hits, trials, chance) == pytest.approx(exact, rel=1e-8, abs=1e-14)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_combined_lies_between_the_bounds_of_bonferroni_and_one(chances: list[float]) -> None:
    found = tails.combined(chances)
    assert 0 < found <= 1
    assert tails.combined([found]) == pytest.approx(min(max(found, tails.LEAST), tails.MOST), rel=1e-6)


def test_one_small_chance_is_not_drowned_by_others_next_to_one() -> None:
    assert tails.combined([1e-4, 1.0, 1.0, 1.0]) < 0.001


def test_many_unequal_tries_agree_with_the_exact_answer() -> None:
    chances = [0.05 + 0.3 * (k % 7) / 7 for k in range(300)]
    mean = sum(chances)
    exact = tails.above_unequal(round(mean + 20), chances)
    assert tails.above_unequal(round(mean + 20), [*chances, 0.0]) == pytest.approx(exact, rel=0.05)
