"""Brier's score and what goes with it, against what others published and what it must be."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats import brier

LOGS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("chances", "came", "score"),
    [([1.0], [True], 0.0), ([1.0], [False], 1.0), ([0.5, 0.5], [True, False], 0.25), ([0.7, 0.3], [True, False], 0.09)],
)
def test_the_score_is_the_mean_squared_distance(chances: list[float], came: list[bool], score: float) -> None:
    assert brier.score(chances, came) == pytest.approx(score)


@given(LOGS)
def test_the_parts_are_the_whole(log: list[tuple[float, bool]]) -> None:
    chances, came = [p for p, _ in log], [o for _, o in log]
    parts = brier.parts(chances, came)
    whole = parts.reliability - parts.resolution + parts.uncertainty + parts.within
    assert whole == pytest.approx(parts.score, abs=1e-12)
    assert parts.score == pytest.approx(brier.score(chances, came))
    assert parts.reliability >= 0 <= parts.resolution


@given(st.lists(st.tuples(st.sampled_from([0.05 + n / 10 for n in range(10)]), st.booleans()), min_size=1, max_size=40))
def test_of_one_chance_in_each_tenth_nothing_is_left_within(log: list[tuple[float, bool]]) -> None:
    parts = brier.parts([p for p, _ in log], [o for _, o in log])
    assert parts.within == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("chances", [[0.2, 0.9, 0.5], [0.0, 1.0, 0.4, 0.4], [0.7]])
def test_the_tails_are_those_of_every_outcome_counted(chances: list[float]) -> None:
    found: dict[int, float] = {}
    for came in product((0, 1), repeat=len(chances)):
        one = 1.0
        for p, o in zip(chances, came, strict=True):
            one *= p if o else 1 - p
        found[sum(came)] = found.get(sum(came), 0.0) + one
    for true in range(len(chances) + 1):
        fewer, more = brier.tails(chances, true)
        assert fewer == pytest.approx(sum(found[k] for k in range(true + 1)))
        assert more == pytest.approx(sum(found[k] for k in range(true, len(chances) + 1)))


@pytest.mark.parametrize(("chance", "group"), [(0, 0), (0.0999, 0), (0.1, 1), (0.3, 3), (0.7, 7), (0.99, 9), (1, 9)])
def test_a_chance_is_in_its_tenth(chance: float, group: int) -> None:
    assert brier.group_of(chance) == group


def test_chances_of_a_half_cannot_be_too_far_off() -> None:
    assert brier.spiegelhalter([0.5] * 9, [True] * 9) is None
    assert brier.spiegelhalter([0.9] * 10, [True] * 9 + [False]) == pytest.approx(0, abs=1e-12)
