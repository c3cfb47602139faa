"""Ids as programs leave them: what two spellings of one id share, and what two ids never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.values import ids


@pytest.mark.parametrize(("one", "other", "differ"), [
    ("0012", "12", "leading zeros"), ("100001.0", "100001", "`.0` at its end"), ("'12", "12", "an apostrophe"),
    ("\u200b12", "12", "signs that cannot be seen"), ("AB12", "ab12", "capital letters"), ("A 12", "A12", "spaces"),
    ("A\u201312", "A-12", "the kind of hyphen"), ("1,000,001", "1000001", "commas between thousands"),
    ("000", "0", "leading zeros"),
])  # fmt: skip
def test_one_id_in_two_spellings(one: str, other: str, differ: str) -> None:
    assert ids.key(one) == ids.key(other)
    assert ids.differ(one, other) == differ


@pytest.mark.parametrize(("one", "other"), [
    ("100001", "11"), ("1001", "101"), ("100", "1"), ("12.5", "125"), ("A012", "A12"), ("12", "12a"), ("1,00", "100"),
    ("10.01", "10"),
])  # fmt: skip
def test_two_ids(one: str, other: str) -> None:
    assert ids.key(one) != ids.key(other)
    assert ids.differ(one, other) == ""


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_numbers_that_differ_are_two_ids(one: int, other: int) -> None:
    assert (ids.key(str(one)) == ids.key(str(other))) == (one == other)


@pytest.mark.parametrize(("text", "bare"), [
    ('="0012"', "0012"), (" '12 ", "12"), ("\ufeff12", "12"), ("A12", "A12"), ("''", "''"),
])  # fmt: skip
def test_what_cannot_be_meant_is_left_out(text: str, bare: str) -> None:
    assert ids.clean(text)[0] == bare
    assert bool(ids.clean(text)[1]) == (text != bare)


@pytest.mark.parametrize(
    ("text", "cut"), [("1.23E+11", True), ("1E+05", True), ("1E5x", False), ("12", False), ("E11", False)]
)
def test_a_power_of_ten(text: str, cut: bool) -> None:
    assert ids.powered(text) == cut
