"""Events in the last days against the pace before."""

import pytest

from inspector.stats.pace import sudden
from inspector.stats.tails import above_binomial

pytestmark = pytest.mark.filterwarnings("error")


def test_as_many_as_the_pace_before_gives() -> None:
    # Ten events in each of ten months, then 10 in 30 days: 10 are expected. 100.5 + 10 events, of which 30 days of 330.
    days = [30 * month + 3 * k for month in range(10) for k in range(10)]
    found = sudden([*days, *range(300, 310)], 300, 330)
    assert found.excess == pytest.approx(0.0)
    assert found.p_value == pytest.approx(above_binomial(10, 110.5, 30 / 330), rel=1e-9)


def test_the_day_it_begins_counts_as_late_and_the_day_before_does_not() -> None:
    # pace.MONTH: 59 days before are one month, whose counts vary by nothing; the pace is 1 in 59 days or 2.
    assert sudden([10, 59], 59, 69).excess == pytest.approx(1 - 1 * 10 / 59)
    assert sudden([10, 58], 59, 69).excess == pytest.approx(0 - 2 * 10 / 59)
    found = sudden([10, 20, 30, 40, 60, 61], 59, 69)
    assert found.p_value == pytest.approx(above_binomial(2, 6.5, 10 / 69), rel=1e-9)


def test_months_that_vary_make_the_comparison_weaker() -> None:
    # Six months of 0, 8, 0, 8, 0, 8 events: mean 4, variance 96 / 5 = 19.2, so 4.8 times a Poisson.
    days = [30 * month + k for month in (1, 3, 5) for k in range(8)]
    found = sudden([*days, *[185] * 12], 180, 190)
    assert found.excess == pytest.approx(12 - 24 * 10 / 180)
    assert found.p_value == pytest.approx(above_binomial(12 / 4.8, 36.5 / 4.8, 10 / 190), rel=1e-9)


def test_months_begin_with_the_log_and_the_last_takes_what_is_left() -> None:
    # pace.MONTH: 60 days are two months, the second from day 30 on: 4 and 0 events, mean 2, variance 8, four times as loose.
    early, late = sudden([0, 1, 28, 29, 60], 60, 61), sudden([0, 1, 30, 31, 60], 60, 61)
    assert early.p_value == pytest.approx(above_binomial(1 / 4, 5.5 / 4, 1 / 61), rel=1e-9)
    # 2 and 2: no variance at all, and never less loose than a Poisson.
    assert late.p_value == pytest.approx(above_binomial(1, 5.5, 1 / 61), rel=1e-9)
    # 89 days are two months still, of 44.5 days each.
    assert sudden([44, 44, 44, 44, 89], 89, 90).p_value == pytest.approx(
        above_binomial(1 / 4, 5.5 / 4, 1 / 90), rel=1e-9
    )
    assert sudden([44, 44, 45, 45, 89], 89, 90).p_value == pytest.approx(above_binomial(1, 5.5, 1 / 90), rel=1e-9)


def test_a_log_that_was_empty_until_then_proves_nothing_by_one_event() -> None:
    assert sudden([65], 60, 90).p_value == pytest.approx(above_binomial(1, 1.5, 30 / 90), rel=1e-9)
    assert sudden([65], 60, 90).excess == 1.0
    # Twenty days before are one month, though all four events are in the first half of it.
    assert sudden([1, 2, 3, 4, 21], 20, 25).p_value == pytest.approx(above_binomial(1, 5.5, 5 / 25), rel=1e-9)
    # The last days are one at least, and a time before of under a month is one month.
    assert sudden([5, 20], 20, 20).p_value == pytest.approx(above_binomial(1, 2.5, 1 / 21), rel=1e-9)
