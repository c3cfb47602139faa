"""How alike teams are: at the bounds, and against what chance gives."""

import numpy as np

from inspector.stats.teams import alike


def test_three_teams_and_six_degrees_of_freedom_are_needed() -> None:
    assert alike(np.full((2, 12), 5.0)) is None
    assert alike(np.full((3, 3), 5.0)) is None
    found = alike(np.full((3, 4), 5.0))
    assert found is not None
    assert (found.periods, found.ratio) == (4, 0.0)
    assert alike(np.vstack([np.full((2, 12), 5.0), np.zeros((1, 12))])) is None


def test_periods_are_put_together_until_there_are_four_in_each() -> None:
    found = alike(np.ones((4, 12)))
    assert found is not None
    assert found.periods == 3


def test_chance_alone_is_seldom_called_alike() -> None:
    rng = np.random.default_rng(15)
    found = [alike(rng.poisson(3.0, (6, 12)).astype(float)) for _ in range(200)]
    assert sum(one is not None and one.p_value < 0.005 for one in found) <= 4
