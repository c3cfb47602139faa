"""`inspector contrast` as somebody reads it."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import _run

pytestmark = pytest.mark.usefixtures("once")


def both(bundle: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert _run(["contrast", str(bundle), "--format", "json"]) == 0
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return document


def test_good_on_paper_is_good_and_does_not_improve(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = both(examples / "good-on-paper", capsys)
    assert document["up_to_standard"]["rating"] == "Good on paper"
    assert document["doing_to_improve"]["verdict"] in ("not-trusted", "static", "slipping")


def test_quiet_improver_is_its_mirror(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = both(examples / "quiet-improver", capsys)
    assert document["up_to_standard"]["rating"] == "Below standard on paper"
    assert document["doing_to_improve"]["verdict"] == "improving"


def test_figures_without_targets_have_no_rating(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = both(examples / "published-figures", capsys)
    assert document["up_to_standard"]["rating"] == "No rating"


@pytest.mark.parametrize("name", ["brackenshire", "good-on-paper", "published-figures", "quiet-improver"])
def test_the_right_side_says_what_assess_says(examples: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    document = both(examples / name, capsys)["doing_to_improve"]
    assert _run(["assess", str(examples / name), "--format", "json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert document["verdict"] == whole["verdict"]["verdict"]
    assert [one["standing"] for one in document["standings"]] == [one["standing"] for one in whole["themes"]]
    assert {one["id"] for one in document["findings"]} <= {one["id"] for one in whole["findings"]}


def test_the_text_puts_both_questions_on_one_line_and_warns(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["contrast", str(examples / "good-on-paper")]) == 0
    text = capsys.readouterr().out
    lines = text.splitlines()
    assert any("ARE YOU UP TO STANDARD?" in line and "WHAT ARE YOU DOING TO IMPROVE?" in line for line in lines)
    assert any("WOULD-BE RATING: GOOD ON PAPER" in line and "VERDICT: " in line for line in lines)
    assert "what an inspection by standards would have said" in text
    assert "This is the wrong question." in text
    assert max(len(line) for line in lines) <= 110


def test_a_file_instead_of_the_screen(examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["contrast", str(examples / "quiet-improver"), "-o", str(tmp_path / "out.txt")]) == 0
    assert capsys.readouterr().out == ""
    assert "BELOW STANDARD ON PAPER" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_a_bundle_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["contrast", str(tmp_path / "nothing")]) == 2
    assert "no such file or folder" in capsys.readouterr().err


def test_a_framework_that_is_not_there(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["contrast", str(examples / "quiet-improver"), "--framework", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_rows_with_errors_are_refused_unless_told(
    examples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = tmp_path / "broken"
    shutil.copytree(examples / "quiet-improver", bundle)
    data = (bundle / "indicators.csv").read_bytes().replace(b"2023-04-30", b"2023-04-31", 1)
    (bundle / "indicators.csv").write_bytes(data)
    document = json.loads((bundle / "datapackage.json").read_text(encoding="utf-8"))
    sealed = next(one for one in document["resources"] if one["path"] == "indicators.csv")
    sealed.update(hash=f"sha256:{hashlib.sha256(data).hexdigest()}", bytes=len(data))
    (bundle / "datapackage.json").write_text(json.dumps(document), encoding="utf-8")
    assert _run(["contrast", str(bundle)]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "2023-04-31" in shown.err
    assert _run(["contrast", str(bundle), "--despite-problems"]) == 0
    assert "VERDICT" in capsys.readouterr().out
