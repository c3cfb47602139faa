"""A manifest may hold anything: what the profile refuses is told with its place, and nothing of that resource is used."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from inspector.bundle import read_bundle
from inspector.bundle.open.manifest import read_manifest
from inspector.bundle.open.source import FolderSource
from inspector.bundle.schema import json_schema
from inspector.model.problems import CannotComplete, Problem, each
from inspector.model.remarks import Unreadable
from inspector.packing import adding
from inspector.packing.given import Given
from tests.bundle.builder import MANIFEST, seal, small
from tests.bundle.mutating import ODD, mutated

VALUES = [
    *ODD, "list-3", "list-1.csv", "own.csv", "voice.csv", "reviews.json", "own.schema.json", MANIFEST, "nosuch.csv",
    "../x.csv", "/etc/passwd",
    "a/" * 3000, "x" * 300, "http://example.org/x", "C:\\x", ".", "..", "a\u0000b", "voice", "case-records", "table", "exe",
    "csv", "json",
    "xlsx", "parquet", "actions", "factors", 3, 3.0, 99, 1e300, 0.1, -1, "sha256:", "sha256:" + "0" * 64,
    "SHA256:" + "0" * 64, "2025-01-01",
    "2025-13-01", "0001-01-01", "9999-12-31", {"start": "2025-01-01"}, {"start": 1, "end": 2}, {"start": "2025-12-31",
    "end": "2025-01-01"},
    {"fields": {"theme": 5}}, {"fields": ["theme"]}, {"values": {"theme": "x"}}, {"values": {"theme": {"a": 1}}},
    {"fields": {"theme": "topic"}},
    {"start": "2025-01-01", "end": "2025-12-31", "more": 1}, "\ud800x"[1:], "İ", "K", "ﬀ.csv",
]  # fmt: skip
WORDS = [
    "name", "path", "kind", "hash", "bytes", "part", "list", "sheet", "format", "schema", "mapping", "recorded_by",
    "extracted_at",
    "submitted_by", "period", "start", "end", "authority", "framework", "notified_on", "submitted_at", "resources",
    "invented", "encoding",
    "rows_root", "rows_count", "fields", "values", "dialect", "type", "title", "keywords", "licenses", "nosuch",
]  # fmt: skip
OWN = {
    "properties": {"ref": {"type": "string"}},
    "x-foreign-key": [{"field": "ref", "kind": "voice", "references": "id"}],
}


def full() -> tuple[dict[str, Any], dict[str, bytes]]:
    """The small bundle with a resource of every other sort, and every key that a resource may have."""
    manifest, files = small()
    more = {
        "voice.csv": b"id,period_start,period_end,group,topic\nv1,2025-01-01,2025-03-31,children,x\n",
        "reviews.json": b'[{"id": "c1", "reviewed_on": "2025-02-01", "went": "well", "approach": "systems"}]',
        "own.csv": b"ref\nv1\n",
        "list-1.csv": b"Child Unique ID,Gender,Date of Contact,Contact Source\nC1,a) Male,01/02/2025,x\n",
        "actions.csv": b"recommendation,id,action\nr1,a1,x\n",
    }
    files |= more | {"own.schema.json": json.dumps(OWN).encode()}
    provenance = {
        "recorded_by": "a",
        "source_system": "b",
        "extracted_at": "2025-01-01",
        "submitted_by": "c",
        "encoding": "utf-8",
    }
    said: dict[str, dict[str, Any]] = {
        "voice.csv": {
            "kind": "voice",
            "mapping": {"fields": {"theme": "topic"}, "values": {"group": {"kids": "children"}}},
            **provenance,
        },
        "reviews.json": {"kind": "case-reviews", "format": "json"},
        "own.csv": {"kind": "table", "row_schema": "own.schema.json", "rows_count": 1},
        "list-1.csv": {"kind": "case-records", "list": 1, "sheet": "x"},
        "actions.csv": {"kind": "recommendations", "part": "actions"},
    }
    for path, rest in said.items():
        manifest["resources"].append({"name": path.replace(".", "-"), "path": path, **rest, **seal(files[path])})
    return {**manifest, "framework": "munro", "keywords": ["a"], "licenses": [{}]}, files


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("manifests")
    for path, data in full()[1].items():
        (folder / path).write_bytes(data)
    return folder


def broken(listed: list[Any]) -> set[int]:
    """The places of the resources that the profile refuses, by `jsonschema` alone."""
    profile = json_schema.schema("bundle")["properties"]["resources"]["items"]
    validator = jsonschema.Draft202012Validator(profile, format_checker=json_schema.formats())
    return {place for place, one in enumerate(listed) if not validator.is_valid(one)}


def law(folder: Path, document: Any) -> str:
    """The law for one manifest; gives how far it was read."""
    (folder / MANIFEST).write_text(json.dumps(document), encoding="utf-8")
    try:
        reading = read_bundle(folder)
    except CannotComplete as failure:
        return "no manifest" if failure.problems else "no reason"
    told = list(each(reading.problems))
    assert all(one.where.file and one.message for one in told)
    left = _told(document, told, list(reading.resources))
    assert {table.path for table in reading.tables} <= {one["path"] for one in left}
    if reading.evidence is None:
        assert any(one.level == "error" for one in told)
        return "refused"
    assert reading.evidence.authority
    return "read"


def profile_law(folder: Path, document: Any) -> str:
    """The law without reading a table, which is quick."""
    (folder / MANIFEST).write_text(json.dumps(document), encoding="utf-8")
    try:
        manifest = read_manifest(FolderSource(folder))
    except Unreadable:
        return "no manifest"
    _told(document, manifest.problems, manifest.resources)
    days = [
        manifest.day(*keys) for keys in (("period", "start"), ("period", "end"), ("notified_on",), ("submitted_at",))
    ]
    assert all(day is None or day.year for day in days)
    assert isinstance(manifest.authority, str)
    assert manifest.framework is None or manifest.framework == document["framework"]
    return "refused" if any(one.level == "error" for one in manifest.problems) else "read"


def _told(document: Any, told: list[Problem], used: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every resource that the profile refuses is told of and not used; gives the rest."""
    found = document.get("resources")
    listed = found if isinstance(found, list) else []
    refused = broken(listed)
    about = [(int(at[1]), one) for one in told if (at := _PLACE.match(one.where.path or "")) and one.level == "error"]
    assert refused <= {place for place, _ in about}
    assert all(
        one.message.endswith(" is not read for that")
        for place, one in about
        if place in refused and one.where.file == MANIFEST
    )
    left = [one for place, one in enumerate(listed) if place not in refused]
    assert all(one in left for one in used)
    return left


_PLACE = re.compile(r"resources\[(\d+)\]")


def some(draw: random.Random) -> Any:
    """A changed manifest of a few of the resources."""
    whole = full()[0]
    return mutated({**whole, "resources": draw.sample(whole["resources"], 3)}, draw, odd=VALUES, words=WORDS)


def counted(folder: Path, draw: random.Random, times: int, of: Callable[[Path, Any], str]) -> Counter[str]:
    """How often each answer came."""
    answers: Counter[str] = Counter()
    for _ in range(times):
        document = some(draw)
        if isinstance(document, dict):
            try:
                answers[of(folder, document)] += 1
            except BaseException as failure:
                raise AssertionError(json.dumps(document)[:6000]) from failure
    return answers


@pytest.mark.parametrize("seed", range(4))
def test_a_changed_manifest_is_told_of_or_read(bundle: Path, seed: int) -> None:
    answers = counted(bundle, random.Random(f"manifests {seed}"), 500, profile_law)
    assert min(answers["refused"], answers["read"]) > 30, answers


@pytest.mark.parametrize("seed", range(2))
def test_a_changed_manifest_and_all_its_tables(bundle: Path, seed: int) -> None:
    answers = counted(bundle, random.Random(f"bundles {seed}"), 50, law)
    assert "no reason" not in answers
    assert min(answers["refused"], answers["read"]) > 1, answers


def test_the_whole_one_is_read(bundle: Path) -> None:
    assert law(bundle, full()[0]) == "read"


@pytest.mark.parametrize("name", [["x"], {"x": 1}, None, 5])
def test_a_bundle_with_a_name_that_is_none_can_be_added_to(tmp_path: Path, name: Any) -> None:
    manifest, files = full()
    manifest["resources"][0]["name"] = name
    for path, data in {**files, MANIFEST: json.dumps(manifest).encode()}.items():
        (tmp_path / path).write_bytes(data)
    assert (
        adding.add(tmp_path / "voice.csv", tmp_path, Given(kind="voice", replace=True)).resource["name"] == "voice-csv"
    )
