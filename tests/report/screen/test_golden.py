"""One screen of every example, as somebody has read it: `INSPECTOR_UPDATE_GOLDEN=1` writes them anew, to be read again."""

from pathlib import Path

import pytest

from tests.end_to_end.test_assess import golden
from tests.report.results import EXAMPLES, result
from tests.report.screen.laid_out import fits, lines_of

FOLDER = Path(__file__).parent / "golden"


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("example", EXAMPLES)
def test_one_screen_of_an_example(example: str, columns: int) -> None:
    lines = lines_of(result(example), columns)
    fits(lines, columns)
    golden(FOLDER / f"{example}-{columns}.txt", "\n".join(lines) + "\n")


def test_one_screen_without_unicode() -> None:
    lines = lines_of(result("brackenshire"), 80, unicode=False)
    fits(lines, 80)
    assert all(line.isascii() for line in lines)
    golden(FOLDER / "brackenshire-ascii.txt", "\n".join(lines) + "\n")
