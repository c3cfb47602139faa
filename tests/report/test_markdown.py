"""Markdown: text from data never becomes markup."""

import re

import pytest

from inspector.report import render
from inspector.report.harmless import code
from inspector.report.harmless import markdown as text
from tests.report.results import EXAMPLES, HOSTILE, hostile, result

MARKUP = re.compile(r"(?<!\\)[*_\[\]|~#!$<>]")


@pytest.mark.parametrize("given", HOSTILE)
def test_no_mark_is_left_to_itself(given: str) -> None:
    shown = text(given.replace("\n", " ").replace("\r", " "))
    assert not MARKUP.search(re.sub(r"&#?\w+;", "", shown))
    assert "://" not in shown
    assert "www." not in shown
    assert not re.match(r"\s*([-+=]|\d+[.)])", shown)


def test_plain_words_stay_plain() -> None:
    for words in ("8 of 8 teams took part; the longest gap was 0 months.", "2024-01-01 (by chance: 0.41)", "it's 14%"):
        assert text(words) == words


def test_a_name_cannot_end_its_code() -> None:
    assert code("gain-seen/x") == "`gain-seen/x`"
    assert code("a``b") == "``` a``b ```"


@pytest.mark.parametrize("place", range(len(HOSTILE)))
def test_hostile_text_adds_no_heading_table_or_line(place: int) -> None:
    def skeleton(markdown: str) -> list[str]:
        return [re.match(r"(#+ |\| |\|---|- |\d+\. )?", row).group() for row in markdown.splitlines()]  # type: ignore[union-attr]

    calm = render(hostile("x"), "markdown")
    wild = render(hostile(HOSTILE[place]), "markdown")
    assert skeleton(wild) == skeleton(calm)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", wild)


@pytest.mark.parametrize("example", EXAMPLES)
def test_tables_have_as_many_cells_as_columns(example: str) -> None:
    width = None
    for row in render(result(example), "markdown").splitlines():
        if row.startswith("|"):
            cells = len(re.findall(r"(?<!\\)\|", row))
            assert width in (None, cells)
            width = cells
        else:
            width = None
