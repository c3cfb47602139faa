"""Blank is never better than any honest value: laws over random logs, registers and figures; and what is told of blanks."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.evidence import records
from inspector.evidence.announcement import NOTICE, announced_on
from inspector.evidence.blanks import blanks, doubts
from inspector.evidence.series import all_series
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry, Resource
from inspector.model.ladder import TRUSTS
from inspector.verdict.trust import trust_in

START, END = date(2024, 4, 1), date(2025, 3, 31)
TOLD = END + timedelta(days=14)


def evidence(**more: Any) -> Evidence:
    plain = {"period_start": START, "period_end": END, "notified_on": TOLD, "digest": "0" * 64}
    return Evidence(authority="A", **(plain | more))


def entry(row: int, day: int, lag: int | None, **more: Any) -> LogEntry:
    on = START + timedelta(days=day)
    written = None if lag is None else datetime.combine(on + timedelta(days=lag), time(12))
    plain = {"raised_on": on, "tested_on": on, "raised_by_role": "r", "team": "t", "scale": "one-case", "aim": "a"}
    return LogEntry(resource="log", row=row, id=f"t{row}", recorded_at=written, **(plain | more))


def figure(row: int, **more: Any) -> Figure:
    first = START + timedelta(days=7 * row)
    plain = {"numerator": 30.0, "denominator": 50.0, "recorded_on": first + timedelta(days=9)}
    span = {"period_start": first, "period_end": first + timedelta(days=6)}
    return Figure(resource="figures", row=row, indicator="seen", **(span | plain | more))


def indicator(**more: Any) -> Indicator:
    plain = {"unit": "share", "recorded_by": "the service", "verified_by": "internal audit"}
    return Indicator(resource="register", row=2, indicator="seen", title="Seen", better="up", **(plain | more))


def submitted(register: Indicator, figures: list[Figure]) -> Evidence:
    there = Resource(name="r", path="r.csv", kind="indicators", sha256="0" * 64, bytes=1, rows=9)
    return evidence(indicators=(register,), figures=tuple(figures), resources=(there,))


def trusted(found: Evidence) -> int:
    return next(TRUSTS.index(one.trust) for one in trust_in(found, ()) if one.evidence == "indicator/seen")


days = st.integers(0, 364)
logs = st.lists(st.tuples(days, st.one_of(st.none(), st.integers(0, 200)), st.booleans()), min_size=1, max_size=12)


@settings(max_examples=25, deadline=None)
@given(logs)
def test_no_test_counts_for_not_saying_when_it_was_written_down(log: list[tuple[int, int | None, bool]]) -> None:
    whole = evidence(log=tuple(entry(row, day, lag) for row, (day, lag, _) in enumerate(log)))
    poorer = evidence(log=tuple(entry(row, day, None if gone else lag) for row, (day, lag, gone) in enumerate(log)))
    assert {one.id for one in records.tests(poorer)} <= {one.id for one in records.tests(whole)}
    # An idea that does not say so is an idea all the same; who counts ideas tells how many say when they were written down.
    told = {one.id for one in records.apart_ideas(poorer).counted if one.recorded_at is not None}
    assert told <= {one.id for one in records.apart_ideas(whole).counted}


@settings(max_examples=25, deadline=None)
@given(logs, st.integers(-NOTICE, 30), st.booleans())
def test_no_test_counts_for_not_saying_when_the_inspection_was_announced(
    log: list[tuple[int, int | None, bool]], told: int, when: bool
) -> None:
    some = tuple(entry(row, day, 0) for row, (day, _, _) in enumerate(log))
    more = {"submitted_at": END + timedelta(days=40)} if when else {}
    whole = evidence(log=some, notified_on=END + timedelta(days=told), **more)
    poorer = whole.model_copy(update={"notified_on": None})
    assert records.last_day(poorer) <= records.last_day(whole)
    assert {one.id for one in records.tests(poorer)} <= {one.id for one in records.tests(whole)}


REGISTER = {
    "stakes": "a grant",
    "target": 0.9,
    "deadline": 45,
    "verified_by": "internal audit",
    "recorded_by": "the service",
}


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(sorted(REGISTER))), st.sets(st.sampled_from(sorted(REGISTER))))
def test_no_series_is_trusted_more_for_what_the_register_leaves_blank(said: set[str], gone: set[str]) -> None:
    register = {name: value if name in said else None for name, value in REGISTER.items()}
    poorer = {name: None if name in gone else value for name, value in register.items()}
    figures = [figure(row) for row in range(4)]
    assert trusted(submitted(indicator(**poorer), figures)) <= trusted(submitted(indicator(**register), figures))


def test_to_say_what_hangs_on_a_measure_costs_nothing() -> None:
    for name in ("stakes", "target", "deadline"):
        assert trusted(submitted(indicator(**{name: REGISTER[name]}), [])) == trusted(submitted(indicator(), []))


lacking = st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=12)


@settings(max_examples=25, deadline=None)
@given(lacking)
def test_no_series_is_trusted_more_for_what_its_figures_leave_blank(rows: list[tuple[bool, bool, bool, bool]]) -> None:
    def made(row: int, whole: bool, dated: bool) -> Figure:
        of = {} if whole else {"numerator": None, "denominator": None, "value": 0.6}
        return figure(row, **(of if dated else {**of, "recorded_on": None}))

    whole = [made(row, one, other) for row, (one, other, _, _) in enumerate(rows)]
    poorer = [made(row, one and not gone, other and not lost) for row, (one, other, gone, lost) in enumerate(rows)]
    assert trusted(submitted(indicator(), poorer)) <= trusted(submitted(indicator(), whole))


@pytest.mark.parametrize(
    ("told", "given_on", "day"),
    [
        (date(2025, 2, 1), None, date(2025, 2, 1)),
        (None, None, date(2024, 12, 30)),
        (None, date(2025, 5, 1), date(2024, 12, 30)),
        (None, date(2025, 3, 1), date(2024, 11, 30)),
    ],
)
def test_the_announcement_may_have_come_a_quarter_before_what_ends_first(
    told: date | None, given_on: date | None, day: date
) -> None:
    assert announced_on(evidence(notified_on=told, submitted_at=given_on)) == day


@pytest.mark.parametrize(
    ("blank", "of", "doubted"),
    [(1, 10, False), (2, 20, False), (2, 19, True), (1, 1, True), (3, 20, True), (0, 5, False)],
)
def test_a_tenth_and_always_one_may_lack_something(blank: int, of: int, doubted: bool) -> None:
    for lacks in ({"recorded_on": None}, {"numerator": None, "denominator": None, "value": 0.6}):
        figures = [figure(row, **(lacks if row < blank else {})) for row in range(of)]
        assert bool(doubts(submitted(indicator(), figures))) == doubted
    log = tuple(entry(row, row, None if row < blank else 0) for row in range(of))
    assert bool(doubts(evidence(log=log))) == doubted


def test_what_is_no_share_needs_no_whole() -> None:
    figures = [figure(row, numerator=None, denominator=None, value=12.0) for row in range(5)]
    assert not doubts(submitted(indicator(unit="days"), figures))


def test_how_many_of_a_share_that_does_not_say_of_how_many_is_no_figure() -> None:
    figures = [figure(row, denominator=None) for row in range(14)]
    assert not all_series(submitted(indicator(), figures))
    assert all_series(submitted(indicator(unit="visits"), figures))


def test_each_blank_is_told_once_with_how_many_lack_it() -> None:
    figures = [figure(0), figure(1, recorded_on=None), figure(2, numerator=None, denominator=None, value=0.6)]
    log = (entry(2, 1, None), entry(3, 2, 0))
    given_ = submitted(indicator(), figures).model_copy(update={"log": log, "notified_on": None})
    told = {one.field: (one.blank, one.of, one.says) for one in blanks(given_)}
    assert {field: found[:2] for field, found in told.items()} == {
        "notified_on": (1, 1), "recorded_at": (1, 2), "denominator": (1, 3), "recorded_on": (1, 3), "measure": (1, 1),
    }  # fmt: skip
    assert told["recorded_at"][2] == (
        "recorded_at is blank in 1 of 2: whether this entry was written down as things happened is not known."
    )
    assert not blanks(submitted(indicator(measure="outcome"), [figure(0)]))
