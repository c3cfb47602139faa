"""Figures in a long table: what the file says of its indicators becomes the register, and what it does not is asked for."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from inspector.cli import _run

Capture = pytest.CaptureFixture[str]
FALLS, LETTERS = "Falls with harm per 1,000 bed days", "Discharge letters sent within 24 hours (%)"
PLAIN = "Huddles that were begun before nine in the morning"


def _figures(path: Path, names: dict[str, str], heading: str | None) -> None:
    """A row a measure and week, as charts are exported; `names` to the words for the better direction."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        out = csv.writer(stream)
        out.writerow(["Metric", "Week ending", "Value", "UCL", *([heading] if heading else [])])
        for name, way in names.items():
            for week in range(20):
                last = date(2025, 4, 6) + timedelta(7 * week)
                out.writerow([name, last.strftime("%d/%m/%Y"), 20 + week % 3, 30, *([way] if heading else [])])


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert _run(["bundle", "new", "b", "--authority", "Example", "--from", "2025-03-31", "--to", "2026-03-31"]) == 0
    return tmp_path / "b"


def _add(*more: str) -> int:
    return _run(["bundle", "add", "spc.csv", "--bundle", "b", *more])


def _register(bundle: Path) -> dict[str, str]:
    with (bundle / "indicator-register.csv").open(encoding="utf-8", newline="") as stream:
        return {row["title"]: row["better"] for row in csv.DictReader(stream)}


def test_the_direction_that_stands_beside_each_figure_is_read(bundle: Path, capsys: Capture) -> None:
    _figures(bundle.parent / "spc.csv", {FALLS: "Decrease", LETTERS: "Increase"}, "Improvement is")
    assert _add() == 0
    assert _add("--kind", "indicator-register", "--name", "register") == 0
    assert _register(bundle) == {FALLS: "down", LETTERS: "up"}
    capsys.readouterr()
    assert _run(["assess", "b", "--format", "json"]) == 0
    lines = {one["title"]: one for one in json.loads(capsys.readouterr().out)["pictures"]["lines"]}
    assert {title: (len(one["values"]), one["starts"][0]) for title, one in lines.items()} == {
        FALLS: (20, "2025-03-31"),
        LETTERS: (20, "2025-03-31"),
    }


def test_a_direction_that_nobody_says_is_asked_for_and_nothing_is_written(bundle: Path, capsys: Capture) -> None:
    _figures(bundle.parent / "spc.csv", {PLAIN: ""}, None)
    assert _add() == 0
    capsys.readouterr()
    assert _add("--kind", "indicator-register", "--yes") == 2
    assert f'--codes "better: {PLAIN}=up|down"' in capsys.readouterr().err
    assert not (bundle / "indicator-register.csv").exists()
    assert _add("--kind", "indicator-register", "--codes", f"better: {PLAIN}=up") == 0
    assert _register(bundle) == {PLAIN: "up"}


def test_what_a_title_makes_likely_is_taken_only_with_yes_and_the_rest_is_named(bundle: Path, capsys: Capture) -> None:
    _figures(bundle.parent / "spc.csv", {"Sickness absence of staff": "", PLAIN: ""}, None)
    assert _add() == 0
    assert _add("--kind", "indicator-register") == 2
    capsys.readouterr()
    assert _add("--kind", "indicator-register", "--yes") == 0
    assert _register(bundle) == {"Sickness absence of staff": "down"}
    assert f"not said which direction is better for {PLAIN!r}" in capsys.readouterr().out


def test_rows_that_disagree_on_the_direction_say_none(bundle: Path) -> None:
    _figures(bundle.parent / "spc.csv", {FALLS: "Decrease", PLAIN: "Increase"}, "Improvement is")
    text = (bundle.parent / "spc.csv").read_text("utf-8").replace("Increase", "Decrease", 1)
    (bundle.parent / "spc.csv").write_text(text, "utf-8")
    assert _add("--kind", "indicators") == 0
    assert _add("--kind", "indicator-register") == 0
    assert _register(bundle) == {FALLS: "down"}
