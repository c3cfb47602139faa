"""Bytes as text: each encoding that spreadsheet programs write reads back; what parts the cells is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.values.encoding import decoded, delimiter

WORDS = "series,period,value\r\nChildren’s visits – £ é,2023-01,70\r\n"
NAMES = {
    "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16",
    "utf-32": "UTF-32", "cp1252": "Windows-1252",
}  # fmt: skip


@pytest.mark.parametrize("codec", NAMES)
def test_each_encoding_reads_back(codec: str) -> None:
    found = decoded(WORDS.encode(codec))
    assert found is not None
    assert (found.text, found.encoding, found.sure) == (WORDS, NAMES[codec], codec != "cp1252")


@given(st.text(st.characters(codec="cp1252", exclude_characters="\x00"), min_size=1))
def test_no_text_is_lost_in_utf_8_and_16(text: str) -> None:
    for codec in ("utf-8", "utf-8-sig", "utf-16"):
        found = decoded(text.encode(codec))
        assert found is not None
        assert (found.text, found.sure) == (text, True)


def test_bytes_that_are_no_text() -> None:
    assert decoded(b"\x00\x01\x02") is None
    assert decoded(b"") is not None


def test_one_damaged_letter_among_many_is_no_other_encoding() -> None:
    damaged = ("é" * 5).encode() + b"\xff"
    found = decoded(damaged)
    assert found is not None
    assert (found.encoding, found.sure, found.text) == ("UTF-8", False, "é" * 5 + "\ufffd")
    few = decoded(("é" * 4).encode() + b"\xff")
    assert few is not None
    assert few.encoding == "Windows-1252"


def test_utf_16_that_is_cut_off_is_not_sure() -> None:
    found = decoded(b"\xff\xfea\x00\x00\xd8")
    assert found is not None
    assert (found.encoding, found.sure) == ("UTF-16", False)


@pytest.mark.parametrize(("text", "mark"), [
    ("a,b\n1,2\n", ","), ("a;b\n1;2\n", ";"), ("a\tb\n1\t2\n", "\t"), ("a|b\n1|2\n", "|"), ("a\n1\n", ","), ("", ","),
    ("period;value\n2023-01;70,5\n2023-02;71,5\n", ";"), ("period\tvalue\n2023-01\t1,070\n", "\t"),
    ("Visits, by month, all teams\n\nperiod;value\n2023-01;70\n2023-02;71\n", ";"),
    ('"a;b;c","d"\n"e;f;g","h"\n', ","), ('a,"b;\nc;",d\n1,2,3\n', ","), ("a,b\n1;2;3,4\n5;6;7,8\n", ","),
])  # fmt: skip
def test_what_parts_the_cells(text: str, mark: str) -> None:
    assert delimiter(text) == mark
