"""Laws of what is said to follow tests: only kept ones carry, in order, and what came after a gain changes nothing of it."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.evidence import effects
from inspector.evidence.onsets import Span
from tests.signals.cases import build

DAYS = st.lists(st.dates(date(2023, 4, 1), date(2026, 3, 31)), max_size=6)
GAIN = {"call": "sudden-gain", "onset": 18, "onset_low": 14, "onset_high": 20, "onset_latest": 22, "held": 18}


def one_gain(kept: list[date], given_up: list[date]) -> effects.Tested:
    log = [{"started_on": day, "decision": "adopt", "indicator": "a"} for day in kept]
    log += [{"started_on": day, "decision": "abandon", "indicator": "a"} for day in given_up]
    case: dict[str, Any] = {
        "indicators": [{"indicator": "a"}],
        "figures": [{"indicator": "a", "from": "2023-04", "points": 36, "judged": GAIN}],
        "log": [*log, {"raised_on": date(2023, 4, 1)}],
    }
    found = effects.effects(build(case))
    assert found is not None
    return found.tested[0]


@settings(max_examples=60)
@given(DAYS, DAYS)
def test_abandoned_tests_carry_nothing_and_change_nothing(kept: list[date], given_up: list[date]) -> None:
    without, beside = one_gain(kept, []), one_gain(kept, given_up)
    assert (without.match, without.chance) == (beside.match, beside.chance)
    assert beside.entry is None or beside.entry.decision == "adopt"


@settings(max_examples=60)
@given(DAYS)
def test_what_carries_a_gain_began_in_order(kept: list[date]) -> None:
    one = one_gain(kept, [])
    span = one.span
    assert span == Span(date(2024, 10, 1), date(2024, 6, 1), date(2024, 12, 31), date(2025, 2, 28))
    near = [day for day in kept if date(2023, 12, 1) <= day <= span.high]
    assert (one.match is not None) == bool(near)
    if one.entry is not None:
        day = one.entry.started_on
        assert day in near
        assert one.match == ("followed" if day < span.low else "same-time")


@given(st.dates(date(2024, 1, 1), date(2025, 12, 31)))
def test_a_day_is_before_within_or_after(day: date) -> None:
    span = Span(date(2024, 10, 1), date(2024, 6, 1), date(2024, 12, 31), date(2025, 2, 28))
    order = span.order(day)
    assert (order == "before") == (day <= date(2024, 5, 31))
    assert (order == "after") == (day >= date(2025, 3, 1))


def test_spans_in_words() -> None:
    day = date(2024, 6, 1)
    assert Span(day, day, date(2024, 6, 30), day + timedelta(29)).words == "in June 2024"
    assert Span(day, day, date(2024, 9, 30), day).words == "most likely between June and September 2024"
    assert Span(day, day, date(2025, 9, 30), day).words == "most likely between June 2024 and September 2025"
