"""Figures that just reach a target, by the normal about their line."""

import numpy as np
import pytest

from inspector.stats.hugging import Hugging, hugging
from inspector.stats.tails import above_normal, above_unequal

# One above and one below the level, so arranged that no line through them rises or falls; squares sum to 12, and on ten
# degrees of freedom their spread is sqrt(1.2) = 1.0954.
LEVEL = np.array([-1.0, 1.0, 1.0, -1.0] * 3)
SPREAD = 1.2**0.5


def told(values: np.ndarray, sizes: np.ndarray | None, target: float, up: bool = True) -> Hugging:
    found = hugging(values, sizes, target, up)
    assert found is not None
    return found


@pytest.mark.parametrize("up", [True, False])
def test_plain_values_within_a_quarter_of_the_scatter_beyond_the_target(up: bool) -> None:
    sign = 1 if up else -1
    found = told(sign * (10 + LEVEL), None, sign * 11.0, up)
    chance = above_normal(1 / SPREAD) - above_normal((0.25 * SPREAD + 1) / SPREAD)
    assert (found.n, found.places) == (12, (1, 2, 5, 6, 9, 10))
    assert found.expected == pytest.approx(12 * chance, rel=1e-9)
    assert found.p_value == pytest.approx(above_unequal(6, [chance] * 12), rel=1e-9)
    # hugging.BESIDE: a quarter of 1.0954 is 0.27386.
    assert len(told(sign * (10 + LEVEL), None, sign * (11 - 0.2738), up).places) == 6
    assert len(told(sign * (10 + LEVEL), None, sign * (11 - 0.2739), up).places) == 0
    # Short of the target is not reached.
    assert len(told(sign * (10 + LEVEL), None, sign * 11.001, up).places) == 0


def test_figures_on_a_line_are_not_taken_for_certain() -> None:
    # A line of 0.4 a figure has no scatter: half that of neighbours is 0.5 * sqrt(0.16 / 2) = 0.1414, a quarter 0.03536.
    values = 5 + 0.4 * np.arange(12)
    spread = 0.5 * 0.08**0.5
    found = told(values, None, 7.0)
    chances = [above_normal((0 - one) / spread) - above_normal((spread / 4 - one) / spread) for one in values - 7.0]
    assert found.places == (5,)
    assert found.expected == pytest.approx(sum(chances), rel=1e-9)
    assert found.p_value == pytest.approx(above_unequal(1, chances), rel=1e-9)


@pytest.mark.parametrize("up", [True, False])
def test_counts_that_just_reach_it_or_are_one_beyond(up: bool) -> None:
    # Of 100, 85 is needed (upwards) or 15 (downwards): that count and the next one are a hug, the ones beside are not.
    counts = np.array([84.0, 85, 86, 87, 87, 86, 85, 84, 84, 85, 86, 87, 87, 86, 85, 84])
    values = counts / 100 if up else 1 - counts / 100
    sizes = np.full(16, 100.0)
    found = told(values, sizes, 0.85 if up else 0.15, up)
    assert found.places == (1, 2, 5, 6, 9, 10, 13, 14)
    # No line; chance alone spreads shares of 0.855 by sqrt(0.855 * 0.145 / 100), which is more than these are spread.
    spread = (0.855 * 0.145 / 100) ** 0.5
    chance = above_normal((-0.005 - 0.005) / spread) - above_normal((0.015 - 0.005) / spread)
    assert found.expected == pytest.approx(16 * chance, rel=1e-6)
    assert found.p_value == pytest.approx(above_unequal(8, [chance] * 16), rel=1e-6)


def test_where_no_count_is_the_target_itself_the_next_beyond_it_is_needed() -> None:
    # 85 % of 90 is 76.5: 77 upwards, 76 downwards. 77 - 76.5 less half a count is 0: from there two counts wide.
    counts = np.array([76.0, 77, 78, 79, 79, 78, 77, 76, 76, 77, 78, 79, 79, 78, 77, 76])
    sizes = np.full(16, 90.0)
    assert told(counts / 90, sizes, 0.85).places == (1, 2, 5, 6, 9, 10, 13, 14)
    assert told(counts / 90, sizes, 0.85, up=False).places == (0, 7, 8, 15)
    # Scatter of ten counts either way is more than chance has: its own spread counts, 10 / 90 * sqrt(16 / 14).
    far = 77.0 + 10 * np.array([-1.0, 1.0, 1.0, -1.0] * 4)
    spread, middle = 10 / 90 * (16 / 14) ** 0.5, (77 - 76.5) / 90
    chance = above_normal((0 - middle) / spread) - above_normal((2 / 90 - middle) / spread)
    found = told(far / 90, sizes, 0.85)
    assert found.places == ()
    assert (found.expected, found.p_value) == (pytest.approx(16 * chance, rel=1e-6), 1.0)


@pytest.mark.parametrize(("share", "taken"), [(0.005, 0.01), (0.995, 0.99), (0.02, 0.02), (0.98, 0.98)])
def test_shares_next_to_nought_or_all_are_spread_as_one_in_a_hundred(share: float, taken: float) -> None:
    sizes = np.full(12, 1000.0)
    values = share + LEVEL / 1000
    spread = (taken * (1 - taken) / 1000) ** 0.5
    chance = above_normal(-0.0005 / spread) - above_normal(0.0015 / spread)
    assert told(values, sizes, share).expected == pytest.approx(12 * chance, rel=1e-6)


def test_too_few_figures_and_equal_ones_give_no_answer() -> None:
    # hugging.FEWEST: twelve figures.
    assert hugging(LEVEL, None, 1.0, True) is not None
    assert hugging(LEVEL[:11], None, 1.0, True) is None
    assert hugging(np.full(12, 0.3), None, 0.3, True) is None
