"""Late records in a flurry: windows, delays and weeks counted out one record after another."""

import math

import numpy as np
import pytest

from inspector.stats.flurry import Flurry, flurry
from inspector.stats.tails import above_binomial, combined

Record = tuple[float, float]
"""The day a record was made, and how many days late."""
LIMITS = (30.0, 60.0, 90.0, 180.0)


def told(records: list[Record], *starts: float) -> Flurry:
    recorded, delay = (np.array(part, dtype=float) for part in zip(*records, strict=True))
    return flurry(recorded, delay, starts)


def quantile(delays: list[float], share: float) -> float:
    place = share * (len(delays) - 1)
    low, high = sorted(delays)[math.floor(place)], sorted(delays)[math.ceil(place)]
    return low + (high - low) * (place - math.floor(place))


def tried(records: list[Record], start: float, limit: float) -> tuple[float, int, float, tuple[int, ...]]:
    """The chance, how many are late in all, how many of them were to be expected in the window, and which are in it."""
    first = min(on - late for on, late in records)
    able = [place for place, (on, _) in enumerate(records) if on >= start or on - first >= limit]
    late = [place for place in able if records[place][1] > limit]
    inside = tuple(place for place in late if records[place][0] >= start)
    share = sum(on >= start for on, _ in records) / len(able)
    expected = share * len(late)
    if len(inside) < 4 or len(inside) <= expected:
        return 1.0, len(late), expected, inside
    outside = [place for place in able if records[place][0] < start]
    loose = looseness([records[place][0] for place in outside], [place in late for place in outside])
    return above_binomial(len(inside) / loose, len(late) / loose, share), len(late), expected, inside


def looseness(days: list[float], late: list[bool]) -> float:
    """The squares of what each week has beyond its share, over what single late records would give; one at least."""
    if sum(late) < 2:
        return 1.0
    rate = sum(late) / len(late)
    weeks: dict[int, list[bool]] = {}
    for day, one in zip(days, late, strict=True):
        weeks.setdefault(int((day - min(days)) // 7), []).append(one)
    found = sum((sum(week) - len(week) * rate) ** 2 for week in weeks.values())
    usual = len(days) * rate * (1 - rate)
    return max(1.0, found / usual)


def by_hand(records: list[Record], *starts: float) -> Flurry:
    delays = [late for _, late in records]
    if sum(late > 21 for late in delays) < 4:
        return Flurry(max(starts), 21.0, (), 0.0, None)
    limits = sorted({max(21.0, quantile(delays, share)) for share in (0.9, 0.95, 0.98)} | set(LIMITS))
    every = [(*tried(records, start, limit), start, limit) for start in starts for limit in limits]
    chance, _, expected, inside, start, limit = min(every, key=lambda one: (one[0], -len(one[3]), one[4], one[5]))
    p_value = None if all(one[1] < 4 for one in every) else combined([one[0] for one in every]) if chance < 1 else 1.0
    return Flurry(start, limit, inside, expected, p_value)


def close(found: Flurry, wanted: Flurry) -> None:
    assert (found.since, found.longer, found.inside) == (wanted.since, wanted.longer, wanted.inside)
    assert found.expected == pytest.approx(wanted.expected, rel=1e-9)
    assert found.p_value == (None if wanted.p_value is None else pytest.approx(wanted.p_value, rel=1e-9, abs=0))


def daily(days: int, late: dict[int, float]) -> list[Record]:
    """A record every day, and those that are late."""
    return [(float(day), late.get(day, 0.0)) for day in range(days)]


# Long delays of every length, spread over the months, and some in the last weeks.
SPREAD = {day: (25.0, 31.0, 59.0, 88.0, 95.0, 175.0, 185.0, 29.0, 61.0)[day % 9] for day in range(200, 860, 37)}
LONG = (22.0, 31.0, 35.0, 61.0, 89.0, 91.0, 120.0, 170.0, 185.0, 190.0, 199.0, 400.0, 450.0)
LAST = dict(zip(range(862, 901, 3), LONG, strict=True))


@pytest.mark.parametrize(
    ("late", "starts"),
    [
        (SPREAD | LAST, (870.0, 855.0)),
        (SPREAD | LAST, (865.0,)),
        (SPREAD | LAST, (866.0,)),
        # Late records that come in batches: ten in each of two weeks.
        (SPREAD | dict.fromkeys([*range(308, 315), *range(500, 507)], 100.0) | LAST, (870.0, 855.0)),
        # One late record, or two, before the window: nothing to see how they vary by.
        ({500: 100.0} | LAST, (865.0,)),
        ({400: 200.0, 500: 200.0} | LAST, (865.0,)),
        ({400: 200.0, 402: 200.0, 500: 300.0} | LAST, (865.0,)),
        ({400: 200.0, 401: 200.0} | LAST, (865.0,)),
        # So many are late that the quantiles are long delays themselves.
        ({day: 23.0 + day % 50 for day in range(100, 860, 4)} | LAST, (860.0,)),
        (dict.fromkeys(range(100, 900, 3), 41.5) | LAST, (800.0, 860.0)),
    ],
)
def test_windows_and_delays_counted_out(late: dict[int, float], starts: tuple[float, ...]) -> None:
    records = daily(900, late)
    close(told(records, *starts), by_hand(records, *starts))


def test_weeks_are_counted_from_the_first_record_that_could_be_late() -> None:
    # Uneven days: two records every third day, none on others, and the first not on day nought.
    records = [(10.0 + 3 * k, 40.0 if k % 31 == 30 or k > 285 else 0.0) for k in range(300) for _ in range(1 + k % 2)]
    close(told(records, 850.0), by_hand(records, 850.0))
    close(told(records[::-1], 850.0, 700.0), by_hand(records[::-1], 850.0, 700.0))


def test_one_late_record_alone_in_its_week_is_nothing_to_see_variation_by() -> None:
    records = [one for one in daily(900, {507: 200.0} | LAST) if not 495 <= one[0] <= 520 or one[0] == 507]
    close(told(records, 865.0), by_hand(records, 865.0))


def test_a_record_made_soon_after_the_first_event_cannot_be_late() -> None:
    # The first event was 90 days before the first record. Of the 400 days all but a few can be 100 days late.
    records = [(0.0, 90.0), *daily(400, dict.fromkeys((20, 150, 200, 250, 391, 393, 395, 397, 399), 100.0))[1:]]
    close(told(records, 390.0), by_hand(records, 390.0))
    # A window in which all are is no window: there is no time before it to compare.
    assert told(daily(30, dict.fromkeys(range(20, 28), 50.0)), 0.0) == Flurry(0.0, 30.0, tuple(range(20, 28)), 8.0, 1.0)
    assert told([(float(k), 50.0) for k in range(8)], 0.0) == Flurry(0.0, 30.0, tuple(range(8)), 8.0, 1.0)


@pytest.mark.parametrize(
    ("inside", "outside", "asked"),
    [
        # flurry.FEWEST: four long delays in the window, and four in all for there to be an answer.
        (4, 0, True),
        (3, 2, False),
        (3, 0, None),
        # No more than their share of the time: 100 of 1,000 days, 4 of 40.
        (4, 36, False),
        (4, 35, True),
    ],
)
def test_four_in_the_window_and_more_than_their_share(inside: int, outside: int, asked: bool | None) -> None:
    late = dict.fromkeys(range(900, 900 + inside), 25.0) | dict.fromkeys(range(100, 100 + 20 * outside, 20), 25.0)
    records = [(float(day), late.get(day, 0.0)) for day in range(-21, 1000)]
    records = [(day, gone) for day, gone in records if day >= 0 or day == -21]
    found = told(records, 900.0)
    close(found, by_hand(records, 900.0))
    assert (None if found.p_value is None else found.p_value < 1) is asked


def test_three_weeks_are_not_long() -> None:
    # flurry.SHORTEST: 21 days.
    none = told(daily(900, dict.fromkeys(range(880, 890), 21.0)), 870.0, 840.0)
    assert none == Flurry(870.0, 21.0, (), 0.0, None)
    some = told(daily(900, dict.fromkeys(range(880, 890), 21.5)), 870.0, 840.0)
    assert (some.longer, some.inside) == (21.0, tuple(range(880, 890)))
    assert some.p_value is not None
    assert some.p_value < 1e-6
    few = told(daily(900, dict.fromkeys(range(880, 883), 21.5)), 840.0, 870.0)
    assert few == Flurry(870.0, 21.0, (), 0.0, None)


def test_of_windows_that_tell_the_same_the_one_with_more_in_it_then_the_earlier() -> None:
    # Nothing stands out: six late of which three are in the later window, four in the earlier, out of their share.
    late = dict.fromkeys([100, 200, 300, 400, 500, 600, 700, 800, 880, 885], 100.0)
    found = told(daily(900, late), 870.0, 650.0)
    close(found, by_hand(daily(900, late), 870.0, 650.0))
    assert found.since in (650.0, 870.0)
