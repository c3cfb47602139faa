"""First digits against Benford's law, where the answer can be worked out."""

import math
from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest

from inspector.stats.first_digits import decades, first_digits
from inspector.stats.tails import above_gamma

LAW = [math.log10(1 + 1 / digit) for digit in range(1, 10)]
DRAWS = 4999


def numbers(counts: Sequence[int]) -> np.ndarray:
    """So many different numbers with each first digit, over four powers of ten."""
    return np.array([d * 10.0 ** (k % 4) * (1 + k / 1e4) for d, n in enumerate(counts, 1) for k in range(n)])


def misfit(shares: Sequence[float]) -> float:
    return sum((share - law) ** 2 / law for share, law in zip(shares, LAW, strict=True))


def sure(chance: float) -> float:
    """Four standard errors of a share of all draws."""
    return 4 * math.sqrt(chance * (1 - chance) / DRAWS)


def test_many_different_numbers_give_the_chi_square_of_eight_degrees() -> None:
    counts = [640, 330, 260, 180, 170, 120, 120, 90, 90]
    found = first_digits(numbers(counts))
    assert found is not None
    shares = [count / 2000 for count in counts]
    wanted = above_gamma(2000 * misfit(shares) / 2, 4)
    assert 0.05 < wanted < 0.5
    assert found.p_value == pytest.approx(wanted, abs=sure(wanted))
    assert found.n == 2000
    assert found.away == pytest.approx(sum(abs(s - law) for s, law in zip(shares, LAW, strict=True)) / 2, rel=1e-12)
    # 0.32 - 0.301 = 0.019 is the most above the law.
    assert found.digit == 1


def test_the_digit_named_is_the_one_most_above_the_law() -> None:
    found = first_digits(numbers([580, 350, 250, 190, 160, 130, 120, 100, 120]))
    assert found is not None
    assert found.digit == 9


def test_two_numbers_written_many_times_are_two_draws() -> None:
    # Both begin with 1. Of the 81 pairs of digits the law may give, these are as far from it or farther:
    found = first_digits(np.array([1.0] * 60 + [100.0] * 60))
    assert found is not None
    seen = misfit([1.0] + [0.0] * 8)
    wanted = sum(
        LAW[a] * LAW[b]
        for a, b in product(range(9), repeat=2)
        if misfit([((a == d) + (b == d)) / 2 for d in range(9)]) >= seen - 1e-9
    )
    assert found.p_value == pytest.approx(wanted, abs=sure(wanted))
    assert (found.digit, found.away) == (1, pytest.approx(1 - LAW[0]))


def test_numbers_that_stand_there_unequally_often_weigh_as_often() -> None:
    # 7 stands there 80 times and 900 forty times: the law draws a digit for each.
    found = first_digits(np.array([7.0] * 80 + [900.0] * 40))
    assert found is not None
    seen = misfit([0.0] * 6 + [2 / 3, 0.0, 1 / 3])
    wanted = sum(
        LAW[a] * LAW[b]
        for a, b in product(range(9), repeat=2)
        if misfit([(2 * (a == d) + (b == d)) / 3 for d in range(9)]) >= seen - 1e-9
    )
    assert found.p_value == pytest.approx(wanted, abs=sure(wanted))


def test_what_no_draw_reaches_is_less_likely_than_any() -> None:
    # first_digits.DRAWS: one in 4,999 draws and the numbers themselves.
    found = first_digits(numbers([0, 0, 0, 0, 0, 0, 0, 0, 500]))
    assert found is not None
    assert found.p_value == 1 / 5000


def test_round_numbers_keep_their_digit_and_numbers_just_below_theirs() -> None:
    exact = [d * 10.0**k for d in range(1, 10) for k in range(-6, 8)]
    found = first_digits(np.array(exact))
    assert found is not None
    assert found.away == pytest.approx(sum(abs(1 / 9 - law) for law in LAW) / 2, rel=1e-9)
    below = [(d + 1 - 1e-10) * 10.0**k for d in range(1, 10) for k in range(14)]
    found = first_digits(np.array(below))
    assert found is not None
    assert found.away == pytest.approx(sum(abs(1 / 9 - law) for law in LAW) / 2, rel=1e-9)
    # There is no digit beyond 9, however little is lacking.
    last = first_digits(np.array([9.9999999999999 * 10.0 ** (k % 4) for k in range(100)]))
    assert last is not None
    assert (last.digit, last.away) == (9, pytest.approx(1 - LAW[8]))


def test_the_middle_98_percent() -> None:
    inner = [10.0 ** (k / 33) for k in range(100)]
    # Of 100 or fewer all count; of 101 one at either end is left out, of 201 two.
    assert decades(np.array(inner)) == pytest.approx(3.0)
    assert decades(np.array([*inner[:99], 1e-9, 1e9])) == pytest.approx(98 / 33)
    assert decades(np.array([*inner, 1e9])) == pytest.approx(98 / 33)
    assert decades(np.array([*inner, *inner, 1e-9])) == pytest.approx(98 / 33)


def test_too_few_numbers_or_too_close_together_give_no_answer() -> None:
    # first_digits.FEWEST: 100 numbers. first_digits.DECADES: two powers of ten.
    wide = np.array([10.0 ** (k / 99 * 2) for k in range(100)])
    assert wide[-1] / wide[0] == 100
    assert first_digits(wide) is not None
    assert first_digits(np.append(wide[:-1], 99.999)) is None
    assert first_digits(np.append(wide[1:], 1000.0)[1:]) is None
