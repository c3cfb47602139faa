"""Numbers in words: significant digits, all of them before the point, and no exponent for anything that somebody counts."""

import pytest

from inspector.model.words import number


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [
        (12870.0, 4, "12870"), (12873.4, 4, "12873"), (1234567.0, 6, "1234567"), (0.0, 4, "0"), (-0.0, 4, "0"),
        (0.0125, 4, "0.0125"), (1.5, 4, "1.5"), (99.96, 3, "100"), (0.00001234, 3, "0.0000123"), (-3.25, 2, "-3.2"),
        (999999999999999.0, 6, "999999999999999"), (1e15, 4, "1e+15"), (1e300, 4, "1e+300"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_people_write_it(value: float, digits: int, said: str) -> None:
    assert number(value, digits) == said
