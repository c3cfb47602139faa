"""What was found, read into the one form in which it is held against what a row says."""

import pytest

from inspector.proof.answers import normal


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-03-13", "2025-03-13"),
        ("13/03/2025", "2025-03-13"),
        ("2025-03-13 10:00", "2025-03-13"),
        ("2025-03-13T10:00:00.5+01:00", "2025-03-13"),
        ("2025-03-13 9:05 am", "2025-03-13"),
        ("March 2025", "2025-03"),
        ("2025-03-13 or 15", None),
        ("13/03/2025 or 15", None),
        ("14 or 16 March 2025", None),
        ("2025-03-13 (15?)", None),
        ("2025-03-13 10:00 or the day after", None),
        ("spring", None),
    ],
)
def test_a_day_is_one_day_or_one_month(text: str, day: str | None) -> None:
    assert normal("tested_on", text) == day


@pytest.mark.parametrize(("text", "number"), [("40", "40"), ("40.0", "40"), ("40 or 41", None), ("about 40", None)])
def test_a_number_is_one_number(text: str, number: str | None) -> None:
    assert normal("numerator", text) == number
