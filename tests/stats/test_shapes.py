"""The laws of judging a series: blind to level, symmetric, deterministic, honest when there is little to go on."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats.judgement import CALLS, Judgement, Observation
from inspector.stats.observe import readings
from inspector.stats.shapes import judge
from inspector.stats.templates import SHAPES, templates

WAVE = [0.3, -0.8, 0.5, 1.1, -0.4, -1.2, 0.7, 0.1, -0.6, 0.9, -0.2, 0.4, -1.0, 0.8, -0.3, 0.2, 1.3, -0.9, 0.6, -0.5]

lengths = st.integers(6, 40)
numbers = st.floats(-50, 50, allow_nan=False).map(lambda x: round(x, 3))
steps = st.sampled_from([0.0, 3.0, -3.0, 8.0])


@st.composite
def plain_series(draw: st.DrawFn) -> list[float]:
    n = draw(lengths)
    noise = draw(st.lists(numbers, min_size=n, max_size=n))
    rise, start = draw(steps), draw(st.integers(0, n))
    return [x / 30 + (rise if i >= start else 0.0) for i, x in enumerate(noise)]


@st.composite
def proportions(draw: st.DrawFn) -> list[tuple[int, int]]:
    n = draw(lengths)
    of = draw(st.lists(st.integers(1, 150), min_size=n, max_size=n))
    share, rise, start = draw(st.floats(0.1, 0.9)), draw(st.sampled_from([0.0, 0.3, -0.3])), draw(st.integers(0, n))
    wobble = draw(st.lists(st.floats(-0.1, 0.1), min_size=n, max_size=n))
    shares = [min(1.0, max(0.0, share + w + (rise if i >= start else 0))) for i, w in enumerate(wobble)]
    return [(round(d * s), d) for d, s in zip(of, shares, strict=True)]


def plain(values: list[float]) -> tuple[Observation, ...]:
    return tuple(Observation(i, value=v, month=i % 12 + 1) for i, v in enumerate(values))


def binomial(pairs: list[tuple[int, int]]) -> tuple[Observation, ...]:
    return tuple(Observation(i, numerator=x, denominator=n, month=i % 12 + 1) for i, (x, n) in enumerate(pairs))


def same(one: Judgement, other: Judgement) -> None:
    assert (one.call, one.onset, one.held) == (other.call, other.onset, other.held)
    for (name, p), (again, q) in zip(one.probabilities, other.probabilities, strict=True):
        assert name == again
        assert p == pytest.approx(q, abs=1e-9)
    assert one.effect == pytest.approx(other.effect, abs=1e-7)


@given(plain_series(), st.sampled_from([-1000.0, -7.5, 0.1, 250.0]), st.sampled_from([0.01, 1.0, 3.7, 1000.0]))
def test_a_shift_or_another_unit_changes_nothing(values: list[float], shift: float, scale: float) -> None:
    same(judge(plain(values), "up"), judge(plain([scale * (v + shift) for v in values]), "up"))


@given(plain_series())
def test_turned_upside_down_with_better_down_is_the_same(values: list[float]) -> None:
    same(judge(plain(values), "up"), judge(plain([-v for v in values]), "down"))


@given(proportions())
def test_a_mirrored_proportion_with_better_down_is_exactly_the_same(pairs: list[tuple[int, int]]) -> None:
    assert judge(binomial(pairs), "up") == judge(binomial([(n - x, n) for x, n in pairs]), "down")


@given(proportions(), st.randoms(use_true_random=False))
def test_the_order_of_observations_does_not_matter(pairs: list[tuple[int, int]], random: object) -> None:
    drawn = list(binomial(pairs))
    random.shuffle(drawn)  # type: ignore[attr-defined]
    assert judge(tuple(drawn), "up") == judge(binomial(pairs), "up")


@given(st.one_of(plain_series().map(plain), proportions().map(binomial)), st.sampled_from(["up", "down"]))
def test_every_judgement_is_whole(drawn: tuple[Observation, ...], better: str) -> None:
    told = judge(drawn, better)  # type: ignore[arg-type]
    shares = [p for _, p in told.probabilities]
    assert math.isclose(sum(shares), 1.0, abs_tol=1e-9)
    assert all(-1e-12 <= p <= 1 + 1e-12 for p in shares)
    assert told.call in CALLS
    assert told.call in (told.likeliest, "too-few-points")
    assert told.effect_low <= told.effect <= told.effect_high
    changed = told.call not in ("no-change", "too-few-points")
    assert (told.onset is not None) == (told.held is not None) == changed
    assert (told.share_faded is not None) == (told.call == "faded-gain")
    if told.onset is not None and told.onset_low is not None and told.onset_high is not None:
        assert 0 <= told.onset_low <= told.onset <= told.onset_high < len(drawn)
        assert told.held == len(drawn) - told.onset
        assert told.onset_earliest is not None
        assert told.onset_latest is not None
        assert 0 <= told.onset_earliest <= told.onset_low
        assert told.onset_high <= told.onset_latest < len(drawn)
    assert (told.fell is not None) == (told.call == "faded-gain")
    if told.fell is not None and told.onset is not None:
        assert told.onset < told.fell < len(drawn)
    assert (told.kind_probability is not None) == (told.call in ("gradual-gain", "sudden-gain"))
    by_shape = dict(told.probabilities)
    if told.kind_probability is not None:
        assert told.probability == pytest.approx(by_shape["gradual-gain"] + by_shape["sudden-gain"])
        assert 0.5 <= told.kind_probability <= 1
    if told.leaning is not None:
        assert told.call == "too-few-points"
        assert told.leaning[1] > 0.5
    if told.call.endswith("gain"):
        assert told.effect > 0
    assert (told.needed is None) == (told.call != "too-few-points" and told.probability >= 0.8)
    if told.needed is not None:
        assert told.needed > len(drawn)
        assert told.needed >= 12
    if told.share_faded is not None:
        assert 0.5 <= told.share_faded <= 1


@pytest.mark.parametrize("n", range(6))
def test_fewer_than_six_points_are_too_few(n: int) -> None:
    told = judge(plain([float(10**i) for i in range(n)]), "up")
    assert (told.call, told.points, told.onset) == ("too-few-points", n, None)
    assert math.isclose(sum(p for _, p in told.probabilities), 1.0)


def test_nine_points_are_too_few_unless_overwhelming() -> None:
    assert judge(plain(WAVE[:9]), "up").call == "too-few-points"
    slight = [x + (1.5 if i > 4 else 0) for i, x in enumerate(WAVE[:9])]
    assert judge(plain(slight), "up").call == "too-few-points"
    huge = binomial([(400 + 5 * i % 7 + (200 if i > 4 else 0), 1000) for i in range(9)])
    assert judge(huge, "up").call == "sudden-gain"
    assert judge(huge, "down").call == "loss"


def test_below_twelve_points_no_change_is_never_said_since_nothing_could_have_been_seen() -> None:
    for n in range(6, 12):
        assert judge(plain(WAVE[:n]), "up").call == "too-few-points"


@pytest.mark.parametrize("phase", range(12))
@pytest.mark.parametrize("n", [12, 24, 36])
def test_a_season_is_no_change(phase: int, n: int) -> None:
    shares = [0.5 + 0.2 * math.sin(2 * math.pi * (i + phase) / 12) for i in range(n)]
    drawn = binomial([(round(100 * share), 100) for share in shares])
    assert {judge(drawn, "up").call, judge(drawn, "down").call} == {"no-change"}


def test_without_months_a_wave_of_twelve_is_no_season() -> None:
    made = templates(np.arange(36.0))
    assert SHAPES.index("season") not in made.shape


def test_a_step_of_as_many_points_is_less_likely_where_few_are_counted() -> None:
    many = [(50 + 9 * (i >= 9) + i % 3 - 1, 100) for i in range(18)]
    few = [(8 + 3 * (i >= 9) + i % 2, 16) for i in range(18)]
    gains = [
        sum(dict(judge(drawn, "up").probabilities)[kind] for kind in ("gradual-gain", "sudden-gain"))
        for drawn in (binomial(many), binomial(few))
    ]
    assert gains[0] > gains[1]
    assert readings(binomial(many)).chance > readings(binomial(few)).chance


@pytest.mark.parametrize(
    ("curve", "up", "down"),
    [
        (lambda i: 0.0 * i, "no-change", "no-change"),
        (lambda i: 5.0 * (i >= 18), "sudden-gain", "loss"),
        (lambda i: 6.0 * i / 36, "gradual-gain", "loss"),
        (lambda i: 5.0 * (10 <= i < 20), "faded-gain", "no-change"),
        (lambda i: -5.0 * (i < 4), "no-change", "no-change"),
        (lambda i: 40.0 * (i == 20), "no-change", "no-change"),
    ],
    ids=["steady", "step", "drift", "fade", "bad start", "one odd point"],
)
def test_each_shape_is_called_by_its_name_in_either_direction(curve, up: str, down: str) -> None:  # type: ignore[no-untyped-def]
    drawn = plain([(WAVE * 2)[i] + curve(i) for i in range(36)])
    assert (judge(drawn, "up").call, judge(drawn, "down").call) == (up, down)


def test_an_onset_is_where_the_step_is_and_the_interval_holds_it() -> None:
    told = judge(plain([(WAVE * 2)[i] + 5.0 * (i >= 21) for i in range(36)]), "up")
    assert (told.onset, told.held) == (21, 15)
    assert told.onset_high is not None
    assert told.onset_low is not None
    # A slow rise that begins as it ends before is not ruled out, a later one is.
    assert told.onset_low <= 21 <= told.onset_high <= 22


def test_more_noise_makes_the_same_step_less_sure() -> None:
    sure = [
        dict(judge(plain([noise * (WAVE * 2)[i] + (i >= 18) for i in range(36)]), "up").probabilities)["no-change"]
        for noise in (0.3, 0.9, 3.0)
    ]
    assert sure == sorted(sure)
    assert sure[0] < 0.01
    assert sure[2] > 0.5


def test_small_denominators_are_not_taken_for_precise() -> None:
    few = [(i % 3 + (i >= 9), 4) for i in range(18)]
    many = [(100 * x, 100 * n) for x, n in few]
    assert judge(binomial(few), "up").probability < 0.9
    assert readings(binomial(few)).sd[0] == pytest.approx(10 * readings(binomial(many)).sd[0], rel=0.1)


def test_counts_and_rates_and_ratios_are_told_apart() -> None:
    counts = tuple(Observation(i, numerator=9 + i % 3) for i in range(12))
    rates = tuple(Observation(i, numerator=200 + i % 3, denominator=100) for i in range(12))
    ratios = tuple(Observation(i, numerator=i % 3 - 1, denominator=100) for i in range(12))
    assert [readings(drawn).sampling for drawn in (counts, rates, ratios)] == [True, True, False]


def test_what_cannot_be_used_is_left_out_and_the_first_of_two_stands() -> None:
    good = plain([1.0, 2.0, 3.0])
    bad = (
        Observation(1, value=99.0),
        Observation(7, value=math.nan),
        Observation(8, value=math.inf),
        Observation(9),
        Observation(10, numerator=1, denominator=0),
    )
    assert list(readings(good + bad).y) == list(readings(good).y)


@pytest.mark.parametrize("value", [0.0, 5.0, 1e300, 1e-300, -7.7])
def test_a_constant_series_has_not_changed(value: float) -> None:
    told = judge(plain([value] * 12), "up")
    assert (told.call, told.probability, told.effect) == ("no-change", 1.0, 0.0)


@pytest.mark.parametrize("pairs", [[(0, 5)] * 15, [(5, 5)] * 15, [(0, 1), (1, 1)] * 8])
def test_extreme_proportions_are_judged_like_any(pairs: list[tuple[int, int]]) -> None:
    assert judge(binomial(pairs), "up").call == "no-change"


def test_a_clean_step_without_any_noise_is_a_step() -> None:
    assert judge(plain([1.0] * 10 + [2.0] * 10), "up").call == "sudden-gain"


def test_gaps_are_time_that_passed() -> None:
    drawn = [o for o in plain([(WAVE * 2)[i] + 5.0 * (i >= 18) for i in range(37)]) if o.period % 5]
    told = judge(tuple(drawn), "up")
    assert (told.call, told.onset, told.held) == ("sudden-gain", 18, 19)


def test_a_long_series_is_judged_by_its_latest_120_periods() -> None:
    values = [float(i % 7) for i in range(2000)]
    assert judge(plain(values), "up").points == 120


@pytest.mark.parametrize("seasonal", [True, False])
@pytest.mark.parametrize("n", [6, 7, 9, 12, 24, 36, 120])
def test_templates_are_finite_and_the_prior_of_each_shape_is_shared_out(n: int, seasonal: bool) -> None:
    made = templates(np.arange(float(n)), seasonal)
    assert np.isfinite(made.curves).all()
    for kind, name in enumerate(SHAPES):
        there = name != "season" or (seasonal and n >= 12)
        assert made.share[made.shape == kind].sum() == pytest.approx(float(there))
    assert np.ptp(made.curves, axis=1).min() > 0
