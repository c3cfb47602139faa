"""From what was recorded to numbers with equal noise, by hand."""

import math
from statistics import median

import numpy as np
import pytest

from inspector.stats.judgement import Observation
from inspector.stats.observe import readings


def plain(*values: float) -> tuple[Observation, ...]:
    return tuple(Observation(place, value=value) for place, value in enumerate(values))


def shares(*pairs: tuple[float, float]) -> tuple[Observation, ...]:
    return tuple(Observation(place, numerator=x, denominator=n) for place, (x, n) in enumerate(pairs))


def test_proportions_pass_through_the_arcsine() -> None:
    found = readings(shares((3, 10), (20, 20), (0, 7)))
    assert found.y.tolist() == pytest.approx([math.asin(-4 / 10.75), math.asin(20 / 20.75), math.asin(-7 / 7.75)])
    assert found.sd.tolist() == pytest.approx([10.5**-0.5, 20.5**-0.5, 7.5**-0.5])
    assert found.sampling


@pytest.mark.parametrize(
    ("of", "points", "chance", "passing", "reach"),
    [
        (60, 12, 1.0, 1.0, 1.0),
        (50, 12, 1.0, 1.0, 1.0),
        (49, 12, 0.98, 0.98**1.5, 0.98**0.5),
        (25, 12, 0.7, 0.5**1.5, 0.5**0.5),
        (24, 12, 0.7, 0.48**1.5, 0.48**0.5),
        (24, 24, 0.7, 0.48**1.5, 0.48**0.5),
        (24, 25, 0.7 + 0.05 / 12, 0.48**1.5, 0.48**0.5),
        (24, 36, 0.75, 0.48**1.5, 0.48**0.5),
        (24, 37, 0.75, 0.48**1.5, 0.48**0.5),
        (44, 36, 0.88, 0.88**1.5, 0.88**0.5),
        (13, 12, 0.7, 0.26**1.5, 0.26**0.5),
        (12, 12, 0.7, 0.24**1.5, 0.5),
        (11, 12, 0.7, 0.22**1.5, 0.5),
        (10, 12, 0.7, 0.1, 0.5),
        (2, 12, 0.7, 0.1, 0.5),
    ],
)
def test_where_few_are_counted_a_change_is_rarer_and_smaller(
    of: int, points: int, chance: float, passing: float, reach: float
) -> None:
    # observe.PLENTY: 50 cases by their median; LEAST_CHANCE and WINDOWS: 0.7 to 24 points, 0.75 from 36; LEAST_PASSING: a tenth,
    # below about 10.8 cases; LEAST_REACH: a half, below 12.5.
    found = readings(shares(*[(of / 2, of)] * (points - 2), (1, 1), (4500, 9000)))
    assert (found.chance, found.passing, found.reach) == pytest.approx((chance, passing, reach))


def test_counts_pass_through_the_square_root() -> None:
    found = readings((Observation(0, numerator=4), Observation(1, numerator=0)))
    assert found.y.tolist() == pytest.approx([2 * 4.375**0.5, 2 * 0.375**0.5])
    assert found.sd.tolist() == [1.0, 1.0]
    assert (found.sampling, found.chance, found.passing, found.reach) == (True, 1.0, 1.0, 1.0)


def test_a_numerator_above_its_denominator_makes_a_rate_of_all() -> None:
    found = readings(shares((30, 20), (5, 80)))
    assert found.y.tolist() == pytest.approx([2 * (30.375 / 20) ** 0.5, 2 * (5.375 / 80) ** 0.5])
    assert found.sd.tolist() == pytest.approx([20**-0.5, 80**-0.5])
    # A count without a denominator among shares does too.
    mixed = readings((Observation(0, numerator=3, denominator=4), Observation(1, numerator=1)))
    assert mixed.y.tolist() == pytest.approx([2 * (3.375 / 4) ** 0.5, 2 * 1.375**0.5])
    assert mixed.sampling


def test_negative_numerators_and_values_make_plain_numbers() -> None:
    # observe.UNKNOWN: what they are counted out of is not known.
    ratios = readings(shares((-1, 4), (1, 4), (3, 4)))
    assert (ratios.sampling, ratios.chance, ratios.passing, ratios.reach) == (False, 0.6, 0.6, 1.0)
    assert ratios.y.tolist() == pytest.approx([-1.0, 0.0, 1.0])
    mixed = readings((*plain(0.5), Observation(1, numerator=3, denominator=4), Observation(2, numerator=1)))
    assert (mixed.sampling, mixed.chance) == (False, 0.6)
    assert mixed.y.tolist() == pytest.approx([-1.0, 0.0, 1.0])
    nought = readings((Observation(0, numerator=0, denominator=4), *plain(9, 1, 2)[1:]))
    assert nought.y.tolist() == pytest.approx([-1.0, 0.0, 1.0])
    none = readings(())
    assert (none.y.tolist(), none.sampling, none.chance) == ([], False, 0.6)
    # A numerator of nought is no negative one.
    assert readings(shares((0, 4), (1, 4))).sampling


def test_what_is_not_usable_is_left_out() -> None:
    good = (Observation(3, value=2.0, month=4), Observation(1, value=1.0, month=2), Observation(9, value=4.0))
    bad = (
        Observation(4),
        Observation(5, denominator=3),
        Observation(6, value=math.nan),
        Observation(7, numerator=math.inf, denominator=2),
        Observation(8, numerator=1, denominator=math.nan),
        Observation(10, numerator=1, denominator=0),
        Observation(11, numerator=1, denominator=-2),
        Observation(3, value=77.0),
    )
    found = readings(good + bad)
    assert (found.periods.tolist(), found.months.tolist()) == ([1.0, 3.0, 9.0], [2.0, 4.0, 0.0])
    assert found.y.tolist() == pytest.approx([-0.5, 0.0, 1.0])
    # A denominator below one is one.
    assert len(readings(shares((0.2, 0.5), (0.1, 0.5))).y) == 2


def test_the_latest_120_periods_count() -> None:
    # observe.LATEST
    assert readings(plain(*range(121))).periods.tolist() == list(range(1, 121))
    assert len(readings(plain(*range(120))).y) == 120
    assert readings(plain(*range(30)), latest=7).periods.tolist() == list(range(23, 30))


def by_hand(values: list[float]) -> list[float]:
    """Centred, scaled to at most one, and lone points pulled in to four robust sd from their neighbours."""
    n = len(values)
    centred = [one - median(values) for one in values]
    scaled = [one / max(abs(other) for other in centred) for one in centred]
    local = []
    for place in range(n):
        wide = min(2, place, n - 1 - place)
        window = scaled[place - wide : place + wide + 1]
        local.append(median(scaled[:3] if place == 0 else scaled[-3:] if place == n - 1 else window))
    away = [one - other for one, other in zip(scaled, local, strict=True)]
    reach = 4 * 1.4826 * median(abs(one) for one in away)
    return [other + max(-reach, min(reach, one)) for one, other in zip(away, local, strict=True)]


LONE = [3.0, 5, 4, 6, 5, 90, 4, 7, 5, 6, 8, 7, -60, 6, 9, 8]


@pytest.mark.parametrize(
    "values",
    [
        LONE,
        LONE[::-1],
        [*LONE[5:], *LONE[:5]],
        [40.0, *LONE[:4], 9, 8, 7, 11, 10, -30],
        LONE[:5],
        [1.0, 4, 2],
        [3.0, 70, *LONE[:4], 6, 9, 7, -80, 8],
    ],
)
def test_lone_points_are_pulled_in(values: list[float]) -> None:
    wanted = by_hand(values)
    for shift, scale in ((0.0, 1.0), (1000.0, 1.0), (-7.0, 0.01)):
        found = readings(plain(*(shift + scale * one for one in values)))
        assert found.y.tolist() == pytest.approx(wanted, abs=1e-9)
        assert found.sd.tolist() == [1.0] * len(values)


def test_a_lone_point_by_hand() -> None:
    # 0, 2, 0, 2, 0, 40, 0, 2, 0, 2, 0 about their median of 0, scaled by 40. Neighbours' medians are 0, 0, 0, 2, 2, 2, 2, 2, 0,
    # 0, 0 (of 40), what is away from them 0, 2, 0, 0, -2, 38, -2, 0, 0, 2, 0: none is the median of those. So nothing is known
    # of the scatter, and the point stays.
    assert readings(plain(0, 2, 0, 2, 0, 40, 0, 2, 0, 2, 0)).y.tolist()[5] == 1.0
    # 0, 2, 1, 3, 2, 40, 3, 5, 4, 6, 5: the median 3, the farthest 37 away; away from their neighbours by 1, 1, 1, 1, 1, 37, 2,
    # 0, 1, 1, 1: one is the median. The point stands at 3 and four times 1.4826 beyond, its neighbours' median being 3.
    found = readings(plain(0, 2, 1, 3, 2, 40, 3, 5, 4, 6, 5)).y
    assert found[5] == pytest.approx(4 * 1.4826 / 37)


def test_scatter_of_a_hundred_millionth_of_a_lone_point_is_seen() -> None:
    found = readings(plain(0, 2, 1, 3, 2, 1e8, 3, 5, 4, 6, 5)).y
    assert found[5] == pytest.approx(4 * 1.4826 / (1e8 - 3))


def test_what_only_rounding_makes_differ_is_equal() -> None:
    level = np.array([0.0, 1, 0, 1, 1, 0, 1, 0])
    assert readings(plain(*(1e6 + 1e-7 * level))).y.tolist() == [0.0] * 8
    assert np.ptp(readings(plain(*(1e6 + 1e-5 * level))).y) > 0
    assert readings(plain(0.0, 0.0, 0.0)).y.tolist() == [0.0] * 3


@pytest.mark.parametrize(
    ("events", "rare"),
    [([1, 2, 3, 1, 2, 2], True), ([1, 2, 3, 2, 2, 2], False), ([0] * 6, True), ([0.0, 1, 0, 2, 0, 0], True)],
)
def test_events_of_which_there_are_less_than_two_a_period_are_rare(events: list[float], rare: bool) -> None:
    # observe.RARE
    found = readings(tuple(Observation(k, numerator=x) for k, x in enumerate(events)))
    assert (found.events is not None) is rare
    if found.events is not None:
        assert (found.events.tolist(), found.turned, found.chance, found.passing) == (events, False, 0.7, 0.25)


@pytest.mark.parametrize(
    ("events", "of", "rare"),
    [
        ([1] * 6, 11, True),  # 6 of 66
        ([1] * 6, 10, False),  # observe.SCARCE: a tenth
        ([1] * 5 + [0], 90, False),  # observe.FEW_EVENTS: six
        ([2] * 6, 90, False),
    ],
)
def test_rare_shares_are_so_either_way_round(events: list[int], of: int, rare: bool) -> None:
    plain, turned = readings(shares(*[(x, of) for x in events])), readings(shares(*[(of - x, of) for x in events]))
    assert (plain.events is not None, turned.events is not None) == (rare, rare)
    assert (plain.turned, turned.turned) == (False, rare)
    if plain.events is not None and turned.events is not None:
        assert plain.events.tolist() == turned.events.tolist() == events
