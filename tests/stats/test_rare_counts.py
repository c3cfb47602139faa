"""Rare events by where they fell: against the multinomial by hand, and what is told of none at all."""

import math

import numpy as np
import pytest

from inspector.stats.as_events import as_events
from inspector.stats.judgement import Observation
from inspector.stats.observe import readings
from inspector.stats.rare_counts import SHARES, SIZES, rare_weights
from inspector.stats.shapes import judge
from inspector.stats.templates import templates

EVENTS = [2, 1, 0, 2, 1, 1, 0, 3, 0, 1, 0, 0, 0, 1, 0, 0]


def counts(*events: int, bottom: float | None = None) -> tuple[Observation, ...]:
    return tuple(Observation(k, numerator=x, denominator=bottom) for k, x in enumerate(events))


@pytest.mark.parametrize("up", [True, False])
def test_each_template_by_hand(up: bool) -> None:
    seen, shapes = readings(counts(*EVENTS)), templates(np.arange(16.0))
    found = rare_weights([seen], shapes, [up])
    for t in (0, 40, len(shapes.curves) - 1):
        for side in (0, 1):
            sign = 1 if (side == 0) == up else -1
            weights = []
            for size, share in zip(SIZES, SHARES, strict=True):
                rates = [math.exp(sign * size * c) for c in shapes.curves[t]]
                chances = [16 * rate / sum(rates) for rate in rates]
                weights.append(share * math.prod(p**x for p, x in zip(chances, EVENTS, strict=True)))
            assert found.moved[0, side, t] == pytest.approx(math.log(sum(weights)))
            mean = sum(w * size for w, size in zip(weights, SIZES, strict=True)) / sum(weights)
            assert found.size[0, side, t] == pytest.approx(mean * math.sqrt(12 / 16))
    assert found.steady.tolist() == [0.0]
    assert sum(SHARES) == pytest.approx(1.0)


@pytest.mark.parametrize("events", [[0] * 36, [1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1] + [0] * 24])
def test_of_none_and_of_five_nothing_can_be_told(events: list[int]) -> None:
    for better in ("up", "down"):
        made = judge(counts(*events), better)  # type: ignore[arg-type]
        assert (made.call, made.leaning, made.events) == ("too-few-points", None, sum(events))


def test_of_six_something_can() -> None:
    assert judge(counts(*[1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1] + [0] * 24), "down").call in (
        "gradual-gain",
        "sudden-gain",
    )
    assert judge(counts(*[1, 0, 0, 0, 0, 0] * 6), "down").call == "no-change"


def test_fewer_deaths_are_a_gain_where_fewer_are_better_and_a_loss_where_more_are() -> None:
    events = [
        2,
        1,
        3,
        0,
        2,
        1,
        1,
        2,
        2,
        0,
        3,
        1,
        1,
        2,
        1,
        2,
        2,
        1,
        0,
        0,
        1,
        0,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        0,
    ]
    made = judge(counts(*events), "down")
    assert (made.call, made.events, made.effect > 0) == ("gradual-gain", sum(events), True)
    assert made.onset_low is not None
    assert made.onset_high is not None
    assert made.onset_low <= 18 <= made.onset_high
    lost = judge(counts(*events), "up")
    assert (lost.call, lost.effect < 0) == ("loss", True)
    # Of a hundred chances each, and as what did not happen.
    assert judge(counts(*events, bottom=100), "down") == made
    assert judge(counts(*(100 - x for x in events), bottom=100), "up") == made


@pytest.mark.parametrize(
    ("values", "counted"),
    [
        ([0.0, 1, 2, 3, 3], True),
        ([0.0, 1, 2, 3, 4], False),  # a mean of 2
        ([0.0, 1, 2, 3, 3, 1], False),  # nought in one of six
        ([0.0, 0, 0, 0, 0], True),
        ([0.0, 1.5, 0, 0, 0], False),
        ([0.0, -1, 0, 0, 0], False),
        ([], False),
    ],
)
def test_which_plain_numbers_are_counts_of_rare_events(values: list[float], counted: bool) -> None:
    # as_events.RARE and NOUGHTS
    given = tuple(Observation(k, value=v, month=k + 1) for k, v in enumerate(values))
    wanted = tuple(Observation(k, numerator=v, month=k + 1) for k, v in enumerate(values))
    assert as_events(given) == (wanted if counted else given)
