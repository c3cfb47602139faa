"""A pile on the largest value, against the line through the values below it."""

import math

import pytest

from inspector.stats.caps import cap
from inspector.stats.tails import above_binomial


def test_the_expected_is_where_the_line_below_would_go() -> None:
    # Four values below with the same count: the line is level, and ten are expected on the next. 40 are near it, and one more.
    found = cap({3: 10, 4: 10, 5: 10, 6: 10, 7: 25})
    assert found is not None
    assert (found.n, found.cap, found.observed) == (65, 7, 25)
    # The middle of the logarithms is that of 10.5.
    assert found.expected == pytest.approx(10.5)
    assert found.p_value == pytest.approx(above_binomial(25, 66, 10.5 / 51.5), rel=1e-9)


def test_a_falling_line_goes_on_falling() -> None:
    # Counts of 63.5, 31.5, 15.5, 7.5 (less a half each) halve; the weighed middle of their logarithms, two and a half
    # steps before the cap by place, goes on by the slope that least squares give.
    below = {1: 63.0, 2: 31.0, 3: 15.0, 4: 7.0}
    weights = [count + 0.5 for count in below.values()]
    logs = [math.log(weight) for weight in weights]
    middle = sum(w * y for w, y in zip(weights, logs, strict=True)) / sum(weights)
    at = sum(w * x for w, x in zip(weights, range(4), strict=True)) / sum(weights)
    slope = sum(w * (x - at) * (y - middle) for w, x, y in zip(weights, range(4), logs, strict=True))
    slope /= sum(w * (x - at) ** 2 for w, x in zip(weights, range(4), strict=True))
    assert slope == pytest.approx(math.log(0.49), abs=0.01)
    found = cap({1: 63, 2: 31, 3: 15, 4: 7, 5: 20})
    assert found is not None
    assert found.expected == pytest.approx(math.exp(middle + slope * 2.5), rel=1e-9)


@pytest.mark.parametrize(
    ("counts", "steepest"),
    [
        # Rising: the cap may stand next to the top, but no more than half as many again are expected with each step.
        ({1: 5, 2: 15, 3: 45, 4: 135, 5: 300}, math.log(1.5)),
        # Falling off steeply: never less than by e with each step.
        ({1: 2700, 2: 270, 3: 27, 4: 2, 5: 5}, -1.0),
        # Between the two the slope is as it is: rising by a third.
        ({1: 27, 2: 36, 3: 48, 4: 64, 5: 90}, None),
    ],
)
def test_no_line_is_followed_too_far(counts: dict[int, int], steepest: float | None) -> None:
    found = cap(counts)
    assert found is not None
    weights = [counts[value] + 0.5 for value in range(1, 5)]
    middle = sum(w * math.log(w) for w in weights) / sum(weights)
    if steepest is None:
        assert math.log(1.3) < (math.log(found.expected) - middle) / 2.5 < math.log(1.36)
    else:
        assert math.log(found.expected) == pytest.approx(middle + 2.5 * steepest, rel=1e-9)


def test_too_few_counts_or_too_few_values_give_no_answer() -> None:
    # caps.FEWEST: sixty counts in all. caps.BELOW: four values below the largest; those nobody has do not count.
    assert cap({1: 12, 2: 12, 3: 12, 4: 12, 5: 12}) is not None
    assert cap({1: 12, 2: 12, 3: 12, 4: 12, 5: 11}) is None
    assert cap({1: 20, 2: 20, 3: 20, 4: 20}) is None
    assert cap({1: 20, 2: 20, 3: 20, 4: 20, 5: 0}) is None
    assert cap({0: 1, 1: 20, 2: 20, 3: 20, 4: 20}) is not None
    assert cap({1: 1, 12: 20, 13: 20, 14: 20, 15: 20}) is not None


def test_what_nobody_has_just_below_the_largest_counts_as_nought() -> None:
    # Held: 1, 2, 3, 4 and 20. Just below 20 there are none: the middle is log(1/2), the line level; 4 noughts and one more.
    found = cap({1: 20, 2: 20, 3: 20, 4: 20, 20: 3})
    assert found is not None
    assert found.expected == pytest.approx(0.5)
    assert found.p_value == pytest.approx(above_binomial(3, 4, 0.5 / 1.5), rel=1e-9)
