"""A scorecard added to a bundle: its layout proposed, its register from the same file, and what was said of it kept."""

import json
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import _run
from inspector.packing.wide import proposed

TEXT = (
    "Scorecard\nRef,Indicator,Good is,Apr-25,May-25,Jun-25,YTD\n"
    "1,Average caseload,Low,18.2,18.0,17.5,17.9\n2,Vacant posts,,3,2,1,2\n"
)


def made(folder: Path, text: str = TEXT) -> tuple[Path, Path]:
    bundle, file = folder / "b", folder / "scores.csv"
    assert (
        _run(["bundle", "new", str(bundle), "--authority", "Nowhere", "--from", "2025-01-01", "--to", "2025-12-31"])
        == 0
    )
    file.write_text(text, encoding="utf-8")
    return bundle, file


def resources(bundle: Path) -> dict[str, Any]:
    listed = json.loads((bundle / "datapackage.json").read_text())["resources"]
    return {one["name"]: one for one in listed}


def add(bundle: Path, file: Path, *more: str) -> int:
    return _run(["bundle", "add", str(file), "--bundle", str(bundle), *more])


REGISTER = ("--kind", "indicator-register", "--name", "register")


def test_a_scorecard_and_its_register_are_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle, file = made(tmp_path)
    assert add(bundle, file) == 0
    assert "columns A 'Ref', G 'YTD'" in capsys.readouterr().out
    assert add(bundle, file, *REGISTER) == 0
    assert "'Vacant posts'" in capsys.readouterr().out
    found = resources(bundle)
    assert {name: one["kind"] for name, one in found.items()} == {
        "scores": "indicators",
        "register": "indicator-register",
    }
    assert [one["indicator"] for one in found["register"]["layout"]["indicators"]] == [
        "average-caseload",
        "vacant-posts",
    ]


def test_what_is_said_of_an_indicator_stays_when_the_file_is_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle, file = made(tmp_path)
    assert (
        add(
            bundle,
            file,
            *REGISTER,
            "--codes",
            "better: Vacant posts=down",
            "--codes",
            "measure: Vacant posts=structure",
        )
        == 0
    )
    file.write_text(
        TEXT.replace("Jun-25,", "Jun-25,Jul-25,").replace("17.5,", "17.5,17.1,").replace("2,1,2", "2,1,1,2"),
        encoding="utf-8",
    )
    assert add(bundle, file, *REGISTER, "--replace") == 0
    layout = resources(bundle)["register"]["layout"]
    assert [one["at"] for one in layout["periods"]] == ["D", "E", "F", "G"]
    (said,) = (one for one in layout["indicators"] if one["title"] == "Vacant posts")
    assert (said["better"], said["measure"]) == ("down", "structure")
    capsys.readouterr()


def test_one_constant_stands_for_all_that_are_open_and_an_unknown_title_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle, file = made(tmp_path)
    assert add(bundle, file, *REGISTER, "--codes", "better: Vacant post=down") == 2
    assert "did you mean 'Vacant posts'?" in capsys.readouterr().err
    assert add(bundle, file, *REGISTER, "--constant", "better=up") == 0
    listed = resources(bundle)["register"]["layout"]["indicators"]
    assert [one["better"] for one in listed] == ["down", "up"]
    capsys.readouterr()


def test_a_register_of_which_nothing_is_said_is_not_added_and_told_how(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle, file = made(tmp_path, "Indicator,Apr-25,May-25,Jun-25\nVacant posts,3,2,1\n")
    assert add(bundle, file, *REGISTER) == 2
    assert "better: Vacant posts=up|down" in capsys.readouterr().err
    assert add(bundle, file) == 0
    capsys.readouterr()


def test_a_long_table_is_no_scorecard(tmp_path: Path) -> None:
    _, file = made(
        tmp_path, "indicator,period_start,period_end,value\na,2025-04-01,2025-04-30,3\na,2025-05-01,2025-05-31,4\n"
    )
    assert proposed(file) is None
    assert proposed(file, "participation") is None


def test_how_it_was_read_is_told_again_by_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle, file = made(tmp_path)
    assert add(bundle, file) == 0
    assert add(bundle, file, *REGISTER, "--constant", "better=down") == 0
    file = tmp_path / "who.csv"
    file.write_text(
        "Quarter,Team,Role,Headcount,Contributors\n2025/26 Q1,East,Worker,9,4\n2025/26 Q2,East,Worker,9,5\n"
    )
    assert add(bundle, file, "--kind", "participation") == 0
    capsys.readouterr()
    assert _run(["check", str(bundle), "--format", "json"]) == 0
    rules = [one["rule"] for one in json.loads(capsys.readouterr().out)["problems"]]
    assert rules.count("wide-table") == 1
    assert rules.count("period-column") == 1
