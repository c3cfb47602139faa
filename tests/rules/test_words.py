from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.rules.words import fill, say
from tests.rules.small import pace


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (12, "12"),
        (12.0, "12"),
        (0.83, "0.83"),
        (1e-05, "0.00001"),
        (0.000123456789, "0.000123457"),
        (1234567.0, "1234567"),
        (-0.5, "-0.5"),
        (-0.0, "0"),
        (1e20, "100000000000000000000"),
        (True, "yes"),
        (False, "no"),
        (date(2024, 4, 1), "1 April 2024"),
        ("small", "small"),
    ],
)
def test_values_in_words(value: Any, words: str) -> None:
    assert say(value) == words


@given(st.floats(-1e9, 1e9))
def test_numbers_keep_six_digits_and_have_no_exponent(value: float) -> None:
    assert "e" not in say(value)
    assert float(say(value)) == pytest.approx(value, rel=1e-5, abs=1e-300)


def test_sentences() -> None:
    bound = {"pace": pace("p", count=3, last=date(2024, 4, 1))}
    assert fill("{pace.count} by {pace.last}; {pace.share}, {who.name}", bound) == (
        "3 by 1 April 2024; not stated, not stated"
    )
