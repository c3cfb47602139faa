"""Tails against values worked out elsewhere (R 4.3: pbinom, ppois, pchisq, pt; mpmath to thirty digits) and sums by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats import tails
from inspector.stats.gamma_tail import gamma_tail


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (tails.above_binomial(60, 100, 0.5), 0.02844397),
        (tails.below_binomial(3, 10, 0.5), 0.171875),
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


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        # mpmath 1.3: betainc(a, b, 0, x, regularized) and gammainc(a, x, inf, regularized).
        (tails.above_binomial(2.5, 7.25, 0.3), 0.53296661302914),
        (tails.above_binomial(6.5, 7.25, 0.3), 0.0015513453508224),
        (tails.above_binomial(0.5, 7.25, 0.9), 0.99999999628522),
        (tails.above_poisson(2.5, 1.2), 0.20852587940568),
        (tails.above_poisson(2.5, 9), 0.99705359541212),
        (tails.above_gamma(1.2, 2.5), 0.79147412059432),
        (tails.above_gamma(9, 2.5), 0.0029464045878803),
        (tails.above_student(1.3, 3.7), 0.13433336208631),
        (gamma_tail(1.5, 0.65), 0.078808652613225),
        (gamma_tail(4.0, 0.9), 0.001901893653699),
        (gamma_tail(-1.0, 0.9), 0.85343451411032),
        (gamma_tail(0.2, 0.65), 0.38062101091548),
        (gamma_tail(2.5, 0.02), 0.0065178634883426),
        (gamma_tail(-2.5, 0.02), 0.99409551904494),
    ],
)
def test_values_to_ten_digits(found: float, wanted: float) -> None:
    assert found == pytest.approx(wanted, rel=1e-10)


@pytest.mark.parametrize("mean", [0.4, 3.0, 12.5])
@pytest.mark.parametrize("hits", [1, 2, 5, 13])
def test_a_poisson_tail_is_one_less_the_sum_below_it(hits: int, mean: float) -> None:
    below = sum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(hits))
    assert tails.above_poisson(hits, mean) == pytest.approx(1 - below, rel=1e-9)
    # The same sum is the gamma tail of a whole shape, and the chi-square of twice as many degrees of freedom.
    assert tails.above_gamma(mean, hits) == pytest.approx(below, rel=1e-9)
    assert tails.below_chi_square(2 * mean, 2 * hits) == pytest.approx(1 - below, rel=1e-9)


@pytest.mark.parametrize("t", [0.0, 0.3, 1.0, 2.5, 8.0])
def test_student_in_closed_form(t: float) -> None:
    one = 0.5 - math.atan(t) / math.pi
    two = 0.5 - t / (2 * math.sqrt(2 + t * t))
    assert tails.above_student(t, 1) == pytest.approx(one, rel=1e-9)
    assert tails.above_student(t, 2) == pytest.approx(two, rel=1e-9)
    assert tails.above_student(-t, 1) == pytest.approx(1 - one, rel=1e-9)


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (tails.above_binomial(0, 5, 0.3), 1.0),
        (tails.above_binomial(1, 5, 0.3), 1 - 0.7**5),
        (tails.above_binomial(5, 5, 0.3), 0.3**5),
        (tails.above_binomial(5.5, 5, 0.3), 0.0),
        (tails.above_binomial(3, 5, 0.0), 0.0),
        (tails.above_binomial(3, 5, 1.0), 1.0),
        (tails.above_binomial(6, 5, 1.0), 1.0),
        (tails.above_poisson(0, 2.0), 1.0),
        (tails.above_poisson(0.5, 0.0), 0.0),
        (tails.above_poisson(1, 0.5), 1 - math.exp(-0.5)),
        (tails.above_gamma(0.0, 3.0), 1.0),
        (tails.above_gamma(0.5, 1.0), math.exp(-0.5)),
        (tails.below_chi_square(0.0, 4.0), 0.0),
        (tails.below_chi_square(0.5, 2.0), 1 - math.exp(-0.25)),
        (tails.below_chi_square(1e-9, 50.0), 0.0),
        (tails.above_unequal(0, [0.1]), 1.0),
        (tails.above_unequal(1, [0.1]), 0.1),
        (tails.above_unequal(1, [1.5, -0.5]), 1.0),
        (tails.above_unequal(2, [1.5, -0.5]), 0.0),
        (tails.above_unequal(0, [0.01] * 400), 1.0),
        (tails.above_student(1e200, 3.0), 0.0),
        # mpmath: gammainc(0.01, 1, inf, regularized), where hardly anything lies above.
        (tails.above_gamma(1.0, 0.01), 0.00221623462322799),
        (gamma_tail(-2.0, 1.0), 1.0),
        # Shape 4 / 1², x = 4 - 1.9 * 2 = 0.2: one less the first four terms of a Poisson sum is what lies above.
        (gamma_tail(-1.9, 1.0), math.exp(-0.2) * (1 + 0.2 + 0.02 + 0.008 / 6)),
        # Shape 1, x = 1 + 1: just where the series gives way to the continued fraction.
        (gamma_tail(1.0, 2.0), math.exp(-2)),
        (gamma_tail(1.001, 2.0), math.exp(-2.001)),
        (gamma_tail(400.0, 2.0), math.exp(-401)),
    ],
)
def test_the_ends_of_every_tail(found: float, wanted: float) -> None:
    assert found == pytest.approx(wanted, rel=1e-9, abs=1e-300)


def test_so_far_out_that_nothing_is_left_is_nought_and_no_error() -> None:
    assert gamma_tail(1e6, 2.0) < 1e-300
    assert gamma_tail(1e6, 2.0) >= 0


def test_two_chances_are_put_together_as_cauchy_has_it() -> None:
    # cot(0.01 pi) = 31.8205159537739, cot(0.2 pi) = 1.37638192047117; half their sum is 16.5984489371225.
    assert tails.combined([0.01, 0.2]) == pytest.approx(math.atan(1 / 16.5984489371225) / math.pi, rel=1e-12)
    # tails.MOST = 0.95: cot(0.95 pi) = -6.31375151467504; with 31.8205159537739 half the sum is 12.7533822195494.
    for next_to_one in (0.95, 0.97, 1.0):
        assert tails.combined([0.01, next_to_one]) == pytest.approx(
            math.atan(1 / 12.7533822195494) / math.pi, rel=1e-12
        )
    assert tails.combined([0.01, 0.94]) < tails.combined([0.01, 0.95])
    # tails.LEAST = 1e-15 bounds what goes in and what comes out.
    assert tails.combined([0.0]) == tails.combined([1e-15]) == pytest.approx(1e-15, rel=1e-6)
    assert tails.combined([3e-15]) == pytest.approx(3e-15, rel=1e-6)
    assert tails.combined([0.7]) == pytest.approx(0.7)


def test_three_hundred_tries_are_summed_exactly_and_more_are_matched_in_three_moments() -> None:
    # 300 tries at 0.01: 1 - (0.99^300 + 300 * 0.01 * 0.99^299).
    assert tails.above_unequal(2, [0.01] * 300) == pytest.approx(1 - 0.99**300 - 3 * 0.99**299, rel=1e-9)
    # 400 tries at 0.01: mean 4, spread sqrt(3.96), skewness 0.98 / sqrt(3.96); half a hit is taken off.
    z, skew = (7.5 - 4) / math.sqrt(3.96), 0.98 / math.sqrt(3.96)
    assert tails.above_unequal(8, [0.01] * 400) == pytest.approx(gamma_tail(z, skew), rel=1e-9)
    # 301 tries are no longer summed: mean 3.01, spread sqrt(2.9799), skewness 0.98 / sqrt(2.9799).
    z, skew = (1.5 - 3.01) / math.sqrt(2.9799), 0.98 / math.sqrt(2.9799)
    assert tails.above_unequal(2, [0.01] * 301) == pytest.approx(gamma_tail(z, skew), rel=1e-9)


def test_many_tries_without_skewness_are_normal() -> None:
    # 400 tries at 0.5: mean 200, spread 10, no skewness; 210 less half a hit is 0.95 spreads away.
    assert tails.above_unequal(210, [0.5] * 400) == pytest.approx(0.5 * math.erfc(0.95 / math.sqrt(2)), rel=1e-9)
    # 400 tries at 0.6 are skewed to the other side (-0.2 / sqrt(96)): the normal again.
    z = (250 - 0.5 - 240) / math.sqrt(96)
    assert tails.above_unequal(250, [0.6] * 400) == pytest.approx(0.5 * math.erfc(z / math.sqrt(2)), rel=1e-9)
    # But a skewness of 0.04 / sqrt(99.84) still counts.
    z = (215 - 0.5 - 192) / math.sqrt(99.84)
    assert tails.above_unequal(215, [0.48] * 400) == pytest.approx(gamma_tail(z, 0.04 / math.sqrt(99.84)), rel=1e-9)
    # Tries that are certain or impossible leave nothing to chance.
    certain = [1.0] * 200 + [0.0] * 200
    assert [tails.above_unequal(hits, certain) for hits in (199, 200, 201)] == [1.0, 1.0, 0.0]
