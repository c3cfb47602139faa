"""Runs of words, and lines of figures that move alike."""

import numpy as np

from inspector.stats.known import SHARED, likest, runs


def test_a_run_is_three_words_of_which_two_carry_meaning() -> None:
    assert len(runs("fewer things told")) == 1
    assert runs("the one with") == runs("two words") == []
    assert runs("Fewer things, told") == runs("fewer THINGS told")


def test_a_scaled_shifted_line_with_gaps_is_known_again() -> None:
    rng = np.random.default_rng(15)
    known = rng.normal(0, 1, (6, 36)).tolist()
    line = 40 + 3 * np.concatenate([rng.normal(0, 1, 5), known[4], rng.normal(0, 1, 5)])
    line[[9, 20, 30]] = np.nan
    found = likest(line.tolist(), known)
    assert found is not None
    assert (found.place, round(found.alike, 2)) == (4, 1.0)
    assert found.p_value < 1e-9


def test_chance_is_not_known_and_a_short_or_still_line_is_not_told() -> None:
    rng = np.random.default_rng(16)
    known = rng.normal(0, 1, (30, 36)).tolist()
    found = [likest(rng.normal(0, 1, 36).tolist(), known) for _ in range(50)]
    assert all(one is not None and one.p_value > 1e-4 for one in found)
    assert likest(known[0][:SHARED], known) is None
    assert likest([1.0] * 36, known) is None
