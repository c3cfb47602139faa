"""Files as others have them become evidence that can be read, without a line of JSON written by hand."""

import json
from pathlib import Path

import pytest
import xlsxwriter

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


@pytest.mark.parametrize("sheet", [0, 1])
def test_a_file_with_names_is_refused_in_words_and_not_copied(sheet: int, tmp_path: Path, capsys: Capture) -> None:
    """The whole file would be copied, so that names in another of its sheets count as well."""
    names = ["Marl Oakden", "Tarn Fenby", "Wick Alderby", "Hale Quillan"]
    book = xlsxwriter.Workbook(tmp_path / "plan.xlsx")
    first, second = book.add_worksheet("Recommendations"), book.add_worksheet("Contacts")
    first.write_row(0, 0, ["Ref", "Recommendation", "Source", "Date made", "Owner"])
    second.write_row(0, 0, ["Team", "Lead"])
    for n, name in enumerate(names):
        owner, lead = (name, "Head of Service") if sheet == 0 else ("Head of Service", name)
        first.write_row(n + 1, 0, [f"R{n}", "Share the rota with all teams", "Ofsted", f"1{n}/05/2025", owner])
        second.write_row(n + 1, 0, [f"Team {n}", lead])
    book.close()
    bundle = str(tmp_path / "b")
    assert _run(["bundle", "new", bundle, "--authority", "Example", "--from", "2025-04-01", "--to", "2026-03-31"]) == 0
    assert _run(["bundle", "add", str(tmp_path / "plan.xlsx"), "--bundle", bundle, "--yes"]) == 2
    told = capsys.readouterr()
    assert "names of people" in told.err
    assert not any(name in told.err + told.out for name in names)
    assert not (tmp_path / "b" / "plan.xlsx").exists()
    words = ["--yes", "--names-may-travel"]
    assert _run(["bundle", "add", str(tmp_path / "plan.xlsx"), "--bundle", bundle, *words]) == 0
    told = capsys.readouterr()
    assert not any(name in told.err + told.out for name in names)
