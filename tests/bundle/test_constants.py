"""Fields that the manifest fills: with one value or the number of the row, told once each, and never over a column."""

import json
from pathlib import Path
from typing import Any

import pytest

from inspector.bundle import read_bundle
from tests.bundle.builder import seal, unfold

HEAD = "when,team,what for"
ROWS = ["2025-02-01,East,Fewer calls", ",,", "2025-03-01,West,Shorter waits"]
FIELDS = {"raised_on": "when", "aim": "what for"}
SAID = {"id": "row-{row}", "raised_by_role": "worker", "scale": "one-team"}


def read(tmp_path: Path, constants: dict[str, Any], head: str = HEAD, values: dict[str, Any] | None = None) -> Any:
    data = "\n".join([head, *ROWS, ""]).encode()
    fields = {ours: theirs for ours, theirs in FIELDS.items() if theirs in head}
    mapping = {"fields": fields, "constants": constants, **({"values": values} if values else {})}
    log = {"name": "log", "path": "log.csv", "kind": "improvement-log", "mapping": mapping, **seal(data)}
    period = {"start": "2025-01-01", "end": "2025-12-31"}
    manifest = {"name": "b", "title": "B", "authority": "Nowhere Council", "period": period, "resources": [log]}
    return read_bundle(unfold(tmp_path / "b", {"datapackage.json": json.dumps(manifest).encode(), "log.csv": data}))


def test_every_row_has_the_value_and_an_empty_row_stays_empty(tmp_path: Path) -> None:
    found = read(tmp_path, SAID)
    assert [one for one in found.problems if one.level == "error"] == []
    entries = found.evidence.log
    assert [(one.id, one.raised_by_role, one.scale) for one in entries] == [
        ("row-2", "worker", "one-team"),
        ("row-4", "worker", "one-team"),
    ]


def test_each_is_told_once(tmp_path: Path) -> None:
    told = [one.message for one in read(tmp_path, SAID).problems if one.rule == "constant-column"]
    assert len(told) == 3
    assert all(any(name in one for one in told) for name in SAID)


@pytest.mark.parametrize(
    ("constants", "told"),
    [
        ({**SAID, "aims": "x"}, "no field of this kind"),
        ({**SAID, "team": "East"}, "'team' is read as team as well"),
    ],
)
def test_what_fills_no_field_or_one_that_has_a_column_is_an_error(
    tmp_path: Path, constants: dict[str, str], told: str
) -> None:
    errors = [one for one in read(tmp_path, constants).problems if one.level == "error"]
    assert [one.rule for one in errors] == ["mapping"]
    assert told in errors[0].message


def test_a_value_that_is_no_code_is_an_error(tmp_path: Path) -> None:
    rules = {one.rule for one in read(tmp_path, {**SAID, "scale": "huge"}).problems if one.level == "error"}
    assert rules == {"unknown-code"}


def test_what_is_not_filled_is_missing(tmp_path: Path) -> None:
    found = read(tmp_path, {"id": "row-{row}", "scale": "one-team"})
    assert [one.rule for one in found.problems if one.level == "error"] == ["missing-column"]


def test_a_code_that_is_null_says_that_nothing_is_known(tmp_path: Path) -> None:
    values = {"decision": {"2025-02-01": None, "2025-03-01": "adopt"}}
    found = read(tmp_path, {**SAID, "raised_on": "2025-01-05"}, "decision,team,what for", values)
    assert [one.decision for one in found.evidence.log] == [None, "adopt"]
