"""Steps and rises against Student's t by hand, with Bartlett's effective number of figures."""

import numpy as np
import pytest

from inspector.stats.steps import rise, step_at, step_up
from inspector.stats.tails import above_student

# What is left of each figure when its level is taken away. The first turns round with every figure, so that neighbours
# are unlike and every figure counts; the second turns with every other, and neighbours resemble each other a little.
TURNING = [1.0, -1.0]
PAIRED = [1.0, 1.0, -1.0, -1.0]


def stepped(rest: list[float], change: float, half: int) -> np.ndarray:
    return np.array((rest * half)[:half] + [change + one for one in (rest * half)[:half]])


def test_a_step_between_figures_that_each_count() -> None:
    # 6 and 6 figures about 0 and 2: squares sum to 12 on 10 degrees of freedom; error sqrt(1.2 * (1/6 + 1/6)).
    values = stepped(TURNING, 2.0, 6)
    wanted = above_student(2 / (1.2 / 3) ** 0.5, 10)
    at = step_at(values, 6)
    assert at is not None
    assert (at.place, at.change) == (6, pytest.approx(2.0))
    assert at.p_value == pytest.approx(wanted, rel=1e-9)
    # steps.EDGE: with four figures on either side there are five places where it could have been.
    anywhere = step_up(values + 5)
    assert anywhere is not None
    assert (anywhere.place, anywhere.change) == (6, pytest.approx(2.0))
    assert anywhere.p_value == pytest.approx(5 * wanted, rel=1e-9)


def test_figures_that_resemble_their_neighbours_are_worth_fewer() -> None:
    # 8 and 8: products of neighbours sum to 1, squares to 16, so r = 1/16 and 16 figures are worth 16 * 15 / 17.
    values = stepped(PAIRED, 1.5, 8)
    share = 15 / 17
    wanted = above_student(1.5 / (16 / 14 * (1 / 8 + 1 / 8) / share) ** 0.5, 14 * share)
    found = step_at(values, 8)
    assert found is not None
    assert found.p_value == pytest.approx(wanted, rel=1e-9)


def test_figures_that_hardly_differ_from_their_neighbours_are_worth_a_nineteenth() -> None:
    # Two half waves of 60 figures: neighbours are alike beyond 0.9, which counts as 0.9: 120 * 0.1 / 1.9 figures. That
    # leaves 118 / 19 degrees of freedom.
    wave = np.sin(np.linspace(0, np.pi, 60))
    values = np.concatenate([wave, wave + 1.0])
    rest = np.concatenate([wave - wave.mean()] * 2)
    error = float((rest**2).sum()) / 118 * (1 / 60 + 1 / 60) * 19
    found = step_at(values, 60)
    assert found is not None
    assert found.p_value == pytest.approx(above_student(1 / error**0.5, 118 / 19), rel=1e-9)
    # Up by ones from -3.5 to 3.5 and down again: products of neighbours sum to 64.75, squares to 84. That would leave
    # 14 * 19.25 / 148.75 = 1.8 degrees of freedom: never fewer than 3.
    ramp = np.arange(8) - 3.5
    found = step_at(np.concatenate([ramp, 9 - ramp]), 8)
    assert found is not None
    error = 84 / 14 * (1 / 8 + 1 / 8) / (19.25 / 148.75)
    assert found.p_value == pytest.approx(above_student(9 / error**0.5, 3), rel=1e-9)


def test_the_place_is_where_the_means_differ_most_for_their_numbers() -> None:
    values = np.array([0.0, 0.2, 0.1, 0.0, 0.2, 0.1, 0.0, 0.2, 1.1, 1.0, 1.2, 1.1])
    found = step_up(values)
    assert found is not None
    assert found.place == 8
    assert found.change == pytest.approx(1.1 - 0.1)
    # Turned round in time and sign, so that the long side comes last.
    found = step_up(-values[::-1])
    assert found is not None
    assert found.place == 4
    # Means of 2, 2, 2, 0, 3, 2 and 5, 2, 5, 5, 1, 4 differ by 11/6, times sqrt(6 * 6 / 12) = 3.18; after four figures they
    # differ by more, 15/8, but times sqrt(4 * 8 / 12) that is 3.06.
    assert (step_up(np.array([2.0, 2, 2, 0, 3, 2, 5, 2, 5, 5, 1, 4])) or pytest.fail("none")).place == 6
    # The last place that may be asked about is four from the end, the first four from the beginning.
    assert (step_up(np.array([0.0, 0.1] * 5 + [9.0, 9.1])) or pytest.fail("none")).place == 8
    assert (step_up(np.array([0.0, 0.1] + [9.0, 9.1] * 5)) or pytest.fail("none")).place == 4


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ([0.0] * 4 + [1.0] * 4 + [2.0] * 4, 4),
        # In binary the second place is ahead by the last bit.
        ([0.1] * 4 + [0.2] * 4 + [0.3] * 4, 4),
        # 9 in five and 15 in seven, or 13 in seven and 11 in five: 12/35 apart either way.
        ([3.0, 3, 0, 2, 1, 3, 1, 3, 2, 2, 3, 1], 5),
    ],
)
def test_of_two_places_that_fit_alike_the_first(values: list[float], place: int) -> None:
    assert (step_up(np.array(values)) or pytest.fail("none")).place == place


def test_a_step_down_is_none_up() -> None:
    values = stepped(TURNING, -2.0, 6)
    found = step_at(values, 6)
    assert found is not None
    assert found.change == pytest.approx(-2.0)
    assert found.p_value == pytest.approx(1 - above_student(2 / (1.2 / 3) ** 0.5, 10), rel=1e-9)
    # However many places there are, no chance is above one.
    assert (step_up(values) or pytest.fail("none")).p_value == 1.0


def test_without_scatter_a_step_is_certain_and_a_step_down_is_none() -> None:
    level = np.array([0.0] * 5 + [1.0] * 5)
    assert (step_at(level, 5) or pytest.fail("none")).p_value == 0.0
    assert (step_at(-level / 2, 5) or pytest.fail("none")).p_value == 1.0
    assert rise(np.arange(10.0)) == 0.0
    assert rise(-np.arange(10.0) / 2) == 1.0
    # Scatter of a hundred-millionth of the level is scatter; of a ten-thousand-millionth it is what rounding leaves.
    fine, finer = (1000 + stepped(TURNING, 0.0, 5) * unit for unit in (1e-5, 1e-7))
    assert 0.1 < (step_at(fine, 5) or pytest.fail("none")).p_value < 0.9
    assert 0.1 < (rise(fine) or pytest.fail("none")) < 0.9
    up = np.array([0.0] * 5 + [1.0] * 5)
    assert (step_at(finer + up, 5) or pytest.fail("none")).p_value == 0
    assert rise(finer + np.arange(10.0)) == 0.0


def test_too_few_figures_and_equal_ones_give_no_answer() -> None:
    # steps.FEWEST: ten figures. steps.EDGE: four on either side.
    ten = np.array([0.0, 1.0] * 5)
    assert step_up(ten) is not None
    assert rise(ten) is not None
    assert step_up(ten[:9]) is None
    assert rise(ten[:9]) is None
    assert [step_at(ten, place) is None for place in (3, 4, 6, 7)] == [True, False, False, True]
    assert step_at(np.ones(10), 5) is step_up(np.ones(10)) is rise(np.ones(10)) is None


def test_a_rise_by_hand() -> None:
    # 12 figures that turn about a line of 0.3 a figure. Time from -5.5 to 5.5: squares sum to 143. Turning takes 6 / 143
    # off the slope (six pairs, each one figure apart).
    time = np.arange(12) - 5.5
    turning = -np.array(TURNING * 6)
    slope = 0.3 + 6 / 143
    rest = turning - 6 / 143 * time
    spread = float((rest**2).sum()) / 10
    assert (rest**2).sum() == pytest.approx(12 - 36 / 143)
    assert rise(7 + 0.3 * time + turning) == pytest.approx(above_student(slope / (spread / 143) ** 0.5, 10), rel=1e-9)


def test_a_rise_among_figures_that_resemble_their_neighbours() -> None:
    time = np.arange(16) - 7.5
    paired = np.array(PAIRED * 4)
    slope = float((paired * time).sum()) / 340
    rest = paired - slope * time
    again = float((rest[1:] * rest[:-1]).sum() / (rest**2).sum())
    assert 0 < again < 0.2
    worth = 16 * (1 - again) / (1 + again)
    error = (float((rest**2).sum()) / 14 / 340 * 16 / worth) ** 0.5
    assert rise(paired + 0.2 * time) == pytest.approx(above_student((slope + 0.2) / error, worth - 2), rel=1e-9)
    # Where they are worth hardly any, three degrees of freedom are left: a wave of 30 figures.
    time = np.arange(30) - 14.5
    wave = np.cos(np.linspace(0, 2 * np.pi, 30))
    rest = wave - wave.mean()
    error = (float((rest**2).sum()) / 28 / float((time**2).sum()) * 19) ** 0.5
    assert float((rest[1:] * rest[:-1]).sum() / (rest**2).sum()) > 0.9
    assert rise(wave + 0.1 * time) == pytest.approx(above_student(0.1 / error, 3), rel=1e-6)
