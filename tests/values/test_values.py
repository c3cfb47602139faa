"""What people write in cells, as it is read: cases, and laws over every day and every order of the rows."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from inspector.values import date_faults, ids
from inspector.values.dates import DAY_FIRST, Dates
from inspector.values.marks import state
from inspector.values.moments import Moments
from inspector.values.numbers import Numbers

HERE = Path(__file__).parent
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def cases(name: str) -> Any:
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", cases("dates"), ids=lambda case: case["name"])
def test_dates(case: dict[str, Any]) -> None:
    words = {"short_years": case.get("short_years", True)}
    dates = Dates.of(list(case["column"]), case.get("prescribed"), case.get("epoch", 1900), **words)
    for text, wanted in case["column"].items():
        read = dates.read(text)
        if isinstance(wanted, date):
            assert read == wanted.isoformat(), text
        else:
            assert read is None, text
            assert wanted in " ".join(date_faults.fault(dates, text)), text
    assert dates.order == case["order"]
    assert {form.name: form.cells for form in dates.forms()} == case["forms"]


@pytest.mark.parametrize("case", cases("numbers"), ids=lambda case: case["name"])
def test_numbers(case: dict[str, Any]) -> None:
    numbers = Numbers.of(list(case["column"]), case.get("decimal"))
    for text, wanted in case["column"].items():
        read = numbers.read(text)
        assert wanted in " ".join(numbers.fault(text)) if read is None else read == wanted, (text, read)
    assert numbers.percent == case.get("percent", "none")


def test_marks() -> None:
    known = cases("marks")
    for wanted in ("figure", "blank", "suppressed"):
        assert {text: state(text) for text in known[wanted]} == dict.fromkeys(known[wanted], wanted)
    for text, also in known["also"].items():
        assert state(text) == "figure"
        assert state(text, also) == ("suppressed" if text in also else "figure")


@pytest.mark.parametrize(("one", "other", "wanted"), cases("ids"))
def test_ids(one: str, other: str, wanted: str) -> None:
    assert ids.differ(one, other) == ids.differ(other, one) == wanted


DAYS = st.dates(date(1951, 1, 1), date(2050, 12, 31))
FORMS = {
    "iso": lambda day: day.isoformat(),
    "slashes": lambda day: f"{day.day:02}/{day.month:02}/{day.year}",
    "short": lambda day: f"{day.day}/{day.month}/{day.year % 100:02}",
    "points": lambda day: f"{day.day}.{day.month}.{day.year}",
    "words": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "american words": lambda day: f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}",
    "dashes": lambda day: f"{day.day:02}-{MONTHS[day.month - 1][:3]}-{day.year % 100:02}",
    "digits": lambda day: f"{day.year}{day.month:02}{day.day:02}",
    "serial": lambda day: str((day - date(1899, 12, 30)).days),
    "midnight": lambda day: f"{day.day:02}/{day.month:02}/{day.year} 00:00:00",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_every_day_is_read_back_from_each_form(form: str, day: date) -> None:
    text = FORMS[form](day)
    assert Dates.of([text], DAY_FIRST).read(text) == day.isoformat()


@given(day=DAYS)
def test_every_day_is_read_back_from_a_workbook_of_1904(day: date) -> None:
    text = str((day - date(1904, 1, 1)).days)
    if len(text) == 5:
        assert Dates.of([text], epoch=1904).read(text) == day.isoformat()


@given(st.lists(st.tuples(DAYS, st.sampled_from(sorted(FORMS))), max_size=8), st.randoms(use_true_random=False))
def test_what_a_column_shows_does_not_hang_on_the_order_of_its_rows(made: list[tuple[date, str]], draw: Any) -> None:
    texts = [FORMS[form](day) for day, form in made]
    turned = draw.sample(texts, len(texts))
    for prescribed in (None, DAY_FIRST, "%m/%d/%Y"):
        one, other = Dates.of(texts, prescribed), Dates.of(turned, prescribed)
        assert one.order == other.order
        assert [one.read(text) for text in texts] == [other.read(text) for text in texts]
        assert one.forms() == other.forms()


@given(st.text("0123456789/-. ", min_size=5, max_size=11))
def test_no_day_is_read_whose_numbers_are_not_in_the_text(text: str) -> None:
    read = Dates.of([text]).read(text)
    if read is not None and not text.strip().replace(".", "").isdigit():
        year, month, day = (int(part) for part in read.split("-"))
        numbers = [int(part) for part in text.replace("/", " ").replace("-", " ").replace(".", " ").split()]
        assert sorted(n % 100 for n in numbers) == sorted((year % 100, month, day))


@given(st.text(max_size=70))
def test_any_text_is_read_or_told_and_no_fix_is_a_day_that_does_not_exist(text: str) -> None:
    dates, numbers, moments = Dates.of([text]), Numbers.of([text]), Moments.of([text])
    if (day := dates.read(text)) is not None:
        date.fromisoformat(day)
    else:
        assert all(isinstance(said, str) for said in date_faults.fault(dates, text))
    if (number := numbers.read(text)) is not None:
        float(number)
    else:
        assert numbers.fault(text)[0]
    assert moments.read(text) is not None or moments.fault(text)[0]
    assert state(text) in ("figure", "blank", "suppressed")


@given(st.integers(-(10**9), 10**9), st.integers(0, 999))
def test_a_number_with_marks_of_thousands_is_that_number(whole: int, part: int) -> None:
    text = f"{whole:,}.{part:03}1"
    assert float(Numbers.of([text]).read(text) or "nan") == float(text.replace(",", ""))
    turned = text.translate(str.maketrans(",.", ".,"))
    assert float(Numbers.of([turned]).read(turned) or "nan") == float(text.replace(",", ""))


@pytest.mark.parametrize(("text", "read"), [
    ("2024-07-01 00:30", "2024-07-01T00:30:00+01:00"), ("01/12/2024 09:15", "2024-12-01T09:15:00+00:00"),
    ("2024-06-30T23:30:00Z", "2024-06-30T23:30:00Z"), ("2024-07-01T00:30:00+0100", "2024-07-01T00:30:00+01:00"),
    ("1 July 2024 at 9:05 pm", "2024-07-01T21:05:00+01:00"), ("45474.5", "2024-07-01T12:00:00+01:00"),
    ("2024-10-27 01:30", "time came twice"), ("2024-03-31 01:30", "never came"), ("2024-02-30 10:00", "February 2024 has 29"),
    ("2024-07-01 25:00", "is not a moment"),
])  # fmt: skip
def test_moments(text: str, read: str) -> None:
    moments = Moments.of([text])
    found = moments.read(text)
    assert read in moments.fault(text)[0] if found is None else found == read


@given(st.datetimes(datetime(2000, 1, 1), datetime(2049, 12, 31)))
def test_a_moment_with_its_offset_is_that_moment(moment: Any) -> None:
    text = f"{moment.replace(microsecond=0).isoformat()}+01:00"
    assert Moments.of([text]).read(text) == text
