"""The assurance icon at and beside the limits of the last point: limits 0.68 and 11.32 about a centre of 6."""

import pytest
from inspector.stats.assurance import assurance

from inspector.stats.xmr import Direction, chart


@pytest.mark.parametrize(
    ("target", "direction", "icon"),
    [
        (0.68, "increase", "inconsistent"),
        (11.32, "increase", "inconsistent"),
        (0.67, "increase", "consistent_pass"),
        (11.33, "increase", "consistent_fail"),
        (0.67, "decrease", "consistent_fail"),
        (11.33, "decrease", "consistent_pass"),
        (0.68, "decrease", "inconsistent"),
        (11.32, "decrease", "inconsistent"),
    ],
)
def test_a_target_on_a_limit_is_inconsistent_and_beside_it_is_not(
    target: float, direction: Direction, icon: str
) -> None:
    last = chart([5, 7])[-1]
    assert (last.lower, last.upper) == (6 - 5.32, 6 + 5.32)
    exact = {0.68: last.lower, 11.32: last.upper}
    assert assurance(last, direction, exact.get(target, target)) == icon
