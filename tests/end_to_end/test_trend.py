"""`inspector trend` as its user has it: its own process, a pipe that cannot show every character, bad files."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Run

STEP = "".join(f"visits,{2022 + i // 12}-{i % 12 + 1:02d},{(60, 79)[i >= 18] + i * 7 % 5},100\n" for i in range(36))
HEAD = "series,period,numerator,denominator\n"


def test_text_and_json(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "some.csv"
    path.write_text(HEAD + STEP, encoding="utf-8")
    text = run("trend", path)
    assert text.returncode == 0
    assert "sudden rather than gradual" in text.stdout
    document = run("trend", path, "--format", "json")
    assert json.loads(document.stdout)["series"][0]["call"] == "sudden-gain"
    assert document.stdout == run("trend", path, "--format", "json").stdout


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (HEAD + STEP + "bad,soon,1,2\n", 1, "row 38, column B period: error [not-a-period]"),
        (HEAD, 0, "No series."),
        ("", 2, "[no-headings]"),
        ("a,b\n1,2\n", 2, "[no-headings]"),
        ('series,period,value\n"x,2024-01,1\n', 2, "[unclosed-quote]"),
    ],
)
def test_bad_files(run: Run, tmp_path: Path, text: str, code: int, told: str) -> None:
    path = tmp_path / "some.csv"
    path.write_text(text, encoding="utf-8")
    done = run("trend", path)
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert (done.returncode, told in said) == (code, True), said


def test_no_such_file(run: Run) -> None:
    done = run("trend", "nowhere.csv")
    assert done.returncode == 2
    assert "nowhere.csv" in done.stderr


def test_a_baseline_too_short_to_mean_anything(run: Run) -> None:
    assert run("trend", "some.csv", "--baseline", "5").returncode == 2
