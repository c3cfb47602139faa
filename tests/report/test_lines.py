import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.model.evidence import Rows
from inspector.report.lines import plain, ranges, rows_words


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


@given(st.lists(st.integers(1, 200)))
def test_ranges_lose_and_invent_no_row(numbers: list[int]) -> None:
    spread = [n for a, b in ranges(numbers) for n in range(a, b + 1)]
    assert spread == sorted(set(numbers))


def test_rows_in_words() -> None:
    rows = [Rows(resource="log.csv", rows=(2, 3, 4, 9)), Rows(resource="figures.csv", rows=(7,))]
    assert rows_words(rows) == "log.csv rows 2-4, 9; figures.csv row 7"
    assert rows_words([Rows(resource="a", rows=tuple(range(2, 42, 2)))], most=2) == "a rows 2, 4 and 18 more"
