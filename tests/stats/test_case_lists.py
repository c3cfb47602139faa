"""What lists of children are held against: a cliff at a deadline, one large week, counts that stop low."""

import math

import numpy as np
import pytest

from inspector.stats.batches import beyond
from inspector.stats.cliff import cliff
from inspector.stats.low_cap import low_cap
from inspector.stats.weekly import late_weeks, surge


def planned(cases: int = 4000) -> dict[int, int]:
    """A long tail with a true hump about the 39th day, as work planned towards the 45th has."""
    days = np.arange(1, 120)
    tail = np.exp(-((np.log(days) - 3.4) ** 2) / 0.4) / days
    hump = np.exp(-((days - 39) ** 2) / 72)
    shape = 0.7 * tail / tail.sum() + 0.3 * hump / hump.sum()
    return {int(day): round(cases * share) for day, share in zip(days, shape, strict=True)}


def test_a_true_hump_is_no_cliff() -> None:
    found = cliff(planned(), 45)
    assert found is not None
    assert found.p_value > 0.05


def test_118_of_4000_moved_to_the_last_three_days_are() -> None:
    counts = planned()
    left = 118
    for day in range(46, 70):
        taken = min(left, counts[day] // 3)
        counts[day] -= taken
        left -= taken
    for day, share in ((45, 60), (44, 34), (43, 24)):
        counts[day] += share
    found = cliff(counts, 45)
    assert left == 0
    assert found is not None
    assert found.p_value < 1e-4
    assert found.excess > 60


# bunching.FEWEST_SHORT: a clock of less than 21 days needs 12 different ones.
@pytest.mark.parametrize(("last", "answer"), [(17, True), (16, False)])
def test_a_short_clock_needs_fewer_days(last: int, answer: bool) -> None:
    assert (cliff(dict.fromkeys(range(6, last + 1), 10), 15) is not None) is answer
    assert cliff(dict.fromkeys(range(6, last + 1), 10), 45) is None


# bunching.SHORT: a clock of 21 days is none of the short ones.
@pytest.mark.parametrize(("deadline", "answer"), [(20, True), (21, False)])
def test_at_which_clock_more_days_are_needed(deadline: int, answer: bool) -> None:
    assert (cliff(dict.fromkeys(range(11, 25), 10), deadline) is not None) is answer


def test_the_largest_week_by_the_spread_of_the_others() -> None:
    # From Monday 6 January 2025 on twenty weeks of ten, two a day; the fifth has thirty more on its Tuesday.
    monday = 20094
    days = [monday + 7 * week + day for week in range(20) for day in range(5) for _ in range(2)]
    found = surge(days + [monday + 29] * 30)
    assert found is not None
    assert (found.week, found.many, found.usual, found.days) == (monday + 28, 40, 10.0, (monday + 29,))
    assert found.p_value < 1e-6
    quiet = surge(days)
    assert quiet is not None
    assert quiet.p_value > 0.5
    # weekly.FEWEST: ten whole weeks, the first and the last being cut off.
    assert surge([monday + 7 * week for week in range(11)]) is None
    assert surge([monday + 7 * week for week in range(12)]) is not None


def test_the_last_weeks_by_the_weeks_before() -> None:
    steady = [7 * week + day for week in range(20) for day in (0, 2, 4)]
    assert late_weeks(steady, 112) > 0.3
    assert late_weeks([*steady, *[130] * 40], 112) < 1e-6


def test_counts_that_vary_much_may_be_large() -> None:
    # A shape below one: the chance of 21 or more with mean 4 and variance 40 is about one in fifty.
    draw = np.random.default_rng(1).negative_binomial(16 / 36, 0.1, 200_000)
    assert beyond(21, 4.0, 40.0) == pytest.approx(float((draw >= 21).mean()), rel=0.05)


def test_counts_that_stop_low() -> None:
    found = low_cap({1: 420, 2: 180})
    assert found is not None
    assert (found.cap, found.observed) == (2, 180)
    assert found.beyond == pytest.approx(420 * (math.exp(3 / 7) - 10 / 7))
    assert found.p_value == pytest.approx(math.exp(-found.beyond))
    # low_cap.FEWEST (60 counts) and MOST (three steps).
    assert low_cap({1: 40, 2: 20}) is not None
    assert low_cap({1: 40, 2: 19}) is None
    assert low_cap({1: 40, 2: 20, 3: 9, 4: 3}) is not None
    assert low_cap({1: 40, 2: 20, 3: 9, 5: 3}) is None
    assert low_cap({1: 60}) is None
    assert low_cap({1: 40, 3: 20}) is None
