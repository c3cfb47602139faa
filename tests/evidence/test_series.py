"""From figures to series: which figures are used, how long their periods are, where each stands, and days by months."""

from datetime import date, timedelta
from typing import Any

import pytest

from inspector.evidence.series import Series, add_months, all_series, month, sureness, whole_months
from inspector.model.evidence import Evidence, Figure, Indicator, LogEntry
from inspector.model.rows import by_resource
from inspector.signals import trajectory

Span = tuple[date, date]


def figure(row: int, first: date, last: date, **more: Any) -> Figure:
    plain = {"resource": "figures", "indicator": "a", "value": 1.0}
    return Figure(row=row, period_start=first, period_end=last, **(plain | more))


def evidence(*figures: Figure, indicators: tuple[str, ...] = ("a",)) -> Evidence:
    register = tuple(
        Indicator(resource="register", row=row, indicator=id, title=id, better="up")
        for row, id in enumerate(indicators, start=2)
    )
    days = {"period_start": date(2023, 4, 1), "period_end": date(2026, 3, 31)}
    return Evidence(authority="-", digest="0" * 64, **days, figures=figures, indicators=register)


def only(*spans: Span) -> Series:
    (found,) = all_series(evidence(*(figure(row, *span) for row, span in enumerate(spans, start=2))))
    return found


def days(first: date, *lengths: int) -> tuple[Span, ...]:
    """Periods of so many days, one after the other."""
    starts = [first + timedelta(days=sum(lengths[:place])) for place in range(len(lengths))]
    return tuple((day, day + timedelta(days=length - 1)) for day, length in zip(starts, lengths, strict=True))


JAN, FEB, MAR = days(date(2024, 1, 1), 31, 29, 31)


@pytest.mark.parametrize(
    ("spans", "step", "length", "months"),
    [
        ((JAN, FEB, MAR), 1, 0, [1, 2, 3]),
        (days(date(2024, 1, 1), 91, 91), 3, 0, [0, 0]),
        (days(date(2024, 1, 1), 366), 12, 0, [0]),
        # A month has 30.4375 days: 16 days are more than half of one, 15 less; 46 are more than one and a half.
        (days(date(2024, 1, 1), 16), 1, 0, [1]),
        (days(date(2024, 1, 1), 15), 0, 15, [0]),
        (days(date(2024, 1, 1), 45), 1, 0, [1]),
        (days(date(2024, 1, 1), 46), 2, 0, [0]),
        (days(date(2024, 1, 1), 7, 7), 0, 7, [0, 0]),
        (days(date(2024, 1, 1), 1), 0, 1, [0]),
        # A period that ends before it begins is one day long.
        (((date(2024, 1, 9), date(2024, 1, 1)),), 0, 1, [0]),
    ],
    ids=["months", "quarters", "years", "16 days", "15 days", "45 days", "46 days", "weeks", "a day", "backwards"],
)
def test_how_long_a_period_is(spans: tuple[Span, ...], step: int, length: int, months: list[int]) -> None:
    found = only(*spans)
    assert (found.step, found.days) == (step, length)
    assert [one.month for one in found.observations] == months


def test_the_commonest_length_is_kept_and_of_two_as_common_the_shorter() -> None:
    year = (date(2022, 1, 1), date(2022, 12, 31))
    assert only(year, JAN).step == 1
    assert only(year, (date(2023, 1, 1), date(2023, 12, 31)), JAN).step == 12
    assert only(*days(date(2023, 11, 1), 14), *days(date(2023, 12, 1), 7)).days == 7


def test_a_figure_that_has_no_place_on_the_line_is_named() -> None:
    year = (date(2023, 1, 1), date(2023, 12, 31))
    found = only(year, JAN, FEB, (date(2024, 2, 2), date(2024, 2, 29)))
    assert [one.row for one in found.figures] == [3, 4]
    assert [one.row for one in found.unlike] == [2, 5]
    given = evidence(*(figure(row, *span) for row, span in enumerate((year, JAN, FEB, MAR), start=2)))
    (fact,) = trajectory.measure(given)
    why = "for periods of another length than the rest, or for one that is there already"
    assert fact.says.endswith(f"1 figure is not counted, being {why}: row 2.")
    assert "not counted" not in trajectory.measure(evidence(figure(2, *JAN), figure(3, *FEB)))[0].says


@pytest.mark.parametrize(
    ("unit", "first", "used"),
    [
        ("%", [45.0, 44.0], [0.45, 0.44]),
        # Parts of 1 already, no share of a whole, and what no unit says.
        ("%", [0.45, 0.44], [0.45, 0.44]),
        ("% change", [45.0, 44.0], [45.0, 44.0]),
        ("share", [45.0, 44.0], [45.0, 44.0]),
    ],
)
def test_percentages_beside_counts_stand_on_one_scale(unit: str, first: list[float], used: list[float]) -> None:
    valued = [figure(row, *span, value=value) for row, span, value in zip((2, 3), (JAN, FEB), first, strict=True)]
    given = evidence(*valued, figure(4, *MAR, value=None, numerator=45.0, denominator=100.0))
    given = given.model_copy(
        update={"indicators": tuple(i.model_copy(update={"unit": unit}) for i in given.indicators)}
    )
    (found,) = all_series(given)
    assert [one.value for one in found.observations] == [*used, None]
    (alone,) = all_series(given.model_copy(update={"figures": tuple(valued), "worked_out": {}}))
    assert [one.value for one in alone.observations] == first


@pytest.mark.parametrize(
    ("spans", "places", "third"),
    [
        ((JAN, MAR), [0, 2], date(2024, 4, 1)),
        # A quarter entered a month late still has its own place, as has a week entered a few days late.
        ((*days(date(2024, 1, 1), 91), *days(date(2024, 5, 1), 92)), [0, 1], date(2024, 10, 1)),
        ((*days(date(2024, 1, 1), 7), *days(date(2024, 1, 18), 7)), [0, 2], date(2024, 1, 22)),
    ],
    ids=["months", "quarters", "weeks"],
)
def test_where_a_period_stands_and_when_the_fourth_starts(
    spans: tuple[Span, ...], places: list[int], third: date
) -> None:
    found = only(*spans)
    assert [one.period for one in found.observations] == places
    assert found.starts(0) == found.first
    assert found.starts(3) == third
    assert found.last == spans[-1][1]


@pytest.mark.parametrize(
    ("numbers", "used"),
    [
        ({"value": None}, False),
        ({"value": 9.9e99}, True),
        ({"value": 1e100}, False),
        ({"value": -1e100}, False),
        ({"value": float("nan")}, False),
        ({"value": None, "numerator": 1.0}, True),
        ({"value": None, "numerator": 0.0, "denominator": 1.0}, True),
        ({"value": None, "numerator": 0.0, "denominator": 0.0}, False),
        ({"value": None, "numerator": 0.0, "denominator": -1.0}, False),
        ({"value": None, "denominator": 1.0}, False),
        ({"value": None, "numerator": 1.0, "denominator": 1e100}, False),
    ],
)
def test_which_figures_are_used(numbers: dict[str, Any], used: bool) -> None:
    assert bool(all_series(evidence(figure(2, *JAN, **numbers)))) == used


def test_of_two_figures_for_a_period_and_of_two_entries_of_the_register_the_first_counts() -> None:
    given = evidence(figure(2, *JAN), figure(3, *JAN, value=5.0), figure(4, *FEB), indicators=("a", "b", "a"))
    (found,) = all_series(given)
    assert [one.row for one in found.figures] == [2, 4]
    assert found.indicator.row == 2
    assert [(one.resource, one.rows) for one in found.rows()] == [("figures", (2, 4)), ("register", (2,))]


def test_series_are_made_once_for_the_same_figures_and_register() -> None:
    given = evidence(figure(2, *JAN))
    made = all_series(given)
    assert all_series(given) is made
    assert all_series(given.model_copy(update={"log": ()})) is made
    longer = given.model_copy(update={"figures": (*given.figures, figure(3, *FEB))})
    assert len(all_series(longer)[0].figures) == 2
    assert len(all_series(given)[0].figures) == 1
    assert all_series(given.model_copy(update={"indicators": ()})) == ()


def test_rows_of_figures_and_of_the_log_come_in_order() -> None:
    figures = [figure(4, *JAN), figure(2, *JAN), figure(3, *JAN, resource="earlier")]
    plain = {"resource": "log", "raised_on": date(2024, 1, 1), "raised_by_role": "r", "team": "t", "scale": "one-case"}
    entries = [LogEntry(id=f"t{row}", row=row, aim="a", **plain) for row in (5, 3)]
    assert [(one.resource, one.rows) for one in by_resource(figures)] == [("earlier", (3,)), ("figures", (2, 4))]
    assert [(one.resource, one.rows) for one in by_resource(entries)] == [("log", (3, 5))]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2024, 1, 15), 0, date(2024, 1, 15)),
        (date(2024, 11, 15), 1, date(2024, 12, 15)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 1, 15), -1, date(2023, 12, 15)),
        (date(2024, 3, 15), 27, date(2026, 6, 15)),
        # Beyond the 28th it is the 28th, which every month has.
        (date(2023, 1, 28), 1, date(2023, 2, 28)),
        (date(2023, 1, 29), 1, date(2023, 2, 28)),
        (date(2023, 3, 31), 1, date(2023, 4, 28)),
    ],
)
def test_so_many_months_on(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (date(2024, 8, 1), date(2024, 8, 30), 0),
        (date(2024, 8, 1), date(2024, 8, 31), 1),
        (date(2024, 8, 12), date(2024, 9, 10), 0),
        (date(2024, 8, 12), date(2024, 9, 11), 1),
        (date(2023, 12, 15), date(2025, 1, 14), 13),
        (date(2024, 8, 1), date(2024, 6, 30), -1),
    ],
)
def test_whole_months_to_the_end_of_a_day(start: date, end: date, months: int) -> None:
    assert whole_months(start, end) == months


def test_words() -> None:
    assert month(date(2023, 4, 30)) == "April 2023"
    assert sureness(0.985) == "probability 0.98"
    assert sureness(0.99) == "probability 0.99"
    assert sureness(0.991) == "probability over 0.99"
