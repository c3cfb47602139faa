"""Months are said in English on every machine: no sentence takes a name from the locale."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import inspector
from inspector.model.months import month_year

HOUSE = Path(inspector.__file__).parent
NAMED = re.compile(r"%[-#]?[aAbBhpcxX]")
"""What `strftime` fills in by the locale: names of days and months, morning and afternoon, whole dates and times."""


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 1, 31), "January 2024"), (date(2024, 2, 29), "February 2024"), (date(2024, 3, 1), "March 2024"),
        (date(2023, 4, 30), "April 2023"), (date(2024, 5, 1), "May 2024"), (date(2024, 6, 15), "June 2024"),
        (date(2024, 7, 1), "July 2024"), (date(2024, 8, 1), "August 2024"), (date(2024, 9, 1), "September 2024"),
        (date(2024, 10, 1), "October 2024"), (date(2024, 11, 30), "November 2024"), (date(1999, 12, 31), "December 1999"),
    ],
)  # fmt: skip
def test_the_month_of_a_day_in_words(day: date, words: str) -> None:
    assert month_year(day) == words


def formats(path: Path) -> list[str]:
    """What a file hands to `strftime`, be it by name or within an f-string."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            found.append(ast.unparse(node.format_spec))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "strftime":
            found += [ast.unparse(argument) for argument in node.args]
    return found


def test_no_file_takes_names_from_the_locale() -> None:
    named = {path.name: text for path in HOUSE.rglob("*.py") for text in formats(path) if NAMED.search(text)}
    assert named == {}


def test_the_reader_finds_what_it_should(tmp_path: Path) -> None:
    file = tmp_path / "said.py"
    file.write_text("says = f'{day:%B %Y}'\nmore = day.strftime('%d %b')\n", encoding="utf-8")
    assert [bool(NAMED.search(text)) for text in formats(file)] == [True, True]
