"""`inspector manipulability` as an authority reads it."""

import json
from pathlib import Path

import pytest

from inspector.cli import _run


def test_the_table_of_an_example(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["manipulability", str(examples / "brackenshire")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("How open each indicator is")
    named = [line.split()[:2] for line in lines if line[:1].islower()]
    assert ["assessments-in-time", "high"] in named
    assert ["re-referrals", "low"] in named
    levels = [level for _, level in named if level in ("low", "moderate", "high")]
    assert levels == sorted(levels, key=("high", "moderate", "low").index)


def test_a_bundle_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(["manipulability", str(tmp_path / "nothing")]) == 2
    assert "no such file or folder" in capsys.readouterr().err


def test_json_and_the_page_say_what_the_table_says(examples: Path, tmp_path: Path) -> None:
    for form in ("json", "html"):
        assert _run(["manipulability", str(examples / "harrowmere"), "--format", form, "-o", str(tmp_path / form)]) == 0
    document, page = json.loads((tmp_path / "json").read_bytes()), (tmp_path / "html").read_text(encoding="utf-8")
    assert (document["format"], document["version"]) == ("inspector-manipulability", 1)
    assert document["authority"] in page
    assert document["indicators"]
    for one in document["indicators"]:
        assert one["title"] in page
        for reason in one["reasons"]:
            assert f"[{reason['opening']}]" in page
