"""`inspector manipulability` as an authority reads it."""

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
