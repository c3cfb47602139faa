"""Steps back: at the bounds, and against what chance gives."""

import numpy as np

from inspector.stats.ratchet import ratchet


def test_twelve_figures_with_four_cases_on_either_side_are_needed() -> None:
    size = np.array([8.0, 12.0] * 6)
    assert ratchet(np.full(11, 5.0), size[:11], 1) is None
    assert ratchet(np.full(12, 3.9), size, 1) is None
    assert ratchet(np.full(12, 6.1), size, 1) is None
    assert ratchet(np.full(12, 4.0), size, 1) is not None
    assert ratchet(np.full(12, 3.9), None, 1) is None


def test_a_step_back_by_one_case_is_none() -> None:
    found = ratchet(np.array([20.0, 19, 20, 18, 20, 20, 20, 20, 20, 20, 20, 20]), None, 1)
    assert found is not None
    assert (found.steps, found.worse) == (11, 1)


def test_where_the_same_cases_may_be_counted_again_nothing_is_told() -> None:
    near, far = np.array([98.0, 106.94] * 6), np.array([98.0, 107.1] * 6)
    assert ratchet(near / 2, near, 1) is None
    assert ratchet(far / 2, far, 1) is not None


def test_chance_alone_is_seldom_called_a_ratchet_however_fast_it_gets_better() -> None:
    rng = np.random.default_rng(15)
    for gain in (0.0, 0.2, 0.4):
        share = 0.3 + gain * np.arange(24) / 24
        sizes = [rng.poisson(80, 24) for _ in range(100)]
        found = [ratchet(rng.binomial(size, share).astype(float), size.astype(float), 1) for size in sizes]
        assert sum(one is not None and one.p_value < 0.005 for one in found) <= 2
