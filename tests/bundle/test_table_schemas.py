"""A table of one's own described by a Table Schema of the standard, by one of ours, in each of the places in the manifest."""

import csv
import io
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.bundle.reading import BundleReading, read_bundle
from inspector.model.problems import each

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "table_schemas.yaml").read_text(encoding="utf-8"))


def read(folder: Path, headings: list[str], rows: list[list[str]], said: dict[str, Any]) -> BundleReading:
    """A bundle of one table; `said` is what its resource says of the schema."""
    stream = io.StringIO()
    csv.writer(stream).writerows([headings, *rows])
    data = stream.getvalue().encode()
    (folder / "t.csv").write_bytes(data)
    seal = {"hash": f"sha256:{sha256(data).hexdigest()}", "bytes": len(data)}
    resource = {"name": "t", "path": "t.csv", "kind": "table", **seal, **said}
    period = {"start": "2024-01-01", "end": "2024-12-31"}
    manifest = {"name": "b", "title": "B", "authority": "A Council", "period": period, "resources": [resource]}
    (folder / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    return read_bundle(folder)


def errors(found: BundleReading) -> dict[int, list[str]]:
    """The fields at fault by row."""
    told: dict[int, list[str]] = {}
    for one in each(found.problems):
        if one.level == "error" and one.where.row:
            told.setdefault(one.where.row, []).append(str(one.where.field))
    return told


@pytest.mark.parametrize("written", [True, False], ids=["written out", "in a file"])
@pytest.mark.parametrize("case", [case for case in CASES if "rows" in case], ids=lambda case: case["name"])
def test_what_a_table_is_told(case: dict[str, Any], written: bool, tmp_path: Path) -> None:
    schema = case["schema"]
    (tmp_path / "t.json").write_text(json.dumps(schema), encoding="utf-8")
    headings = [field["name"] for field in schema["fields"]]
    found = read(tmp_path, headings, case["rows"], {"schema": schema if written else "t.json"})
    assert {row: sorted(set(names)) for row, names in errors(found).items()} == {
        row: sorted(names) for row, names in case["faults"].items()
    }
    assert not [one for one in found.problems if one.rule == "row-schema"]


@pytest.mark.parametrize("case", [case for case in CASES if "refused" in case], ids=lambda case: case["name"])
def test_what_cannot_be_read_is_refused_with_its_place(case: dict[str, Any], tmp_path: Path) -> None:
    found = read(tmp_path, ["a", "b"], [["x", "y"]], {"schema": case["schema"]})
    said = [one for one in each(found.problems) if one.rule == "row-schema" and one.level == "error"]
    assert any(case["refused"] in one.message for one in said), [one.message for one in said]
    assert all(one.where.file == "datapackage.json" for one in said)


OWN = {
    "properties": {"a": {"type": "integer"}, "b": {"type": ["string", "null"], "enum": ["x", None]}},
    "required": ["a", "b"],
}


def test_a_row_schema_has_a_place_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "own.json").write_text(json.dumps(OWN), encoding="utf-8")
    rows = [["1", "x"], ["2", ""], ["c", "y"]]
    beside = {"row_schema": "own.json", "schema": {"fields": [{"name": "a", "type": "string"}, {"name": "b"}]}}
    found = read(tmp_path, ["a", "b"], rows, beside)
    assert errors(found) == {4: ["a", "b"]}
    assert not [one for one in found.problems if one.rule == "row-schema"]


def test_the_old_place_is_read_and_asked_about(tmp_path: Path) -> None:
    (tmp_path / "own.json").write_text(json.dumps(OWN), encoding="utf-8")
    found = read(tmp_path, ["a", "b"], [["1", "x"], ["c", "y"]], {"schema": "own.json"})
    assert errors(found) == {3: ["a", "b"]}
    (asked,) = [one for one in each(found.problems) if one.rule == "row-schema"]
    assert asked.level == "query"
    assert '"row_schema": "own.json"' in asked.fix


def test_no_column_but_those_of_the_schema(tmp_path: Path) -> None:
    closed = {"properties": {"a": {"type": "string"}}, "additionalProperties": False}
    (tmp_path / "own.json").write_text(json.dumps(closed), encoding="utf-8")
    found = read(tmp_path, ["a", "c"], [["1", "x"]], {"row_schema": "own.json"})
    assert [(one.rule, one.level) for one in found.problems] == [("unknown-column", "error")]
    (tmp_path / "own.json").write_text(json.dumps(closed | {"additionalProperties": True}), encoding="utf-8")
    found = read(tmp_path, ["a", "c"], [["1", "x"]], {"row_schema": "own.json"})
    assert [(one.rule, one.level) for one in found.problems] == [("unknown-column", "query")]


def test_links_between_tables_by_the_standards_own_words(tmp_path: Path) -> None:
    fields = [{"name": "a", "type": "string"}]
    link = {"fields": "a", "reference": {"resource": "nowhere", "fields": "a"}}
    found = read(tmp_path, ["a"], [["1"]], {"schema": {"fields": fields, "foreignKeys": [link]}})
    (wrong,) = [one for one in each(found.problems) if one.rule == "row-schema" and "nowhere" in one.message]
    assert wrong.level == "error"
    link["reference"] = {"resource": "t", "fields": "a"}
    assert not read(tmp_path, ["a"], [["1"]], {"schema": {"fields": fields, "foreignKeys": [link]}}).problems
