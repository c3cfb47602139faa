"""Stretches of counts: at the bounds, and against what is known of them."""

import numpy as np
import pytest

from inspector.stats.smooth_windows import stretches


def test_two_stretches_with_four_events_a_period_are_needed() -> None:
    assert stretches(np.full(55, 4.0)) is None
    assert stretches(np.full(56, 3.99)) is None
    found = stretches(np.full(56, 4.0))
    assert found is not None
    assert (found.tried, found.smooth, round(found.ratio, 6)) == (2, (0, 28), 0.0)


def test_a_wave_that_no_line_follows_hides_no_smooth_stretch() -> None:
    days = np.arange(280)
    found = stretches(np.round(30 + 20 * np.sin(days / 30)))
    assert found is not None
    assert len(found.smooth) == found.tried == 10
    assert found.p_value < 1e-6


@pytest.mark.parametrize("mean", [4.5, 12.0, 60.0])
def test_chance_alone_is_seldom_called_smooth(mean: float) -> None:
    rng = np.random.default_rng(15)
    found = [stretches(rng.poisson(mean * (1 + 0.5 * np.sin(np.arange(196) / 40))).astype(float)) for _ in range(100)]
    assert sum(one is not None and one.p_value < 0.01 for one in found) <= 5
