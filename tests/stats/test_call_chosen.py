"""The rule by which a call is chosen, and the number of points it would take to be surer."""

import pytest

from inspector.stats.call import call_of, likeliest, needed
from inspector.stats.judgement import Call


def shares(**given: float) -> dict[Call, float]:
    calls: tuple[Call, ...] = ("no-change", "gradual-gain", "sudden-gain", "faded-gain", "loss")
    found: dict[Call, float] = {call: given.get(call.replace("-", "_"), 0.0) for call in calls}
    found["no-change"] = 1.0 - sum(share for call, share in found.items() if call != "no-change")
    return found


def test_two_kinds_of_gain_that_are_likely_together_are_called_by_the_likelier() -> None:
    assert likeliest(shares(gradual_gain=0.32, sudden_gain=0.30, loss=0.01), 24) == "gradual-gain"
    assert likeliest(shares(gradual_gain=0.30, sudden_gain=0.32, loss=0.01), 24) == "sudden-gain"


@pytest.mark.parametrize("points", [12, 24, 36])
def test_what_may_as_well_be_none_is_no_gain(points: int) -> None:
    assert likeliest(shares(gradual_gain=0.65), points) == "gradual-gain"
    assert likeliest(shares(gradual_gain=0.5), points) == "no-change"
    assert likeliest(shares(gradual_gain=0.5, faded_gain=0.4), points) == "faded-gain"


def test_a_dozen_points_must_be_surer() -> None:
    assert [likeliest(shares(gradual_gain=0.6), points) for points in (12, 24)] == ["no-change", "gradual-gain"]


def test_below_twelve_points_only_a_change_that_is_nearly_certain_is_called() -> None:
    assert call_of("gradual-gain", shares(gradual_gain=0.5, sudden_gain=0.45), 8) == "gradual-gain"
    assert call_of("gradual-gain", shares(gradual_gain=0.8), 8) == "too-few-points"
    assert call_of("loss", shares(loss=0.93), 11) == "loss"
    assert call_of("no-change", shares(loss=0.01), 11) == "too-few-points"
    assert call_of("no-change", shares(loss=0.01), 12) == "no-change"


def test_what_is_sure_needs_no_more_points() -> None:
    assert needed("loss", 0.8, 24, 2.0) is None
    assert needed("loss", 0.5, 120, 2.0) is None


def test_the_less_sure_and_the_smaller_the_change_the_more_points_it_takes() -> None:
    by_sureness = [needed("loss", p, 24, 2.0) or 0 for p in (0.79, 0.6, 0.4, 0.2)]
    by_size = [needed("loss", 0.5, 24, size) or 0 for size in (4.0, 3.0, 2.0, 1.5)]
    assert min(by_sureness + by_size) > 24
    assert by_sureness == sorted(by_sureness)
    assert by_size == sorted(by_size)
    assert max(by_sureness + by_size) <= 120


def test_too_few_points_need_at_least_a_dozen() -> None:
    assert needed("too-few-points", 0.89, 6, 5.0) == 12
