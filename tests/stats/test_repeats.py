"""Blocks that come again, with the chance worked out by hand."""

import math
from itertools import pairwise

import numpy as np
import pytest

from inspector.stats.repeats import Block, block, same_table


def told(*columns: list[float]) -> Block:
    found = block([np.array(column) for column in columns])
    assert found is not None
    return found


def equal(unit: float, squares: float, steps: int) -> float:
    """The chance of equal normal numbers: neighbours' differences have this sum of squares over so many steps."""
    return unit / (2 * math.sqrt(squares / steps / 2) * math.sqrt(math.pi))


SERIES = [1.0, 5, 9, 2, 7, 1, 5, 9]
"""Steps of 4, 4, -7, 5, -6, 4 and 4: their squares sum to 174. The first three stand again at the end."""


def test_three_that_come_again() -> None:
    found = told(SERIES)
    assert (found.first, found.again, found.length) == (0, 5, 3)
    # 6 places to begin at and 5 to begin again, each pair once: 15.
    assert found.p_value == pytest.approx(15 * equal(1, 174, 7) ** 3, rel=1e-9)


@pytest.mark.parametrize(("times", "unit"), [(0.1, 0.1), (0.25, 0.01), (1e-6, 1e-6), (10.0, 1.0)])
def test_the_unit_is_what_the_numbers_are_rounded_to(times: float, unit: float) -> None:
    found = told([round(one * times, 9) for one in SERIES])
    assert found.p_value == pytest.approx(15 * equal(unit / times, 174, 7) ** 3, rel=1e-6, abs=0)


def test_no_unit_is_finer_than_the_seventh_decimal() -> None:
    series = [*SERIES[:3], 2.12345678, *SERIES[4:]]
    squares = sum((b - a) ** 2 for a, b in pairwise(series))
    assert told(series).p_value == pytest.approx(15 * equal(1e-7, squares, 7) ** 3, rel=1e-9, abs=0)


def test_pairs_that_are_equal_anyway_make_it_likelier() -> None:
    # 5 of the 16 pairs that are equal, of 120, are the block; by their spread fewer would be equal.
    series = [0.0, 3, 1, 12, 5, 7, 0, 3, 1, 12, 5, 5, 5, 1, 0, 3]
    pairs = [(a, b) for b in range(16) for a in range(b) if series[a] == series[b]]
    squares = sum((b - a) ** 2 for a, b in pairwise(series))
    assert len(pairs) == 16
    assert equal(1, squares, 15) < 11 / 120
    found = told(series)
    assert (found.first, found.again, found.length) == (0, 6, 5)
    assert found.p_value == pytest.approx(12 * 11 / 2 * (11 / 120) ** 5, rel=1e-9)


def test_columns_are_taken_one_after_another() -> None:
    # The second column is twice the first and something of its own: what the first does not give is what counts.
    own = [0.0, 1, 0, 3, 1, 0, 1, 0]
    second = [2 * a + b for a, b in zip(SERIES, own, strict=True)]
    known = np.array(SERIES) - np.mean(SERIES)
    left = np.array(second) - np.mean(second)
    rest = left - known * float(known @ left) / float(known @ known)
    one, two = equal(1, 174, 7), equal(1, float((np.diff(rest) ** 2).sum()), 7)
    assert two < 1
    found = told(SERIES, second)
    assert (found.first, found.again, found.length) == (0, 5, 3)
    assert found.p_value == pytest.approx(15 * (one * two) ** 3, rel=1e-9)
    # A column without any spread adds nothing, nor does one that is certain to be equal.
    assert told([0.0] * 8, SERIES).p_value == pytest.approx(15 * one**3, rel=1e-9)
    assert told(SERIES, [4.0] * 8).p_value == pytest.approx(15 * one**3, rel=1e-9)
    assert told(SERIES, [4.0] * 7 + [4.1]).length == 2
    # All columns have to be equal, not any.
    assert told(SERIES, [1.0, 2, 3, 4, 5, 6, 7, 8]).length == 0


def test_a_block_never_overlaps_itself() -> None:
    # Four times the same: two and two.
    found = told([9.0, 3, 3, 3, 3, 7, 1, 8, 12])
    assert (found.first, found.again, found.length) == (1, 3, 2)


def test_of_blocks_as_long_the_nearest_then_the_first() -> None:
    found = told([1.0, 2, 8, 1, 2, 9, 4, 5, 7, 4, 5])
    assert (found.first, found.again, found.length) == (0, 3, 2)
    found = told([1.0, 2, 8, 6, 1, 2, 4, 5, 9, 4, 5])
    assert (found.first, found.again, found.length) == (6, 9, 2)
    found = told([1.0, 2, 7, 1, 2, 3, 1, 2, 3])
    assert (found.first, found.again, found.length) == (3, 6, 3)


def test_one_equal_pair_is_no_block() -> None:
    # repeats.SHORTEST: two pairs.
    found = told([1.0, 2, 3, 4, 9, 6, 3, 8])
    assert (found.first, found.again, found.length, found.p_value) == (2, 6, 1, 1.0)
    assert told([101.23, 505.11, 3.37, 877.25, 962.5, 641.94, 3.37, 12.86]).p_value == 1.0
    assert told([1.0, 2, 3, 4, 9, 6, 3, 4]).p_value < 1
    # Where nothing comes again there is nothing to point to.
    assert told([1.0, 2, 3, 4, 5, 6, 7, 8]) == Block(0, 0, 0, 1.0)


def test_no_chance_is_above_one() -> None:
    # Any two of noughts and ones come again: 21 places, and one pair in three is equal at least.
    found = told([0.0, 0, 0, 1, 0, 1, 1, 1])
    assert (found.length, found.p_value) == (2, 1.0)


def test_from_eight_figures_on_and_in_the_first_fifteen_hundred() -> None:
    # repeats.FEWEST
    assert block([np.array(SERIES)]) is not None
    assert block([np.array(SERIES[:7])]) is None
    # repeats.MOST: rows 1499 and 1500 are the last two that are looked at.
    figures = np.arange(1502.0)
    figures[1498:1500] = [0, 1]
    assert told(figures.tolist()).length == 2
    figures = np.arange(1502.0)
    figures[1499:1501] = [0, 1]
    assert told(figures.tolist()).length == 1


def test_equal_rows_of_two_tables() -> None:
    # Two of three rows are equal, where the others make them so one time in two, three and four.
    chance = 1 / 2 * 1 / 3 * 3 / 4 + 1 / 2 * 2 / 3 * 1 / 4 + 1 / 2 * 1 / 3 * 1 / 4 + 1 / 2 * 1 / 3 * 1 / 4
    assert same_table([True, True, False], [1 / 2, 1 / 3, 1 / 4]) == pytest.approx(chance, rel=1e-9)
