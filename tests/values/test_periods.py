"""Columns of periods: the cases of periods.yaml, and laws that hold for any period however it is written."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.values.periods import Period, Periods, overlap

CASES = yaml.safe_load(Path(__file__).with_name("periods.yaml").read_text(encoding="utf-8"))
NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December")  # fmt: skip
DAYS = st.dates(date(2000, 1, 1), date(2049, 12, 1))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("name", case["texts"][0]))
def test_a_column_is_read(case: dict[str, Any]) -> None:
    found = Periods.of([*case["texts"], *case.get("none", ())], case.get("heading", ""))
    read = [found.read(text) for text in case["texts"]]
    assert None not in read
    one = read[0]
    assert one is not None
    assert (one.kind, one.start, one.last) == (case["kind"], case["first"], case["last"])
    assert [doubt.about for doubt in found.doubts] == case.get("doubts", [])
    assert overlap(found.together(case["texts"])) == case.get("shared", "")
    assert [text for text in case.get("none", ()) if found.read(text) is not None] == []


def written(day: date) -> list[str]:
    """The month of a day in every form that leaves nothing open among the months of one year."""
    name, year, month = NAMES[day.month - 1], day.year, day.month
    fiscal = year - (month < 4)
    return [
        f"{year}-{month:02d}", f"{name} {year}", f"{name[:3]} {year}", f"{name[:3]}-{year % 100:02d}", f"{month:02d}/{year}",
        f"{year} {name}", f"{year}M{month:02d}", f"{name} {fiscal}/{(fiscal + 1) % 100:02d}", f"{name[:3].upper()} {year}",
    ]  # fmt: skip


@given(DAYS)
def test_a_month_in_any_form_is_that_month(day: date) -> None:
    others = [f"{day.year}-{month:02d}" for month in range(1, 13)]
    for text in written(day):
        period = Periods.of([text, *others]).read(text)
        assert period is not None
        assert (period.kind, period.start) == ("month", day.replace(day=1))
        assert (period.last + timedelta(days=1)).day == 1


@given(DAYS)
def test_a_day_in_any_form_is_that_day(day: date) -> None:
    name = NAMES[day.month - 1]
    forms = (
        day.isoformat(), f"{day.isoformat()}T00:00:00", f"{day.day} {name} {day.year}", f"{day:%d-%b-%y}",
        f"{name} {day.day}, {day.year}", f"{day.day:02d}/{day.month:02d}/{day.year}", day.strftime("%Y%m%d"),
    )  # fmt: skip
    for text in forms:
        period = Periods.of([text, "31/12/1999"]).read(text)
        assert period == Period("day", day, day)


@given(st.integers(2000, 2098), st.integers(1, 4))
def test_a_financial_quarter_in_any_form_is_that_quarter(year: int, quarter: int) -> None:
    short = f"{(year + 1) % 100:02d}"
    start = date(year + quarter // 4, (4, 7, 10, 1)[quarter - 1], 1)
    for years in (f"{year}/{short}", f"{year}-{short}", f"{year}/{year + 1}", f"{year}{short}"):
        for text in (
            f"Q{quarter} {years}",
            f"{years} Q{quarter}",
            f"Qtr {quarter} {years}",
            f"{years} Quarter {quarter}",
        ):
            period = Periods.of([text]).read(text)
            assert period is not None
            assert (period.kind, period.start) == ("financial-quarter", start)


@given(DAYS)
def test_a_week_in_any_form_is_that_week(day: date) -> None:
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    year, week, _ = monday.isocalendar()
    forms = (
        f"{year}-W{week:02d}", f"{year}W{week:02d}", f"Week {week} {year}", f"w/c {monday:%d/%m/%Y}",
        f"week commencing {monday:%d %B %Y}", f"w/e {sunday:%d/%m/%Y}", f"Week ending {sunday:%d %b %Y}",
    )  # fmt: skip
    for text in forms:
        period = Periods.of([text, "31/12/1999"]).read(text)
        assert period == Period("week", monday, sunday)


TEXTS = st.lists(
    st.sampled_from([text for case in CASES for text in (*case["texts"], *case.get("none", ()))]),
    min_size=1,
    max_size=8,
)


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_decides_nothing(texts: list[str], shuffle: Any) -> None:
    other = list(texts)
    shuffle.shuffle(other)
    one, two = Periods.of(texts), Periods.of(other)
    assert one == two
    read = [text for text in texts if one.read(text)]
    by_text = dict(zip(read, one.together(read), strict=True))
    again = [text for text in other if one.read(text)]
    assert one.together(again) == [by_text[text] for text in again]
    assert overlap(by_text.values()) == overlap(reversed(by_text.values()))


@given(st.text(max_size=30))
def test_no_text_is_too_odd_for_a_period(text: str) -> None:
    period = Periods.of([text]).read(text)
    assert period is None or (1000 <= period.start.year <= 9000 and period.start <= period.last)


@given(st.integers(0, 200))
def test_a_long_text_is_no_period(more: int) -> None:
    text = "2024-05" + " " * more
    assert (Periods.of([text]).read(text) is not None) == (len(text) <= 80)
