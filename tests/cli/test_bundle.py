"""`inspector bundle` and what is wrong with what it is given: a clear word, exit code 2, and nothing written elsewhere."""

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from inspector.cli import _run
from tests.bundle.builder import build, seal, small, unfold

Capture = pytest.CaptureFixture[str]
LOG = "id,raised_on,raised_by_role,team,scale,aim\na1,2025-01-03,social worker,North,one-case,Quicker calls\n"
PERIOD = ("--from", "2024-01-01", "--to", "2025-12-31")


def bundle(*words: object) -> int:
    return _run(["bundle", *map(str, words)])


@pytest.fixture
def ours(tmp_path: Path, capsys: Capture) -> Path:
    assert bundle("new", tmp_path / "ours", "--authority", "Nowhere", *PERIOD) == 0
    capsys.readouterr()
    return tmp_path / "ours"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.csv"
    path.write_text(LOG)
    return path


def manifest(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "datapackage.json").read_text(encoding="utf-8")))


def change(folder: Path, by: Callable[[dict[str, Any]], object]) -> None:
    document = manifest(folder)
    by(document)
    (folder / "datapackage.json").write_text(json.dumps(document))


def all_files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


# Making


def dangling(folder: Path) -> Path:
    (folder / "link").symlink_to(folder / "nowhere")
    return folder / "link"


def below_a_file(folder: Path) -> Path:
    (folder / "file").write_text("x")
    return folder / "file" / "ours"


def too_long(folder: Path) -> Path:
    return folder / ("x" * 300)


@pytest.mark.parametrize("where", [dangling, below_a_file, too_long], ids=lambda one: one.__name__)
def test_no_bundle_can_be_made_there(where: Callable[[Path], Path], tmp_path: Path, capsys: Capture) -> None:
    assert bundle("new", where(tmp_path), "--authority", "Nowhere", *PERIOD) == 2
    assert "Inspector's own" not in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("words", [["--authority", "X", "--name", "Not A Name"], ["--authority", "  "]])
def test_a_manifest_that_would_not_do_is_not_written(words: list[str], tmp_path: Path, capsys: Capture) -> None:
    assert bundle("new", tmp_path / "b", *PERIOD, *words) == 2
    assert "[manifest]" in capsys.readouterr().err
    assert not (tmp_path / "b").exists()


def test_what_a_new_bundle_holds_is_the_same_each_time_and_safe_to_open(ours: Path, tmp_path: Path) -> None:
    assert bundle("new", tmp_path / "again", "--authority", "Nowhere", *PERIOD) == 0
    files = all_files(ours)
    assert files == all_files(tmp_path / "again")
    for path, data in files.items():
        if path.endswith(".csv"):
            assert not re.search(r'(^|,)"?[=+@\t-]', data.decode("utf-8-sig"), re.MULTILINE), path


def test_the_dictionary_can_be_read_as_a_page(ours: Path) -> None:
    page = (ours / "templates" / "data-dictionary.md").read_text(encoding="utf-8")
    assert "\n## improvement-log\n" in page
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}


# Adding


@pytest.mark.parametrize("link", ["log.csv", ".log.csv.new", ".datapackage.json.new"])
@pytest.mark.parametrize("there", [True, False])
def test_no_link_is_written_through(link: str, there: bool, ours: Path, log: Path, tmp_path: Path) -> None:
    outside = tmp_path / "precious"
    if there:
        outside.write_text("precious")
    (ours / link).symlink_to(outside)
    bundle("add", log, "--bundle", ours)
    assert bundle("add", log, "--bundle", ours, "--replace") == 0
    assert outside.exists() == there
    assert not there or outside.read_text() == "precious"
    assert not (ours / "log.csv").is_symlink()
    assert _run(["check", str(ours)]) == 0


def test_a_link_counts_as_a_file_that_is_there_already(ours: Path, log: Path, capsys: Capture) -> None:
    (ours / "log.csv").symlink_to(log)
    before = manifest(ours)
    assert bundle("add", log, "--bundle", ours) == 2
    assert "--replace" in capsys.readouterr().err
    assert manifest(ours) == before


def test_a_manifest_that_lies_elsewhere_is_not_touched(ours: Path, log: Path, tmp_path: Path, capsys: Capture) -> None:
    elsewhere = tmp_path / "theirs.json"
    shutil.move(ours / "datapackage.json", elsewhere)
    (ours / "datapackage.json").symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    for words in (["add", log, "--bundle", ours], ["seal", ours]):
        assert bundle(*words) == 2
        assert "[path-outside]" in capsys.readouterr().err
    assert elsewhere.read_bytes() == before


@pytest.mark.parametrize(("words", "told"), [
    (["--name", "Not A Name"], "has not the form"), (["--name", "one"], "name of another resource"),
    (["--kind", "improvement-log", "--part", "actions"], "no part of improvement-log"),
    (["--kind", "recommendations", "--part", "action"], "did you mean 'actions'"),
])  # fmt: skip
def test_words_that_would_spoil_the_manifest(
    words: list[str], told: str, ours: Path, log: Path, tmp_path: Path, capsys: Capture
) -> None:
    other = tmp_path / "other.csv"
    other.write_text(LOG)
    assert bundle("add", other, "--bundle", ours, "--name", "one") == 0
    before = all_files(ours)
    assert bundle("add", log, "--bundle", ours, *words) == 2
    assert told in capsys.readouterr().err
    assert all_files(ours) == before


@pytest.mark.parametrize(("name", "data", "rule"), [
    ("x.json", b"\xff\xfe\x00", "not-utf8"), ("x.json", b"[NaN]", "not-json"), ("x.json", b'{"a": 1}', "not-a-table"),
    ("x.json", b"[" * 5000, "not-json"), ("x.parquet", b"nonsense", "not-a-table"), ("x.parquet", b"", "not-a-table"),
    ("x.xlsx", b"PK\x03\x04nonsense", "not-a-workbook"), ("x.csv", b"", "no-header"), ("x.csv", b"PK\x03\x04", "wrong-ext"),
    ("x.csv", b"\xff\xfea\x00,\x00\x00\xd8", "not-utf8"), ("a\\b.csv", LOG.encode(), "path-outside"),
])  # fmt: skip
def test_files_that_are_not_what_they_say(
    name: str, data: bytes, rule: str, ours: Path, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / name).write_bytes(data)
    before = all_files(ours)
    assert bundle("add", tmp_path / name, "--bundle", ours, "--kind", "voice") == 2
    assert f"[{rule}" in capsys.readouterr().err
    assert all_files(ours) == before


def test_a_folder_that_cannot_be_written(
    ours: Path, log: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "log.csv")

    monkeypatch.setattr(os, "replace", refused)
    monkeypatch.setattr(Path, "replace", refused)
    before = all_files(ours)
    assert bundle("add", log, "--bundle", ours) == 2
    assert "Permission denied" in capsys.readouterr().err
    assert all_files(ours) == before


def test_headings_of_parquet_are_mapped_as_those_of_a_csv(ours: Path, tmp_path: Path) -> None:
    heads = {
        "id": "Ref",
        "raised_on": "Date raised",
        "scale": "Scale of test",
        "aim": "Aim of change",
        "team": "Team name",
    }
    row = dict(zip(LOG.splitlines()[0].split(","), LOG.splitlines()[1].split(","), strict=True))
    pl.DataFrame({heads.get(name, name): [cell] for name, cell in row.items()}).write_parquet(tmp_path / "log.parquet")
    assert bundle("add", tmp_path / "log.parquet", "--bundle", ours) == 0
    (resource,) = manifest(ours)["resources"]
    assert resource["kind"] == "improvement-log"
    assert resource["mapping"]["fields"]["raised_on"] == "Date raised"
    assert _run(["check", str(ours)]) == 0


def test_the_kind_of_a_json_file_is_found_by_its_keys(ours: Path, tmp_path: Path, capsys: Capture) -> None:
    row = dict(zip(LOG.splitlines()[0].split(","), LOG.splitlines()[1].split(","), strict=True))
    (tmp_path / "log.json").write_text(json.dumps([row]))
    assert bundle("add", tmp_path / "log.json", "--bundle", ours) == 0
    assert "taken for improvement-log: " in capsys.readouterr().out
    assert "mapping" not in manifest(ours)["resources"][0]
    assert _run(["check", str(ours)]) == 0


def test_a_name_from_the_data_does_not_drive_the_terminal(ours: Path, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "e\x1b[2J\x9bvil\u202e.csv"
    path.write_text(LOG.replace("aim\n", "aim,ai\x1b[2Jm\n").replace("calls\n", "calls,x\n"))
    assert bundle("add", path, "--bundle", ours, "--kind", "improvement-log") == 0
    assert bundle("seal", ours) == 0
    bundle("verify", ours)
    bundle("diff", ours, ours, "--format", "json")
    out = capsys.readouterr()
    assert not set("\x1b\x9b\u202e") & set(out.out + out.err)
    assert "vil" in out.out


# Sealing and verifying


def test_there_is_nothing_to_seal_in_an_empty_bundle(ours: Path, capsys: Capture) -> None:
    assert bundle("seal", ours) == 2
    assert bundle("verify", ours) == 2
    assert capsys.readouterr().err.count("[empty-bundle]") == 2


def test_lists_without_a_manifest_are_not_sealed(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "List 1.csv").write_text("Child Unique ID,Gender,Ethnicity,Date of Birth\n")
    assert bundle("verify", tmp_path) == 2
    assert "nothing is sealed" in capsys.readouterr().err


def log_of(document: dict[str, Any]) -> dict[str, Any]:
    return next(one for one in document["resources"] if one["kind"] == "improvement-log")


CHANGES: dict[str, tuple[Callable[[dict[str, Any]], object], int]] = {
    "nothing": (dict, 0),
    "the count": (lambda m: log_of(m).update(rows_count=999), 1),
    "the root": (lambda m: log_of(m).update(rows_root="sha256:" + "0" * 64), 1),
    "the hash": (lambda m: log_of(m).update(hash="sha256:" + "0" * 64), 1),
    "the size": (lambda m: log_of(m).update(bytes=1), 1),
    "the file": (lambda m: log_of(m).update(path="gone.csv"), 1),
    "how it is read": (lambda m: log_of(m).update(mapping={"fields": {"aim": "team", "team": "aim"}}), 1),
    "whether it can be read": (lambda m: log_of(m).update(format="xlsx"), 1),
    "no hash": (lambda m: log_of(m).pop("hash"), 2),
    "no resources": (lambda m: m.pop("resources"), 2),
    "a path outside": (lambda m: log_of(m).update(path="../x.csv"), 1),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_a_seal_notices(what: str, tmp_path: Path, capsys: Capture) -> None:
    path = build(tmp_path)
    assert bundle("seal", path) == 0
    by, code = CHANGES[what]
    change(path, by)
    capsys.readouterr()
    assert bundle("verify", path) == code
    shown = capsys.readouterr()
    assert "Inspector's own" not in shown.err
    assert ("The seal holds" in shown.out) == (code == 0)


def test_a_seal_does_not_mind_being_made_twice_or_packed(tmp_path: Path) -> None:
    path = build(tmp_path)
    assert bundle("seal", path) == 0
    before = all_files(path)
    assert bundle("seal", path) == 0
    assert all_files(path) == before
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", path)
    assert bundle("verify", packed) == 0
    assert bundle("diff", path, packed) == 0


# Comparing


def submission(folder: Path, log_rows: str) -> Path:
    document, files = small()
    data = (files["improvement-log.csv"].decode().splitlines()[0] + "\n" + log_rows).encode()
    log_of(document).update(seal(data))
    return unfold(folder, {**files, "improvement-log.csv": data, "datapackage.json": json.dumps(document).encode()})


def row(key: str, team: str = "North", aim: str = "Quicker calls") -> str:
    return f"{key},2025-01-06,social worker,{team},one-case,{aim},2025-01-08,2025-01-10,,,,,\n"


A, B, NO_KEY = row("a1"), row("a2"), row("")

COMPARED: dict[str, tuple[str, str, tuple[list[int], list[int], list[tuple[str, int, int]]]]] = {
    "the same": (A + B, A + B, ([], [], [])),
    "in another order": (A + B, B + A, ([], [], [])),
    "one more": (A, A + B, ([3], [], [])),
    "one less": (A + B, B, ([], [2], [])),
    "one rewritten": (A + B, B + row("a1", "South"), ([], [], [("a1", 2, 3)])),
    "one emptied": (A, row("a1", ""), ([], [], [("a1", 2, 2)])),
    "the same key once more": (A, A + row("a1", "South"), ([3], [], [])),
    "a key twice, both as before": (A + A, A + A, ([], [], [])),
    "a key twice, then once": (A + A, A, ([], [3], [])),
    "no key, as before": (A + NO_KEY, NO_KEY + A, ([], [], [])),
    "no key, rewritten": (A + NO_KEY, A + row("", "South"), ([3], [3], [])),
    "nothing before": ("", A, ([2], [], [])),
}


@pytest.mark.parametrize("what", COMPARED)
def test_what_became_of_each_row(what: str, tmp_path: Path, capsys: Capture) -> None:
    before, after, wanted = COMPARED[what]
    old, new = submission(tmp_path / "old", before), submission(tmp_path / "new", after)
    code = bundle("diff", old, new, "--format", "json")
    tables = json.loads(capsys.readouterr().out)["tables"]
    found = next(one for one in tables if one["kind"] == "improvement-log")
    rewritten = [(one["key"], one["row_before"], one["row_after"]) for one in found["rewritten"]]
    assert (found["added"], found["removed"], rewritten) == wanted
    assert code == int(bool(wanted[1] or wanted[2]))
    assert (found["rows_before"], found["rows_after"]) == (before.count("\n"), after.count("\n"))


def test_a_column_that_is_gone_was_rewritten_to_nothing(tmp_path: Path, capsys: Capture) -> None:
    old = build(tmp_path)
    new = tmp_path / "new"
    shutil.copytree(old, new)
    lines = (new / "indicators.csv").read_text().splitlines()
    (new / "indicators.csv").write_text("".join(line.rsplit(",", 1)[0] + "\n" for line in lines))
    bundle("seal", new)
    capsys.readouterr()
    assert bundle("diff", old, new) == 1
    assert capsys.readouterr().out.count("recorded_on was '2025-0") == 3
    assert bundle("diff", new, old) == 0


@pytest.mark.parametrize("words", [["diff", "{0}", "{0}/nowhere"], ["seal", "{0}/nowhere"], ["verify", "{0}/nowhere"]])
def test_where_there_is_no_bundle(words: list[str], tmp_path: Path, capsys: Capture) -> None:
    assert bundle(*(word.format(tmp_path) for word in words)) == 2
    assert "Inspector's own" not in capsys.readouterr().err
