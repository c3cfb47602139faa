"""The arithmetic behind the probes: known answers, and what must hold whatever the numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.stats.batches import large_batch, same_minute
from inspector.stats.caps import cap
from inspector.stats.digit_heaping import heaps
from inspector.stats.first_digits import first_digits
from inspector.stats.flurry import flurry
from inspector.stats.grim import decimals, possible
from inspector.stats.hugging import hugging
from inspector.stats.pace import sudden
from inspector.stats.repeats import block
from inspector.stats.smoothness import smoothness
from inspector.stats.steps import rise, step_at, step_up
from inspector.stats.uniform import always
from inspector.stats.whole_percent import whole_percent


@pytest.mark.parametrize(
    ("value", "size", "scale", "places", "answer"),
    [
        # Brown & Heathers (2017), the worked example of the article: 5.19 is no mean of 28 whole numbers.
        (5.19, 28, 1, 2, False),
        (5.18, 28, 1, 2, True),
        (33.3, 3, 100, 1, True),
        (33.4, 3, 100, 1, False),
        (12.5, 8, 100, 1, True),
        # Halves may be rounded either way: 1 of 16 is 6.25 %.
        (6.2, 16, 100, 1, True),
        (6.3, 16, 100, 1, True),
        (0.0, 7, 100, 0, True),
    ],
)
def test_grim(value: float, size: float, scale: float, places: int, answer: bool) -> None:
    assert possible(value, size, scale, places) is answer


@given(st.integers(1, 3000), st.integers(0, 4), st.sampled_from([1.0, 100.0]), st.data())
def test_no_count_is_ever_impossible(size: int, places: int, scale: float, data: st.DataObject) -> None:
    value = round(data.draw(st.integers(0, size)) * scale / size, places)
    assert possible(value, size, scale, places)
    assert possible(value, size, scale, min(places, decimals(value)))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12), st.integers(0, 30))
def test_a_larger_batch_is_never_likelier(sizes: list[int], more: int) -> None:
    sizes = [1 + size for size in sizes]
    assert large_batch([*sizes, max(sizes) + more], max(sizes) + more) >= large_batch(
        [*sizes, max(sizes) + more + 1], max(sizes) + more + 1
    )


def test_two_in_a_minute_are_nothing_and_ten_are_much() -> None:
    assert same_minute(12, 1) == 1.0
    assert same_minute(12, 2) == 1.0
    assert same_minute(12, 10) < 1e-9


def test_a_pile_on_the_last_value() -> None:
    tail = {day: max(1, round(40 * 0.9**day)) for day in range(40)}
    open_end, capped = cap(tail), cap({day: n for day, n in tail.items() if day < 20} | {20: 60})
    assert open_end is not None
    assert capped is not None
    assert open_end.p_value > 0.01
    assert capped.p_value < 1e-6
    assert cap({1: 500}) is None


def test_digits_that_obey_and_digits_that_do_not() -> None:
    grown = first_digits(np.floor(10 ** np.linspace(0, 5, 600)) + 0.5)
    even = first_digits(np.array([d * 10.0**k + 0.01 * n for n in range(14) for d in range(1, 10) for k in range(4)]))
    assert grown is not None
    assert even is not None
    assert grown.p_value > 0.05
    assert even.p_value < 0.001
    assert first_digits(np.linspace(50, 99, 500)) is None


def test_the_same_number_many_times_is_one_number() -> None:
    values = np.concatenate([np.repeat(123.0, 80), np.floor(10 ** np.linspace(0, 4, 200)) + 0.5])
    found = first_digits(values)
    assert found is not None
    assert found.p_value > 0.005


def test_a_flurry_of_late_records() -> None:
    recorded = np.arange(0.0, 900.0, 3.0)
    delay = np.tile([1.0, 0.0, 4.0], 100)
    usual = flurry(recorded, delay, (880.0, 840.0))
    delay[-8:] = 150.0
    late = flurry(recorded, delay, (875.0, 840.0))
    assert usual.p_value is None
    assert late.p_value is not None
    assert late.p_value < 1e-4
    assert late.inside == tuple(range(292, 300))


def test_heaps_are_seen_and_smooth_counts_are_not() -> None:
    smooth = {value: round(60 * np.exp(-(((value - 30) / 12) ** 2))) for value in range(70)}
    heaped = {value: count + (30 if value % 10 == 0 and count else 0) for value, count in smooth.items()}
    quiet, loud = heaps(smooth), heaps(heaped)
    assert quiet is not None
    assert loud is not None
    assert quiet.p_value > 0.05
    assert loud.p_value < 1e-6
    assert loud.step == 10
    assert heaps({5: 1000}) is None
    assert heaps({5: 10, 20: 10}) is None


def test_figures_that_just_reach_a_target() -> None:
    sizes = np.full(36, 90.0)
    reached = np.where(np.arange(36) % 3 == 0, 80.0, 77.0) / sizes
    found = hugging(reached, sizes, 0.85, True)
    assert found is not None
    assert len(found.places) == 24
    assert found.p_value < 1e-4
    assert hugging(np.full(36, 0.5), sizes, 0.85, True) is None


def test_moves() -> None:
    noise = np.tile([0.0, 0.1, -0.1], 8)
    up = noise + (np.arange(24) >= 12)
    found = step_up(up)
    assert found is not None
    assert found.place == 12
    assert found.p_value < 1e-6
    assert step_at(up, 2) is None
    line = noise + np.linspace(0, 1, 24)
    assert (rise(line) or 1) < 1e-4
    assert (rise(-line) or 0) > 0.99
    assert step_up(np.ones(24)) is None
    assert rise(np.ones(24)) is None


def test_a_pace_that_changes_at_the_end() -> None:
    even = sudden(list(range(0, 1000, 10)), 970, 1000)
    more = sudden([*range(0, 970, 10), *([975] * 20)], 970, 1000)
    assert even.p_value > 0.3
    assert more.p_value < 1e-6
    assert more.excess == pytest.approx(17, abs=0.5)


def test_blocks() -> None:
    numbers = np.array([k * 7919 % 101 for k in range(36)], dtype=np.float64)
    assert (block([numbers]) or pytest.fail("no answer")).p_value > 0.05
    numbers[20:25] = numbers[4:9]
    found = block([numbers])
    assert found is not None
    assert (found.first, found.again, found.length) == (4, 20, 5)
    assert found.p_value < 1e-4
    assert (block([np.full(20, 3.0)]) or pytest.fail("no answer")).p_value == 1.0
    assert block([np.arange(5.0)]) is None


def test_a_group_always_alike_among_others_that_differ() -> None:
    found = always([15, 14, 30, 16], [30, 30, 30, 30])
    assert found[2] < 1e-3
    assert found[:2] == [1.0, 1.0]
    assert always([30, 29, 30, 30], [30, 30, 30, 30])[0] > 0.05


def test_smooth_and_jumping_shares() -> None:
    size, months = np.full(24, 100.0), np.arange(24.0)
    still = smoothness(np.tile([60.0, 61.0], 12), size, months)
    jumping = smoothness(np.tile([54.0, 66.0, 60.0], 8), size, months)
    assert still is not None
    assert jumping is not None
    assert still.p_value < 1e-6
    assert jumping.p_value > 0.1
    assert smoothness(np.full(24, 1.0), size, months) is None
    assert smoothness(np.full(10, 50.0), size[:10], months[:10]) is None


def test_whole_percentages() -> None:
    sizes = np.array([400.0 + 3 * k for k in range(36)])
    counts = np.round(np.array([(40 + k % 11) / 100 for k in range(36)]) * sizes)
    plain = np.floor(sizes * (0.4 + 0.1 * np.modf(np.arange(36) * 0.618)[0]))
    rounded, usual = whole_percent(counts, sizes), whole_percent(plain, sizes)
    assert rounded is not None
    assert usual is not None
    assert rounded.p_value < 1e-9
    assert usual.p_value > 0.01
