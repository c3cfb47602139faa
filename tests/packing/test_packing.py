"""An authority's analyst makes, fills, seals and compares bundles, from the command line."""

import csv
import json
import shutil
from pathlib import Path

import pytest
import xlsxwriter

from inspector.cli import _run
from inspector.packing import matching
from tests.bundle.builder import build, small, unfold

Capture = pytest.CaptureFixture[str]
LOG = (
    "Ref,Date raised,Raised by (role),Team name,Scale of test,Aim of change\n"
    "A1,2025-01-03,social worker,North,one case,Quicker calls\n"
    "A2,2025-02-03,manager,South,One-Team,Fewer forms\n"
)


def bundle(*words: object) -> int:
    return _run(["bundle", *map(str, words)])


@pytest.fixture
def empty(tmp_path: Path, capsys: Capture) -> Path:
    folder = tmp_path / "ours"
    assert bundle("new", folder, "--authority", "Nowhere", "--from", "2024-01-01", "--to", "2025-12-31") == 0
    capsys.readouterr()
    return folder


def manifest(folder: Path) -> dict[str, object]:
    return dict(json.loads((folder / "datapackage.json").read_text(encoding="utf-8")))


def test_a_new_bundle_is_one_that_has_no_evidence_yet(empty: Path, capsys: Capture) -> None:
    assert _run(["check", str(empty), "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out)["counts"] == {"empty-bundle": 1}
    with (empty / "templates" / "data-dictionary.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {"kind": "improvement-log", "field": "id"}.items() <= next(
        r for r in rows if r["kind"] == "improvement-log"
    ).items()
    assert len(rows) > 300


def test_every_template_can_be_added_as_what_it_is(empty: Path) -> None:
    for path in sorted((empty / "templates").glob("*.csv")):
        if path.name != "data-dictionary.csv":
            assert bundle("add", path, "--bundle", empty) == 0, path.name


@pytest.mark.parametrize("words", [
    ["--authority", "X", "--from", "2025-01-01", "--to", "2024-01-01"],
    ["--authority", "X", "--from", "yesterday", "--to", "2024-01-01"],
])  # fmt: skip
def test_a_period_that_is_none(words: list[str], tmp_path: Path) -> None:
    assert bundle("new", tmp_path / "b", *words) == 2
    assert not (tmp_path / "b").exists()


def test_nothing_is_written_over(empty: Path, tmp_path: Path, capsys: Capture) -> None:
    assert bundle("new", empty, "--authority", "X", "--from", "2024-01-01", "--to", "2025-01-01") == 2
    assert "[not-empty]" in capsys.readouterr().err
    log = tmp_path / "log.csv"
    log.write_text(LOG)
    assert bundle("add", log, "--bundle", empty) == 0
    log.write_text(LOG.replace("Quicker", "Slower"))
    before = manifest(empty)
    assert bundle("add", log, "--bundle", empty) == 2
    assert manifest(empty) == before
    assert "Quicker" in (empty / "log.csv").read_text()
    assert bundle("add", log, "--bundle", empty, "--replace") == 0
    assert len(manifest(empty)["resources"]) == 1  # type: ignore[arg-type]
    assert "Slower" in (empty / "log.csv").read_text()


def test_a_log_with_headings_and_codes_of_its_own(empty: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "our log.csv").write_text(LOG)
    assert bundle("add", tmp_path / "our log.csv", "--bundle", empty, "--recorded-by", "practice team") == 0
    out = capsys.readouterr().out
    assert "taken for improvement-log" in out
    assert _run(["check", str(empty)]) == 0
    (resource,) = manifest(empty)["resources"]  # type: ignore[misc]
    assert resource["mapping"]["fields"]["raised_on"] == "Date raised"
    assert resource["mapping"]["values"] == {"scale": {"One-Team": "one-team", "one case": "one-case"}}
    assert resource["recorded_by"] == "practice team"


def test_what_cannot_be_read_back_is_not_added(empty: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "log.csv").write_text(LOG.replace("Aim of change", "Zebra"))
    before = manifest(empty)
    assert bundle("add", tmp_path / "log.csv", "--kind", "improvement-log", "--bundle", empty) == 2
    shown = capsys.readouterr()
    assert "Added" not in shown.out + shown.err
    assert "Zebra" in shown.err
    assert "column aim is not there" in shown.err
    assert manifest(empty) == before
    assert not (empty / "log.csv").exists()
    words = ["--kind", "improvement-log", "--bundle", empty, "--map", "Zebra=aim"]
    assert bundle("add", tmp_path / "log.csv", *words) == 0
    assert "Added log.csv as improvement-log. 2 rows can be read." in capsys.readouterr().out
    assert _run(["check", str(empty)]) == 0


@pytest.mark.parametrize(("file", "words", "told"), [
    ("nothing.csv", [], "no such file"), ("log.csv", ["--kind", "improvment-log"], "did you mean 'improvement-log'"),
    ("plain.csv", [], "do not tell which kind"), ("datapackage.json", [], "no evidence"),
    ("odd.csv", ["--kind", "voice"], "NUL"),
])  # fmt: skip
def test_what_cannot_be_added_changes_nothing(
    empty: Path, tmp_path: Path, capsys: Capture, file: str, words: list[str], told: str
) -> None:
    (tmp_path / "log.csv").write_text(LOG)
    (tmp_path / "plain.csv").write_text("a,b\n1,2\n")
    (tmp_path / "datapackage.json").write_text("{}")
    (tmp_path / "odd.csv").write_bytes(b"a,b\n\x00,1\n")
    before = manifest(empty)
    assert bundle("add", tmp_path / file, "--bundle", empty, *words) == 2
    assert told in capsys.readouterr().err
    assert manifest(empty) == before
    assert not (empty / file).exists() or file == "datapackage.json"


def test_a_workbook_is_added_and_its_kind_found(empty: Path, tmp_path: Path, capsys: Capture) -> None:
    book = xlsxwriter.Workbook(tmp_path / "tracker.xlsx")
    sheet = book.add_worksheet("Recommendations")
    sheet.write_row(0, 0, ["Rec no", "Recommendation text", "Source", "Date made"])
    sheet.write_row(1, 0, ["R1", "Share the rota", "Inspection", "2025-01-10"])
    book.close()
    assert bundle("add", tmp_path / "tracker.xlsx", "--bundle", empty) == 0
    assert "recommendations" in capsys.readouterr().out
    assert _run(["check", str(empty)]) == 0


def test_the_seal_holds_until_a_byte_changes(tmp_path: Path, capsys: Capture) -> None:
    path = build(tmp_path)
    assert bundle("seal", path) == 0
    assert bundle("verify", path) == 0
    assert _run(["check", str(path)]) == 0
    text = (path / "durations.csv").read_text()
    (path / "durations.csv").write_text(text.replace(",12\n", ",13\n"))
    assert bundle("verify", path) == 1
    assert "wrong-hash" in capsys.readouterr().out
    assert bundle("seal", path) == 0
    assert bundle("verify", path) == 0


def test_rows_that_changed_under_a_new_hash_are_seen(tmp_path: Path, capsys: Capture) -> None:
    path = build(tmp_path)
    assert bundle("seal", path) == 0
    sealed = manifest(path)
    text = (path / "durations.csv").read_text()
    (path / "durations.csv").write_text(text.replace(",12\n", ",13\n"))
    assert bundle("seal", path) == 0
    again = manifest(path)
    for old, new in zip(sealed["resources"], again["resources"], strict=True):  # type: ignore[call-overload]
        new["rows_root"] = old["rows_root"]
    (path / "datapackage.json").write_text(json.dumps(again))
    capsys.readouterr()
    assert bundle("verify", path) == 1
    assert "rows-changed" in capsys.readouterr().out


def test_the_root_does_not_depend_on_the_form(tmp_path: Path) -> None:
    given, files = small()
    rows = list(csv.DictReader(files["durations.csv"].decode().splitlines()))
    typed = [{**row, "days": int(row["days"]), "count": int(row["count"])} for row in rows]
    unfold(tmp_path / "csv", {**files, "datapackage.json": json.dumps(given).encode()})
    other = json.loads(json.dumps(given))
    other["resources"][4].update({"path": "durations.json", "format": "json"})
    unfold(
        tmp_path / "json",
        {**files, "durations.json": json.dumps(typed).encode(), "datapackage.json": json.dumps(other).encode()},
    )
    roots = []
    for name in ("csv", "json"):
        assert bundle("seal", tmp_path / name) == 0
        roots.append(manifest(tmp_path / name)["resources"][4]["rows_root"])  # type: ignore[index]
    assert roots[0] == roots[1]


def test_added_removed_and_rewritten(tmp_path: Path, capsys: Capture) -> None:
    old = build(tmp_path)
    new = tmp_path / "new"
    shutil.copytree(old, new)
    lines = (new / "improvement-log.csv").read_text().splitlines()
    header, first, *others = lines
    moved = [header, *others[1:], first.replace("North", "Elsewhere"), first.replace(first.split(",")[0], "new-one", 1)]
    (new / "improvement-log.csv").write_text("\n".join(moved) + "\n")
    bundle("seal", old), bundle("seal", new)
    capsys.readouterr()
    assert bundle("diff", old, old) == 0
    assert "Both submissions say the same." in capsys.readouterr().out
    assert bundle("diff", old, new, "--format", "json") == 1
    tables = {one["kind"]: one for one in json.loads(capsys.readouterr().out)["tables"]}
    found = tables.pop("improvement-log")
    assert [len(found[key]) for key in ("added", "removed", "rewritten")] == [1, 1, 1]
    assert found["rewritten"][0]["changes"][0]["after"] == "Elsewhere"
    assert {one["state"] for one in tables.values()} == {"same"}
    assert bundle("diff", old, new) == 1
    assert "Elsewhere" in capsys.readouterr().out


def test_rewritten_history_is_asked_about(tmp_path: Path, capsys: Capture) -> None:
    old = build(tmp_path)
    new = tmp_path / "new"
    shutil.copytree(old, new)
    text = (new / "indicators.csv").read_text()
    assert ",17.5" in text
    (new / "indicators.csv").write_text(text.replace(",17.5", ",11.5"))
    bundle("seal", old), bundle("seal", new)
    capsys.readouterr()
    assert _run(["assess", str(new), "--earlier", str(old), "--format", "json"]) == 0
    traces = [t for t in json.loads(capsys.readouterr().out)["traces"] if t["probe"] == "rewritten-history"]
    assert [t["outcome"] for t in traces].count("strong-question") == 1
    assert _run(["assess", str(old), "--earlier", str(old), "--format", "json"]) == 0
    traces = [t for t in json.loads(capsys.readouterr().out)["traces"] if t["probe"] == "rewritten-history"]
    assert {t["outcome"] for t in traces} == {"clear"}


def test_proposals_are_certain_only_where_they_are_the_same() -> None:
    from inspector.bundle.schema import json_schema

    schema = json_schema.schema("voice")
    found = {
        one.theirs: (one.ours, one.sure) for one in matching.headings(["ID", "Period  Start", "Teme", "Zebra"], schema)
    }
    assert found["ID"] == ("id", "certain")
    assert found["Period  Start"] == ("period_start", "certain")
    assert found["Teme"][0] == "theme"
    assert found["Teme"][1] != "certain"
    assert "Zebra" not in found
