"""From the evidence of templates to what is told of a series, by hand on a few templates."""

import math
from dataclasses import replace

import numpy as np
import pytest

from inspector.stats.judgement import CALL_OF, Judgement, Observation
from inspector.stats.observe import Readings, readings
from inspector.stats.onset import fell, when
from inspector.stats.posterior import posterior
from inspector.stats.shapes import judge
from inspector.stats.template_evidence import Weights, weights
from inspector.stats.templates import SHAPES, Templates, templates
from inspector.stats.told import _effect, told

PRIORS = {
    "early": (0.12, 0.03),
    "spike": (0.015, 0.015),
    "season": (0.05, 0.05),
    "gradual": (0.21, 0.08),
    "sudden": (0.11, 0.06),
    "faded": (0.12, 0.02),
}
"""How likely each shape is beforehand, upwards and downwards; what they lack to one is no change at all."""


def some(*kinds: str, share: float = 1.0) -> Templates:
    """A template of each kind, with onset 3, 4, … and nothing but a tenth left where it faded."""
    n = len(kinds)
    return Templates(
        curves=np.zeros((n, 12)),
        shape=np.array([SHAPES.index(kind) for kind in kinds], dtype=np.int64),
        share=np.full(n, share),
        onset=np.arange(3.0, 3.0 + n),
        left=np.array([0.1 if kind == "faded" else 1.0 for kind in kinds]),
        fell=np.arange(6.0, 6.0 + n),
    )


def evidence(moved: list[list[float]], steady: float = 0.0, size: float = 2.0, spread: float = 0.5) -> Weights:
    logs = np.array(moved).T[None]
    return Weights(np.array([steady]), logs, np.full(logs.shape, size), np.full(logs.shape, spread))


def _posterior(shapes: Templates, found: Weights, chance: float, passing: float | None = None) -> np.ndarray:
    moved, still = posterior(shapes, found, np.array([[chance, chance if passing is None else passing]]))
    assert moved.sum() + still == pytest.approx(1.0)
    return moved[0].T


def _judgement(seen: Readings, shapes: Templates, found: Weights, moved: np.ndarray) -> Judgement:
    return told([seen.periods], shapes, found, moved.T[None], 1 - moved.sum(keepdims=True)[0])[0]


def test_before_anything_is_known_every_shape_has_its_prior() -> None:
    every = some(*PRIORS)
    found = _posterior(every, evidence([[0.0, 0.0]] * 6), 1.0)
    assert found.tolist() == [pytest.approx(PRIORS[kind]) for kind in PRIORS]
    # In a small sample changes are rarer, and half of a shape's templates have half its prior.
    assert _posterior(every, evidence([[0.0, 0.0]] * 6), 0.6).sum() == pytest.approx(0.6 * found.sum())
    rare = _posterior(every, evidence([[0.0, 0.0]] * 6), 0.6, 0.1)
    lasting = [0.6 if kind in ("gradual", "sudden") else 0.1 for kind in PRIORS]
    assert rare.tolist() == [pytest.approx([part * p for p in one]) for part, one in zip(lasting, found, strict=True)]
    assert _posterior(some(*PRIORS, share=0.5), evidence([[0.0, 0.0]] * 6), 1.0).sum() == pytest.approx(
        0.5 * found.sum()
    )


@pytest.mark.parametrize("steady", [0.0, 900.0, -900.0])
def test_evidence_multiplies_the_prior(steady: float) -> None:
    # A step up is 8 times, a step down half as well explained as no change: 0.11 * 8, 0.06 / 2 and 0.83 share what there is.
    found = _posterior(some("sudden"), evidence([[steady + math.log(8), steady - math.log(2)]], steady), 1.0)
    total = 0.88 + 0.03 + 0.83
    assert found.tolist() == [pytest.approx([0.88 / total, 0.03 / total])]


def test_evidence_beyond_all_bounds_leaves_no_doubt() -> None:
    assert _posterior(some("sudden"), evidence([[900.0, 0.0]]), 1.0).tolist() == [[1.0, 0.0]]
    assert _posterior(some("sudden"), evidence([[-900.0, 0.0]]), 1.0).tolist() == [[0.0, pytest.approx(0.06 / 0.89)]]
    assert _posterior(some("sudden"), evidence([[0.0, 0.0]], 900.0), 1.0).sum() == 0.0
    assert _posterior(some("sudden"), evidence([[0.0, 0.0]], -900.0), 1.0).sum() == 1.0


@pytest.mark.parametrize("n", range(6))
def test_with_fewer_than_six_points_the_priors_stand(n: int) -> None:
    made = judge(tuple(Observation(k, value=float(k * k)) for k in range(n)), "up")
    assert dict(made.probabilities) == pytest.approx(
        {
            "no-change": 1 - 0.21 - 0.08 - 0.11 - 0.06 - 0.12 - 0.02,
            "gradual-gain": 0.21,
            "sudden-gain": 0.11,
            "faded-gain": 0.12,
            "gradual-loss": 0.08,
            "sudden-loss": 0.06,
            "passing-loss": 0.02,
        }
    )
    # A loss that passed is no change.
    assert made.probability == pytest.approx(0.40 + 0.02)
    assert (made.call, made.likeliest, made.points, made.needed) == ("too-few-points", "no-change", n, 12)
    assert (made.effect, made.effect_low, made.effect_high, made.onset) == (0.0, 0.0, 0.0, None)


def test_six_points_are_judged() -> None:
    # shapes.LEAST
    made = judge(tuple(Observation(k, value=float(k % 2)) for k in range(6)), "up")
    assert made.probability != pytest.approx(0.42)
    assert made.points == 6


def test_the_effect_is_its_mean_with_nine_tenths_about_it() -> None:
    # 0.5 up by 3 give or take 0.4, 0.2 down by 1 give or take 0.3, and 0.3 of nothing: the mean is 1.3, the mean square
    # 0.5 * 9.16 + 0.2 * 1.09 = 4.798, so that the variance is 3.108.
    sums = [[[0.5, 0.5 * 3, 0.5 * (9 + 0.16)]], [[0.2, 0.2 * 1, 0.2 * (1 + 0.09)]]]
    mean, low, high = _effect(sums, [(0, 0), (0, 1)], 1.0)
    assert mean == pytest.approx(1.3)
    assert (mean - low, high - mean) == (pytest.approx(1.645 * 3.108**0.5), pytest.approx(1.645 * 3.108**0.5))
    # Where nothing is in doubt there is nothing about it.
    assert _effect([[[1.0, 3.0, 9.0]], [[0.0, 0.0, 0.0]]], [(0, 0), (0, 1)], 1.0) == (3.0, 3.0, 3.0)
    # What is asked of a change is asked given that it happened.
    assert _effect(sums, [(0, 1)], 0.2)[0] == pytest.approx(-1.0)


@pytest.mark.parametrize(
    ("weights", "onset", "low", "high"),
    [
        # Onsets 3, 4 and 5 of twelve periods from 100 on. The middle is where half is reached, the ends where 0.05 and 0.97 are.
        ([1.0, 0.0, 0.0], 103, 103, 103),
        ([0.5, 0.5, 0.0], 103, 103, 104),
        ([0.49, 0.51, 0.0], 104, 103, 104),
        ([0.05, 0.92, 0.03], 104, 103, 104),
        ([0.04, 0.90, 0.06], 104, 104, 105),
        ([0.06, 0.88, 0.06], 104, 103, 105),
        ([0.047, 0.92, 0.033], 104, 104, 105),
        ([0.053, 0.92, 0.027], 104, 103, 104),
    ],
)
def test_the_onset_is_the_middle_one_with_nine_tenths_about_it(
    weights: list[float], onset: int, low: int, high: int
) -> None:
    shapes = some("sudden", "gradual", "gradual")
    found = when(np.arange(100.0, 112.0), shapes, np.array(weights))
    assert found[:3] == (onset, low, high)


@pytest.mark.parametrize(
    ("weights", "earliest", "latest"),
    [
        ([0.01, 0.98, 0.01], 103, 104),
        ([0.009, 0.98, 0.011], 104, 105),
        ([0.011, 0.98, 0.009], 103, 104),
        ([0.02, 0.96, 0.02], 103, 105),
    ],
)
def test_before_the_earliest_and_after_the_latest_onset_lies_a_hundredth(
    weights: list[float], earliest: int, latest: int
) -> None:
    found = when(np.arange(100.0, 112.0), some("sudden", "gradual", "gradual"), np.array(weights))
    assert (found.earliest, found.latest) == (earliest, latest)


def test_of_a_gain_the_onset_is_that_of_both_kinds() -> None:
    # Rises from 3 on are likelier than the step at 9: the call is theirs, the doubt of the onset is of both.
    every = replace(some("gradual", "sudden"), onset=np.array([3.0, 9.0]))
    for step, high, latest in ((0.015, 103, 109), (0.04, 109, 109), (0.005, 103, 103)):
        made = _judgement(series(), every, evidence([[0.0, 0.0]] * 2), np.array([[0.6, 0.0], [step, 0.0]]))
        assert (made.call, made.onset, made.onset_low) == ("gradual-gain", 103, 103)
        assert (made.onset_high, made.onset_latest) == (high, latest)
        assert made.probability == pytest.approx(0.6 + step)
        assert made.kind_probability == pytest.approx(0.6 / (0.6 + step))


def test_an_onset_between_two_periods_is_in_the_later_and_one_that_never_came_in_the_last() -> None:
    periods = np.array([100.0, 101, 104, 105, 109])
    shapes = some("gradual")
    for onset, period in (
        (0.0, 100),
        (0.2, 101),
        (1.0, 101),
        (1.1, 104),
        (4.0, 104),
        (4.5, 105),
        (8.0, 109),
        (9.0, 109),
        (20.0, 109),
    ):
        moved = replace(shapes, onset=np.array([onset]), fell=np.array([onset]))
        assert when(periods, moved, np.array([1.0])) == (period,) * 5
        assert fell(periods, moved, np.array([1.0])) == period
    # What is later by rounding alone is not.
    late = replace(shapes, onset=np.array([4.0 + 1e-10]))
    assert when(periods, late, np.array([1.0]))[0] == 104
    late = replace(shapes, onset=np.array([4.0 + 1e-8]))
    assert when(periods, late, np.array([1.0]))[0] == 105


def series(n: int = 24) -> Readings:
    return Readings(np.arange(100.0, 100.0 + n), np.zeros(n), np.zeros(n), np.ones(n), sampling=True)


def test_shapes_are_named_and_their_calls_summed() -> None:
    every = some("early", "spike", "season", "gradual", "sudden", "faded")
    moved = np.array([[0.01, 0.02], [0.03, 0.01], [0.02, 0.01], [0.25, 0.04], [0.35, 0.03], [0.10, 0.02]])
    made = _judgement(series(), every, evidence([[0.0, 0.0]] * 6), moved)
    assert dict(made.probabilities) == pytest.approx(
        {
            # 0.10 of the shapes of nothing lasting, and what all of them lack to one.
            "no-change": 0.10 + 0.11,
            "gradual-gain": 0.25,
            "sudden-gain": 0.35,
            "faded-gain": 0.10,
            "gradual-loss": 0.04,
            "sudden-loss": 0.03,
            "passing-loss": 0.02,
        }
    )
    # What is claimed is a gain: 0.25 + 0.35. That it was sudden is a question of its own: 0.35 of 0.60.
    assert (made.call, made.likeliest, made.probability) == ("sudden-gain", "sudden-gain", pytest.approx(0.60))
    assert made.kind_probability == pytest.approx(0.35 / 0.60)
    # The change is that of both kinds of gain: the fifth template, with its onset at 7, outweighs the fourth, with its at 6.
    assert (made.effect, made.onset, made.held, made.share_faded) == (pytest.approx(2.0), 107, 17, None)
    assert (made.onset_low, made.onset_high, made.onset_earliest, made.onset_latest) == (106, 107, 106, 107)
    # 24 points; log 4 - log(0.6 / 0.4) = 0.981, times 60 over the square of a change of 2: 14.7.
    assert made.needed == 24 + 15


def test_a_gain_that_faded_tells_how_much_of_it_did() -> None:
    every = some("faded", "faded")
    kept = replace(every, left=np.array([0.1, 0.4]), fell=np.array([8.0, 9.0]))
    made = _judgement(series(), kept, evidence([[0.0, 0.0]] * 2), np.array([[0.6, 0.01], [0.3, 0.0]]))
    assert (made.call, made.probability) == ("faded-gain", pytest.approx(0.9))
    assert dict(made.probabilities)["no-change"] == pytest.approx(0.09)
    # 0.9 of it in two of three parts, 0.6 in the third.
    assert made.share_faded == pytest.approx((2 * 0.9 + 0.6) / 3)
    assert made.onset == 103
    # Two of three parts of it had fallen to half by the eighth period.
    assert made.fell == 108
    # Nothing lasting: the change that more points would have to tell is none, and counts as one sd.
    assert made.needed is None


def test_a_loss_is_told_of_either_kind_and_its_effect_is_below_nought() -> None:
    every = some("gradual", "sudden", "faded")
    made = _judgement(series(), every, evidence([[0.0, 0.0]] * 3), np.array([[0.1, 0.3], [0.0, 0.4], [0.0, 0.05]]))
    assert (made.call, made.probability) == ("loss", pytest.approx(0.7))
    assert made.effect == pytest.approx(-2.0)
    assert made.onset == 104
    # 24 points; log 4 - log(7/3) = 0.539, times 60 over 4: 8.08.
    assert made.needed == 24 + 9


def test_what_may_have_lasted_is_told_where_no_change_is_called() -> None:
    every = some("gradual", "sudden", "faded", "spike")
    moved = np.array([[0.1, 0.02], [0.1, 0.0], [0.2, 0.1], [0.1, 0.05]])
    made = _judgement(series(), every, evidence([[0.0, 0.0]] * 4, size=3.0), moved)
    # 0.22 of the changes last: 0.2 up and 0.02 down by 3.
    assert (made.call, made.onset, made.held, made.share_faded) == ("no-change", None, None, None)
    assert made.effect == pytest.approx(3 * (0.2 - 0.02))
    # No change: 0.48 and the loss that passed. log 4 - log(0.58 / 0.42) = 1.0635, times 60 over the square of 3: 7.09.
    assert made.probability == pytest.approx(0.58)
    assert made.needed == 24 + 8
    few = _judgement(series(11), every, evidence([[0.0, 0.0]] * 4, size=3.0), moved)
    assert (few.call, few.likeliest, few.onset) == ("too-few-points", "no-change", None)
    assert few.leaning is None
    moved = np.array([[0.3, 0.02], [0.3, 0.0], [0.2, 0.1], [0.0, 0.0]])
    for n, leaning in ((11, ("gain", pytest.approx(0.6))), (12, None)):
        made = _judgement(series(n), every, evidence([[0.0, 0.0]] * 4, size=3.0), moved)
        assert (made.call == "too-few-points", made.leaning) == (n == 11, leaning)


@pytest.mark.parametrize("better", ["up", "down"])
@pytest.mark.parametrize("sort", ["plain", "months", "shares"])
def test_a_series_goes_the_whole_way(better: str, sort: str) -> None:
    if sort == "shares":
        drawn = tuple(Observation(k, numerator=30 + k % 7 + 9 * (k > 9), denominator=80) for k in range(20))
    else:
        drawn = tuple(
            Observation(k, value=float(k % 5 + 2 * (k > 9)), month=k % 12 + 1 if sort == "months" else 0)
            for k in range(20)
        )
    seen = readings(drawn)
    turned = Readings(seen.periods, seen.months, seen.y * (1 if better == "up" else -1), seen.sd, seen.sampling)
    shapes = templates(seen.periods, seasonal=sort == "months")
    assert (SHAPES.index("season") in shapes.shape) is (sort == "months")
    found = weights([turned], shapes)
    prior = seen.chance * np.array([PRIORS[SHAPES[kind]] for kind in shapes.shape]) * shapes.share[:, None]
    odds = prior * np.exp(found.moved[0].T - found.steady)
    still = 1 - prior.sum()
    made = dict(judge(drawn, better).probabilities)  # type: ignore[arg-type]
    names = {"gradual": ("gradual-gain", "gradual-loss"), "sudden": ("sudden-gain", "sudden-loss")}
    for kind, sides in (names | {"faded": ("faded-gain", "passing-loss")}).items():
        for side, name in enumerate(sides):
            share = odds[shapes.shape == SHAPES.index(kind), side].sum() / (still + odds.sum())
            assert made[name] == pytest.approx(share, rel=1e-6)  # type: ignore[index]
    assert set(made) == set(CALL_OF)


def test_one_month_that_is_not_known_takes_the_season_away() -> None:
    shares = [(30 + 9 * math.sin(k * math.pi / 6) + k % 3, 80) for k in range(26)]
    some, none = (
        judge(
            tuple(Observation(k, numerator=round(x), denominator=n, month=month(k)) for k, (x, n) in enumerate(shares)),
            "up",
        )
        for month in (lambda k: k % 12 + 1 if k != 7 else 0, lambda _: 0)
    )
    assert some == none


def test_all_values_equal_is_no_change_and_equal_shares_are_judged() -> None:
    level = judge(tuple(Observation(k, value=3.0) for k in range(9)), "up")
    assert (level.probability, level.effect, level.effect_low, level.effect_high) == (1.0, 0.0, 0.0, 0.0)
    made = judge(tuple(Observation(k, numerator=3, denominator=9) for k in range(12)), "up")
    assert (made.call, made.probability < 1) == ("no-change", True)
    assert dict(judge(tuple(Observation(k, value=3.0) for k in range(9)), "up").probabilities)["no-change"] == 1.0
