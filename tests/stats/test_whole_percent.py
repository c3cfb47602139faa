"""Whole percentages, their chance counted out one count after another."""

import math

import numpy as np
import pytest

from inspector.stats.tails import above_unequal, combined
from inspector.stats.whole_percent import whole_percent


def whole(count: int, size: int, step: int) -> bool:
    """Whether a count is the nearest to some multiple of `step` percent of its size; halves go either way."""
    return any(abs(100 * count - part * size) <= 50 for part in range(0, 101, step))


def chance(count: int, size: int, step: int) -> float:
    """The part of the counts within five points (times the step) and five cases of this one that are whole."""
    reach = math.ceil(size * step / 20) + 5
    around = [k for k in range(count - reach, count + reach + 1) if 0 <= k <= size]
    return sum(whole(k, size, step) for k in around) / len(around)


SIZES = [150 + 37 * k for k in range(20)]
COUNTS = [round(size * (0.05 + 0.9 * k / 19)) for k, size in enumerate(SIZES)]


@pytest.mark.parametrize("cells", [1_000_000, 100, 20])
def test_both_steps_counted_out(cells: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # However much memory there is, the answer is the same.
    monkeypatch.setattr("inspector.stats.whole_percent.CELLS", cells)
    found = whole_percent(np.array(COUNTS, dtype=float), np.array(SIZES, dtype=float))
    assert found is not None
    told = []
    for step in (1, 5):
        chances = [chance(count, size, step) for count, size in zip(COUNTS, SIZES, strict=True)]
        hits = tuple(k for k in range(20) if whole(COUNTS[k], SIZES[k], step))
        told.append((above_unequal(len(hits), chances), step, hits, sum(chances)))
    _, step, hits, expected = min(told)
    assert (found.n, found.step, found.places) == (20, step, hits)
    assert found.expected == pytest.approx(expected, rel=1e-9)
    assert found.p_value == pytest.approx(combined([one[0] for one in told]), rel=1e-9)


def test_fives_stand_out_more_where_they_are_fives() -> None:
    sizes = [400 + 7 * k for k in range(24)]
    counts = [round(size * (30 + 5 * (k % 6)) / 100) for k, size in enumerate(sizes)]
    found = whole_percent(np.array(counts, dtype=float), np.array(sizes, dtype=float))
    assert found is not None
    assert (found.step, len(found.places)) == (5, 24)


def test_small_sizes_tell_of_fives_only() -> None:
    # Of 30 cases five percent are one and a half: from there on a multiple of five says something. Whole percentages do
    # from 150 cases on.
    sizes = np.array([30.0] * 20)
    counts = np.array([3.0, 7, 11, 13, 17] * 4)
    found = whole_percent(counts, sizes)
    assert found is not None
    assert (found.n, found.step) == (20, 5)
    chances = [chance(int(count), 30, 5) for count in counts]
    hits = sum(whole(int(count), 30, 5) for count in counts)
    assert found.expected == pytest.approx(sum(chances), rel=1e-9)
    assert found.p_value == pytest.approx(combined([above_unequal(hits, chances)]), rel=1e-9)
    assert whole_percent(counts, sizes - 1) is None
    found = whole_percent(np.array([75.0, 61] * 10), np.array([150.0] * 19 + [149.0]))
    assert found is not None
    chances = [chance(75, 150, 5), chance(61, 150, 5)] * 9 + [chance(75, 150, 5), chance(61, 149, 5)]
    assert found.p_value == pytest.approx(combined([above_unequal(10, chances)]), rel=1e-9)
    found = whole_percent(np.array([61.0] * 20), np.array([150.0] * 20))
    assert found is not None
    assert found.expected != pytest.approx(20 * chance(61, 150, 5))


def test_none_and_all_and_few_cases_are_left_out_and_keep_their_places() -> None:
    # whole_percent.FEWEST: twenty figures. Nought, all, and shares of fewer than twenty cases are none.
    counts = np.array([0.0, 200.0, 9.0, *COUNTS])
    sizes = np.array([200.0, 200.0, 19.0, *SIZES])
    shifted, plain = whole_percent(counts, sizes), whole_percent(np.array(COUNTS), np.array(SIZES))
    assert shifted is not None
    assert plain is not None
    assert shifted.places == tuple(place + 3 for place in plain.places)
    assert shifted.p_value == plain.p_value
    assert whole_percent(np.array(COUNTS[:19]), np.array(SIZES[:19])) is None
    one = whole_percent(np.array([1, *COUNTS[1:]]), np.array(SIZES))
    assert one is not None
    assert one.n == 20
    assert whole_percent(counts[:-1], sizes[:-1]) is None


def test_where_hardly_any_are_to_be_expected_there_is_no_answer() -> None:
    # whole_percent.HITS: half a whole percentage expected. A little over one count in 40 is the nearest to a whole percentage
    # of 3,880 cases, so that twenty figures give 0.501 by chance; of 3,900 they give 0.499.
    few, fewer = (whole_percent(np.array([0.4 * size + 7] * 20), np.array([float(size)] * 20)) for size in (3880, 3900))
    assert few is not None
    assert few.expected == pytest.approx(20 * chance(1559, 3880, 1), rel=1e-9)
    assert 0.5 <= few.expected < 0.502
    assert 0.498 < 20 * chance(1567, 3900, 1) < 0.5
    assert fewer is None
