"""Last digits: which numbers can tell, and how uneven they are."""

import numpy as np

from inspector.stats.last_digits import last_digits, telling


def test_numbers_that_can_tell_are_large_and_jump() -> None:
    assert telling(np.array([99.0, 100, 130, 130, 160, 190])).tolist() == [1, 2, 4, 5]
    assert telling(np.array([100.0, 129, 158, 187])).tolist() == []
    assert telling(np.array([500.0])).tolist() == []


def test_a_hundred_numbers_are_needed() -> None:
    numbers = np.arange(100.0) * 37 + 1000
    assert last_digits(numbers[:99]) is None
    found = last_digits(numbers)
    assert found is not None
    assert (found.counts, found.uneven) == ((10,) * 10, 0.0)


def test_chance_alone_is_seldom_uneven_and_rounding_is() -> None:
    rng = np.random.default_rng(15)
    numbers = [rng.poisson(rng.uniform(200, 2000), 150).astype(float) for _ in range(200)]
    found = [last_digits(one) for one in numbers]
    assert sum(one is not None and one.p_value < 0.005 for one in found) <= 4
    rounded = last_digits(np.round(numbers[0] / 5) * 5)
    assert rounded is not None
    assert rounded.p_value < 1e-9
    assert rounded.uneven > 0.7
