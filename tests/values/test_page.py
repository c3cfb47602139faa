"""What `docs/values.md` says is read is read so."""

import re
from pathlib import Path

import pytest

from inspector.values.dates import Dates
from inspector.values.day_forms import FIRST, LAST, PIVOT
from inspector.values.marks import MEANINGS, meaning, state
from inspector.values.moments import Moments
from inspector.values.numbers import Numbers
from inspector.values.periods import Periods

PAGE = (Path(__file__).parents[2] / "docs" / "values.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([^`]+)` \| (.+?) \|$", re.MULTILINE)


def rows(heading: str) -> list[tuple[str, str]]:
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return ROW.findall(part)


@pytest.mark.parametrize(("text", "read"), rows("Dates"))
def test_dates(text: str, read: str) -> None:
    assert (Dates.of([text]).read(text) or "no") == read.partition(" date")[0]


@pytest.mark.parametrize(("text", "read"), rows("Moments"))
def test_moments(text: str, read: str) -> None:
    assert (Moments.of([text]).read(text) or "no") == read.partition(" moment")[0]


@pytest.mark.parametrize(("text", "read"), rows("Periods"))
def test_periods(text: str, read: str) -> None:
    found = Periods.of([text]).read(text)
    assert found is not None
    assert f"{found.start} to {found.last}" == read


@pytest.mark.parametrize(("text", "read"), rows("Numbers"))
def test_numbers(text: str, read: str) -> None:
    assert (Numbers.of([text]).read(text) or "no") == read.partition(" number")[0]


@pytest.mark.parametrize(("mark", "says"), rows("Figures that are suppressed"))
def test_marks(mark: str, says: str) -> None:
    assert (state(mark), state(mark.upper()), meaning(mark)) == ("suppressed", "suppressed", says)


def test_the_page_has_every_letter_that_is_a_mark() -> None:
    shown = {mark for mark, _ in rows("Figures that are suppressed")}
    assert {mark for mark in MEANINGS if len(mark) == 1 and mark.isalpha()} - {"s"} <= shown


def test_the_bounds_that_the_page_names() -> None:
    assert f"up to {PIVOT} are of this century" in PAGE
    assert f"from {FIRST.year} to {LAST.year - 1}" in PAGE
