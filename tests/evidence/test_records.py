"""What is counted of records: shares, halves of the days that count, days between, rows, and the fact they make."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

import pytest

from inspector.evidence import records
from inspector.model.evidence import Evidence, LogEntry, Resource
from inspector.model.facts import About, Field

DAYS = {"period_start": date(2023, 4, 1), "period_end": date(2026, 3, 31)}


class Row(NamedTuple):
    resource: str
    row: int


def evidence(**more: object) -> Evidence:
    return Evidence(authority="-", digest="0" * 64, **(DAYS | more))


def entry(**more: object) -> LogEntry:
    plain = {"id": "t1", "raised_on": date(2024, 1, 1), "raised_by_role": "r", "team": "t", "scale": "one-case"}
    last = more.get("tested_on") or more.get("started_on") or plain["raised_on"]
    plain["recorded_at"] = datetime.combine(last, time(12))
    return LogEntry(resource="log", row=2, aim="a", **(plain | more))


def test_the_day_of_a_test_is_when_it_was_tested_else_started_else_raised() -> None:
    assert records.tested_on(entry(tested_on=date(2024, 3, 1), started_on=date(2024, 2, 1))) == date(2024, 3, 1)
    assert records.tested_on(entry(started_on=date(2024, 2, 1))) == date(2024, 2, 1)
    assert records.tested_on(entry(tested_on=date(2024, 3, 1))) == date(2024, 3, 1)
    assert records.tested_on(entry()) == date(2024, 1, 1)


@pytest.mark.parametrize(
    ("days", "counts"),
    [
        ({}, False),
        ({"started_on": date(2023, 3, 31), "tested_on": date(2023, 4, 1)}, True),
        ({"tested_on": date(2023, 3, 31)}, False),
        ({"started_on": date(2025, 12, 31)}, True),
        ({"started_on": date(2025, 12, 31), "tested_on": date(2026, 1, 1)}, False),
        ({"started_on": date(2026, 1, 1), "tested_on": date(2025, 12, 31)}, False),
    ],
)
def test_which_tests_count(days: dict[str, date], counts: bool) -> None:
    given = evidence(log=(entry(**days),), notified_on=date(2026, 1, 1))
    assert bool(records.tests(given)) == counts


def test_a_kind_was_submitted_where_any_resource_is_of_it() -> None:
    kinds = ("durations", "voice")
    there = tuple(Resource(name=k, path=k, kind=k, sha256="0" * 64, bytes=0, rows=0) for k in kinds)
    assert records.submitted(evidence(resources=there), "voice")
    assert not records.submitted(evidence(resources=there), "indicators")
    assert not records.submitted(evidence(), "voice")


def test_shares_and_days() -> None:
    assert records.share(1, 4) == 0.25
    assert records.share(0, 0) is None
    assert records.shared([1, 2, 3, 4], lambda one: one > 3) == 0.25
    assert records.shared([], bool) is None
    pairs = [(date(2024, 1, 1), date(2024, 1, day)) for day in (2, 5, 11)]
    assert records.days_between([*pairs, (None, date(2024, 1, 1)), (date(2024, 1, 1), None)]) == 4.0
    assert records.days_between([(date(2024, 1, 1), None)]) is None
    assert records.percent(0.404) == "40%"
    assert records.percent(None) == "an unknown share"


def size(some: Sequence[date]) -> float | None:
    return float(len(some)) if some else None


@pytest.mark.parametrize(
    ("days", "change"),
    [
        # 1,096 days count; the later half begins on the 548th, 29 September 2024.
        ([date(2024, 9, 28), date(2024, 9, 29), date(2024, 9, 30)], 1.0),
        ([date(2024, 9, 28), date(2024, 9, 28), date(2024, 9, 29)], -1.0),
        ([date(2024, 9, 28)], None),
        ([date(2024, 9, 29)], None),
    ],
)
def test_the_later_half_less_the_first(days: list[date], change: float | None) -> None:
    assert records.change(days, lambda day: day, size, evidence(notified_on=date(2026, 4, 13))) == change


def test_halves_are_those_of_the_days_that_count() -> None:
    # Of the 366 days before 1 April 2024 the later half begins on 30 September 2023.
    days = [date(2023, 9, 29), date(2023, 9, 30), date(2023, 10, 1)]
    assert records.change(days, lambda day: day, size, evidence(notified_on=date(2024, 4, 1))) == 1.0


def test_a_fact_leaves_out_what_is_not_known_and_sorts_what_it_rests_on() -> None:
    fields = (Field(name="n", type="integer", says="n"), Field(name="share", type="number", says="share"))
    about = About(id="some-signal", title="Some", needs=("voice",), fields=fields)
    found = {"n": 3, "share": 2 / 3, "other": None}
    made = records.fact(about, "all", found, "Said.", ["b", "a", "b"], [Row("y", 3), Row("y", 2), Row("x", 9)])
    assert (made.id, made.kind) == ("signal/some-signal/all", "signal/some-signal")
    assert made.fields == {"n": 3, "share": 0.666667}
    assert made.rests_on == ("a", "b")
    assert [(one.resource, one.rows) for one in made.rows] == [("x", (9,)), ("y", (2, 3))]
