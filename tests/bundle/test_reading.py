"""What a bundle that is right, or right in part, is read as."""

import csv
import io
import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from inspector.bundle import read_bundle
from inspector.bundle.schema import json_schema
from inspector.bundle.schema.cells import to_json
from inspector.model.evidence import Evidence, Rows
from inspector.model.problems import CannotComplete
from tests.bundle.builder import MANIFEST, build, seal, small, unfold

WRONG = {"change": [{"do": "replace", "file": "indicators.csv", "find": "17.5", "by": "many"}]}


def evidence(path: Path) -> Evidence:
    reading = read_bundle(path)
    assert reading.evidence is not None, reading.problems
    return reading.evidence


def test_cells_become_values(tmp_path: Path) -> None:
    read = evidence(build(tmp_path))
    assert (read.authority, read.invented) == ("Nowhere Council", True)
    assert (read.period_start, read.notified_on) == (date(2025, 1, 1), date(2025, 11, 1))
    assert read.indicators[0].deadline == 10
    assert read.indicators[0].definition_changes == (date(2025, 2, 1), date(2025, 3, 1))
    assert [(f.numerator, f.denominator, f.value) for f in read.figures] == [
        (40, 50, None), (42, 50, None), (None, None, 17.5)
    ]  # fmt: skip
    first, second = read.log
    assert (first.aim, first.spread_to, first.questions_target) == ("Fewer forms, sooner", ("South", "East"), False)
    assert first.recorded_at == datetime(2025, 1, 10, 16, 20, tzinfo=UTC)
    assert (second.follows, second.questions_target, second.indicator, second.spread_to) == ("a1", True, None, ())
    assert [p.days_to_hear_back for p in read.participation] == [4.5, None]
    assert [(d.row, d.days, d.count) for d in read.durations] == [(2, 9, 12), (3, 11, 3)]
    assert [(r.path, r.rows) for r in read.resources] == [
        ("indicator-register.csv", 2), ("indicators.csv", 3), ("improvement-log.csv", 2), ("participation.csv", 2),
        ("durations.csv", 2),
    ]  # fmt: skip
    assert read.left_out == ()


def as_json_rows(kind: str, text: str) -> bytes:
    schema = json_schema.schema(kind)
    rows = csv.DictReader(io.StringIO(text))
    values = [{k: to_json(v, schema["properties"][k]) for k, v in row.items() if v} for row in rows]
    return json.dumps(values).encode()


def test_the_same_rows_as_csv_and_as_json(tmp_path: Path) -> None:
    manifest, files = small()
    turned: dict[str, bytes] = {}
    for resource in manifest["resources"]:
        data = as_json_rows(resource["kind"], files[resource["path"]].decode())
        resource.update({"path": f"{resource['kind']}.json", "format": "json", **seal(data)})
        turned[resource["path"]] = data
    turned[MANIFEST] = json.dumps(manifest).encode()
    from_json = evidence(unfold(tmp_path / "json", turned))
    from_csv = evidence(build(tmp_path))
    for table in ("figures", "indicators", "log", "participation", "durations"):
        assert bare(from_json, table) == bare(from_csv, table)
        assert bare(from_csv, table)


def test_a_list_in_json_is_split_nowhere(tmp_path: Path) -> None:
    row = {"id": "a1", "raised_on": "2025-01-06", "raised_by_role": "manager", "team": "North", "scale": "one-case"}
    data = json.dumps([{**row, "aim": "Fewer forms", "spread_to": ["South; upper", "East"]}]).encode()
    manifest, files = small()
    manifest["resources"][2].update({"path": "log.json", "format": "json", **seal(data)})
    bundle = unfold(tmp_path / "b", {**files, "log.json": data, MANIFEST: json.dumps(manifest).encode()})
    assert evidence(bundle).log[0].spread_to == ("South; upper", "East")


def bare(read: Evidence, table: str) -> list[dict[str, Any]]:
    return [row.model_dump(exclude={"resource", "path"}) for row in getattr(read, table)]


def test_a_row_with_an_error_is_left_out_and_named(tmp_path: Path) -> None:
    read = evidence(build(tmp_path, WRONG))
    assert read.left_out == (Rows(resource="indicators.csv", rows=(4,)),)
    assert [figure.row for figure in read.figures] == [2, 3]


def test_spaces_and_empty_lines_do_not_change_what_is_read(tmp_path: Path) -> None:
    spaced = {"change": [{"do": "replace", "file": "durations.csv", "find": "\nv", "by": "\n\n v"}]}
    read = evidence(build(tmp_path / "spaced", spaced))
    assert [d.indicator for d in read.durations] == ["visits-on-time"] * 2
    assert [d.row for d in read.durations] == [3, 4]


def test_the_mapping_and_its_codes_are_obeyed(tmp_path: Path) -> None:
    case = {
        "change": [
            {"do": "replace", "file": "indicator-register.csv", "find": "better", "by": "Good is"},
            {"do": "replace", "file": "indicator-register.csv", "find": ",up,", "by": ",high,"},
        ],
        "manifest": [
            {"at": "resources.0.mapping", "to": {"fields": {"better": "Good is"}, "values": {"better": {"high": "up"}}}}
        ],
    }
    assert [i.better for i in evidence(build(tmp_path, case)).indicators] == ["up", "down"]


def test_the_digest_is_blind_to_packing_layout_and_folder_name(tmp_path: Path) -> None:
    folder = build(tmp_path)
    digest = read_bundle(folder).digest
    assert digest == read_bundle(build(tmp_path, {"zip": {}})).digest
    assert digest == read_bundle(build(tmp_path, {"zip": {"under": "within/"}})).digest
    shutil.copytree(folder, tmp_path / "of another name")
    manifest = json.loads((folder / MANIFEST).read_text())
    turned = dict(reversed(manifest.items()))
    (tmp_path / "of another name" / MANIFEST).write_text(json.dumps(turned, indent=7))
    assert digest == read_bundle(tmp_path / "of another name").digest


@pytest.mark.parametrize(
    "case", [WRONG, {"manifest": [{"at": "title", "to": "Another title"}]}], ids=["a cell", "the manifest"]
)
def test_the_digest_sees_every_change(tmp_path: Path, case: dict[str, Any]) -> None:
    assert read_bundle(build(tmp_path / "a")).digest != read_bundle(build(tmp_path / "b", case)).digest


def test_a_bundle_at_fault_is_not_evidence(tmp_path: Path) -> None:
    reading = read_bundle(build(tmp_path, {**WRONG, "unsealed": True}))
    assert (reading.evidence, reading.digest) == (None, None)
    assert {p.rule for p in reading.problems} == {"wrong-hash", "wrong-type"}


def test_a_manifest_of_far_too_many_resources_is_refused_at_once(tmp_path: Path) -> None:
    one = {"name": "a", "path": "a.csv", "kind": "durations", "hash": "sha256:" + "0" * 64, "bytes": 1}
    manifest = {"name": "b", "title": "B", "authority": "A", "period": {}, "resources": [one] * 100_000}
    (tmp_path / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(CannotComplete) as caught:
        read_bundle(tmp_path)
    (problem,) = caught.value.problems
    assert "100,000 resources" in problem.message


def test_one_file_named_many_times_is_read_once(tmp_path: Path) -> None:
    one = {"name": "a", "path": "a.csv", "kind": "durations", "hash": "sha256:" + "0" * 64, "bytes": 1}
    period = {"start": "2025-01-01", "end": "2025-12-31"}
    manifest = {"name": "b", "title": "B", "authority": "A", "period": period, "resources": [one] * 900}
    (tmp_path / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    (tmp_path / "a.csv").write_text("x\n", encoding="utf-8")
    problems = read_bundle(tmp_path).problems
    assert sum(problem.rule == "wrong-hash" for problem in problems) == 1


def test_no_path_of_the_machine_in_a_message(tmp_path: Path) -> None:
    one = {"name": "a", "path": "x" * 300 + ".csv", "kind": "durations", "hash": "sha256:" + "0" * 64, "bytes": 1}
    period = {"start": "2025-01-01", "end": "2025-12-31"}
    manifest = {"name": "b", "title": "B", "authority": "A", "period": period, "resources": [one]}
    (tmp_path / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert str(tmp_path) not in " ".join(problem.message for problem in read_bundle(tmp_path).problems)
