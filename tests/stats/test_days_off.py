"""The exact test of two shares, against sums done by hand."""

import math

from inspector.stats.days_off import more


def test_it_is_the_upper_tail_of_the_exact_test() -> None:
    # 3 of 4 against 1 of 4 (Fisher's tea): 17 of 70.
    assert math.isclose(more(3, 4, 1, 4), 17 / 70)
    assert math.isclose(more(4, 4, 0, 4), 1 / 70)
    assert math.isclose(more(0, 20, 3, 20), 1.0)
