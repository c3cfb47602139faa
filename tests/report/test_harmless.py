"""Text from outside, made safe for each medium in one module."""

import ast
import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.report.harmless import annotation, cell, harmless, json_safe, json_string, markup, plain, xml_attribute
from inspector.report.markdown_cells import table
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Brackenshire", "Brackenshire"),
        ("Ynys Môn", "Ynys Môn"),
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("a\nb", "a\\nb"),
        ("safe\u202egnp.exe", "safe\\u202egnp.exe"),
        ("\ud800", "\\ud800"),
        ("tab\there", "tab\\there"),
    ],
)
def test_data_cannot_drive_a_terminal(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_whatever_the_text_only_printable_characters_are_left(text: str) -> None:
    shown = plain(text)
    shown.encode("utf-8")
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in shown)
    assert plain(shown) == shown


def test_every_text_of_a_document_is_made_harmless_and_nothing_else() -> None:
    given = {"a\x1b": ["\u202e", 1, 2.5, None, True, {"b": "c\nd"}], "e": "f"}
    assert harmless(given) == {"a\\x1b": ["\\u202e", 1, 2.5, None, True, {"b": "c\\nd"}], "e": "f"}


@pytest.mark.parametrize(("text", "written"), [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("@x", "'@x"), ("\tx", "'\\tx"), ("\rx", "'\\rx"), (" =1", "' =1"), ("＝1", "'＝1"),
    ("-5", "'-5"), ("5", "5"), ("a-b", "a-b"), ("2024-01-02", "2024-01-02"), ("'=1", "'=1"), ("", ""), ("Llŷn", "Llŷn"),
    ("a\x1b[2J", "a\\x1b[2J"), ("\u202eabc", "\\u202eabc"),
])  # fmt: skip
def test_what_is_quoted_in_a_cell_and_what_is_not(text: str, written: str) -> None:
    """Negative numbers are quoted too: they are what was found in somebody's data, not figures of ours."""
    assert cell(text) == written


def test_our_own_figures_are_not_quoted_in_a_cell() -> None:
    assert [cell(-5), cell(0.25), cell(7)] == ["-5", "0.25", "7"]


def test_a_table_of_markdown_quotes_what_a_table_of_csv_quotes() -> None:
    rows = table(["a"], [["＝1"], [" =1"], ["-5"], ["b"], [-5]]).splitlines()[2:]
    assert rows == ["| '＝1 |", "| ' =1 |", "| '-5 |", "| b |", "| \\-5 |"]


@given(st.text())
def test_json_stays_what_it_says(text: str) -> None:
    assert json.loads(json_string(text)) == text
    assert json.loads(json_safe(json.dumps({"a": text}, ensure_ascii=False))) == {"a": text}


@given(st.text())
def test_markup_and_attributes_read_back_as_plain_text(text: str) -> None:
    for part in (f"<a b={xml_attribute(text)}/>", f'<a b="{markup(text)}"/>'):
        assert ElementTree.fromstring(part).attrib["b"] == plain(text)
    assert (ElementTree.fromstring(f"<a>{markup(text)}</a>").text or "") == plain(text)


def test_a_workflow_command_stays_one_line_and_its_properties_stay_apart() -> None:
    assert annotation("50% of a,b:c\nnext") == "50%25 of a,b:c\\nnext"
    assert annotation("a,b:c", ",:") == "a%2Cb%3Ac"


def test_there_is_no_second_module_that_escapes() -> None:
    """What escaping is made of is imported in one place of the rooms that show something."""
    tools = {"html", "unicodedata", "xml.sax.saxutils"}
    # It measures how wide letters are, and escapes nothing.
    measures = {"report/screen/cells.py"}
    found = set()
    for room in ("cli", "contrast", "report", "trend"):
        for path in (ROOT / "inspector" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [node.module] if isinstance(node, ast.ImportFrom) and not node.level else []
                names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                if tools & set(names):
                    found.add(path.relative_to(ROOT / "inspector").as_posix())
    assert found - measures == {"report/harmless.py"}
