import math

import pytest

from inspector.stats.rounding import round6


def test_six_significant_digits() -> None:
    assert [round6(x) for x in (1234567.89, 0.000123456789, -2 / 3, 5)] == [1234570.0, 0.000123457, -0.666667, 5.0]


def test_there_is_no_minus_nought() -> None:
    assert math.copysign(1, round6(-0.0)) == 1


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_refused(bad: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        round6(bad)
