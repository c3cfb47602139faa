"""Files as others have them become evidence that can be read, without a line of JSON written by hand."""

import json
from pathlib import Path

import pytest

from inspector.cli import _run
from tests.packing.newcomers import FILES

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_added_as_what_it_is_and_can_be_checked(name: str, tmp_path: Path, capsys: Capture) -> None:
    write, kind = FILES[name]
    rows = write(tmp_path / name)
    bundle = str(tmp_path / "b")
    days = ("--from", "2025-04-01", "--to", "2026-03-31")
    assert _run(["bundle", "new", bundle, "--authority", "Example", *days]) == 0
    assert _run(["bundle", "add", str(tmp_path / name), "--bundle", bundle, "--yes"]) == 0, capsys.readouterr().err
    capsys.readouterr()
    _run(["check", bundle, "--format", "json"])
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [one for one in problems if one["level"] == "error"] == []
    assert not [one for one in problems if one["rule"] == "names-of-people"]
    resources = json.loads((tmp_path / "b" / "datapackage.json").read_text("utf-8"))["resources"]
    assert [one["kind"] for one in resources] == [kind]
    assert _run(["assess", bundle, "--format", "json"]) == 0
    read = json.loads(capsys.readouterr().out)["bundle"]["resources"]
    assert sum(one["rows"] for one in read) == rows
