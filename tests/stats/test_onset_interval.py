"""The interval of an onset holds it, and a gain is hardly ever dated before a test that came before it: on some series drawn.

`bench/trajectories/onset.py` measures both on thousands.
"""

import numpy as np
import pytest

from inspector.stats.judgement import Judgement, Observation
from inspector.stats.shapes import judge_all

EACH = 40


def gains(kind: str, n: int) -> list[tuple[Judgement, int]]:
    """Of series that jump, or rise over four to seven tenths of the window, those called a gain, with their true onsets."""
    random = np.random.default_rng(n)
    asked, onsets = [], []
    for _ in range(EACH):
        if kind == "jump":
            onset, length = int(random.integers(n // 4, 3 * n // 4)), 1.0
        else:
            onset, length = int(random.integers(0, n // 4)), random.uniform(0.4, 0.7) * n
        rise = np.clip((np.arange(n) - onset + 1) / length, 0, 1)
        counts = random.binomial(100, 0.4 + 0.05 * random.uniform(1.5, 3.5) * rise)
        asked.append((tuple(Observation(i, numerator=float(x), denominator=100.0) for i, x in enumerate(counts)), "up"))
        onsets.append(onset)
    judged = zip(judge_all(asked), onsets, strict=True)
    return [(found, onset) for found, onset in judged if found.call in ("gradual-gain", "sudden-gain")]


@pytest.mark.parametrize("n", [24, 36])
@pytest.mark.parametrize("kind", ["jump", "rise"])
def test_the_interval_holds_the_onset_of_jumps_and_rises_alike(kind: str, n: int) -> None:
    found = gains(kind, n)
    assert len(found) > EACH / 2
    held = [one.onset_low <= onset <= one.onset_high for one, onset in found if one.onset_low is not None]  # type: ignore[operator]
    assert np.mean(held) >= 0.85


@pytest.mark.parametrize("n", [24, 36])
def test_a_test_begun_a_month_before_a_jump_is_not_told_that_the_gain_came_first(n: int) -> None:
    found = gains("jump", n)
    first = [one.onset_latest < onset - 1 for one, onset in found if one.onset_latest is not None]
    assert np.mean(first) <= 0.03
    # Where a jump is called gradual its onset is in doubt, and the interval says so.
    slow = [one for one, _ in found if one.call == "gradual-gain"]
    assert slow
    assert all((one.onset_high or 0) - (one.onset_low or 0) >= 4 for one in slow)
