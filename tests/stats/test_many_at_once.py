"""Many series judged at once: each gets, to the last bit, what it gets alone, whatever stands beside it and in whatever order."""

import dataclasses
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.stats.judgement import Judgement, Observation
from inspector.stats.shapes import TOGETHER, Asked, judge_all, judge_known


def drawn(sort: str, n: int, seed: int, gaps: bool, months: bool) -> Asked:
    """A series with a step, of any sort, length and spacing."""
    given = np.random.default_rng(seed)
    periods = np.cumsum(given.integers(1, 4, n)) if gaps else np.arange(n)
    lift = given.choice([0.0, 1.0, 4.0]) * (np.arange(n) > given.integers(1, n))
    noise = given.standard_normal(n) + lift
    of = given.poisson(given.choice([5, 80, 4000]), n) + 1
    uneven = (10 ** given.uniform(0, 7, n)).astype(int)
    share = 1 / (1 + np.exp(-noise / 3))
    made = {
        "plain": lambda k: Observation(int(periods[k]), value=float(noise[k]), month=month(k)),
        "counts": lambda k: Observation(int(periods[k]), numerator=float(round(9 + 2 * abs(noise[k]))), month=month(k)),
        "shares": lambda k: Observation(
            int(periods[k]), numerator=float(round(share[k] * of[k])), denominator=float(of[k]), month=month(k)
        ),
        "uneven": lambda k: Observation(
            int(periods[k]), numerator=float(int(share[k] * uneven[k])), denominator=float(uneven[k]), month=month(k)
        ),
    }[sort]

    def month(k: int) -> int:
        return int(periods[k]) % 12 + 1 if months else 0

    return tuple(made(k) for k in range(n)), "up" if seed % 2 else "down"


SERIES = st.builds(
    drawn,
    st.sampled_from(["plain", "counts", "shares", "uneven"]),
    # A few lengths, so that several series are weighed together.
    st.sampled_from([2, 6, 11, 24, 24, 36]),
    st.integers(0, 10**6),
    st.booleans(),
    st.booleans(),
)


def bits(told: Judgement) -> str:
    return repr(dataclasses.astuple(told))


@given(st.lists(SERIES, min_size=1, max_size=12), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_alone_in_company_and_in_another_order(asked: list[Asked], order: random.Random) -> None:
    alone = {one: bits(judge_all([one])[0]) for one in asked}
    assert [bits(told) for told in judge_all(asked)] == [alone[one] for one in asked]
    order.shuffle(asked)
    assert [bits(told) for told in judge_all(asked)] == [alone[one] for one in asked]
    assert [bits(told) for told in judge_known(asked + asked[:1])] == [alone[one] for one in asked + asked[:1]]


@pytest.mark.parametrize("many", [TOGETHER - 1, TOGETHER, TOGETHER + 1, 3 * TOGETHER + 1])
def test_what_is_weighed_together_does_not_matter(many: int) -> None:
    # shapes.TOGETHER
    asked = [drawn(("plain", "shares")[k % 2], 24, k, gaps=False, months=True) for k in range(many)]
    assert [bits(told) for told in judge_all(asked)] == [bits(judge_all([one])[0]) for one in asked]


def test_nothing_asked_is_nothing_told() -> None:
    assert judge_all([]) == judge_known([]) == []
