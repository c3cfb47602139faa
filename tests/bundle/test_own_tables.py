"""Tables of an authority's own, described by row schemas alone: the SSDA903 return of docs/evidence.md."""

import csv
import json
import re
import shutil
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import _run
from tests.bundle.builder import seal
from tests.shared_data import reference

ROOT = Path(__file__).parents[2]
HEADER = {
    "properties": {
        "CHILD": {"type": "string", "pattern": "^[0-9]+$"},
        "SEX": {"type": "string", "enum": ["1", "2"]},
        "DOB": {"type": "string", "format": "date"},
        "ETHNIC": {"type": "string", "minLength": 4, "maxLength": 4},
    },
    "required": ["CHILD", "SEX", "DOB"],
    "x-date-format": "%d/%m/%Y",
    "x-primary-key": ["CHILD"],
    "x-private": ["DOB"],
}


def documented() -> dict[str, Any]:
    """The row schema that the documentation shows."""
    blocks = re.findall(r"```json\n(.*?)```", (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8"), re.DOTALL)
    return dict(next(json.loads(block) for block in blocks if "x-date-format" in block))


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    episodes = documented()
    episodes["properties"]["CHILD"]["pattern"] = "^[0-9]+$"
    schemas = {"header": HEADER, "episodes": episodes}
    resources = []
    for name, schema in schemas.items():
        shutil.copyfile(reference(f"ssda903-sample/{name}.csv"), tmp_path / f"{name}.csv")
        if name == "episodes":
            _spoil(tmp_path / "episodes.csv")
        (tmp_path / f"{name}.schema.json").write_text(json.dumps(schema))
        sealed = seal((tmp_path / f"{name}.csv").read_bytes())
        resources.append(
            {"name": name, "path": f"{name}.csv", "kind": "table", "row_schema": f"{name}.schema.json", **sealed}
        )
    manifest = {
        "name": "ssda903", "title": "SSDA903", "authority": "Nowhere", "invented": True,
        "period": {"start": "2024-04-01", "end": "2025-03-31"}, "resources": resources,
    }  # fmt: skip
    (tmp_path / "datapackage.json").write_text(json.dumps(manifest))
    return tmp_path


def _spoil(path: Path) -> None:
    """Four rows more, each with a fault of its own; the sample has none of these."""
    with path.open(encoding="utf-8", newline="") as stream:
        first = next(csv.DictReader(stream))
    faults = [
        first,
        {**first, "DECOM": "05/05/2025", "DEC": "04/05/2025"},
        {**first, "DECOM": "06/05/2025", "DEC": "07/05/2025", "REC": ""},
        {**first, "CHILD": "1"},
    ]
    with path.open("a", encoding="utf-8", newline="") as stream:
        csv.DictWriter(stream, list(first)).writerows(faults)


def day(text: str) -> datetime:
    return datetime.strptime(text, "%d/%m/%Y")


def test_the_return_is_described_by_schemas_alone(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `check` finds is what a plain reading of the rows finds."""
    with (bundle / "episodes.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(enumerate(csv.DictReader(stream), 2))
    with (bundle / "header.csv").open(encoding="utf-8", newline="") as stream:
        children = {row["CHILD"] for row in csv.DictReader(stream)}
    keys: set[tuple[str, str]] = set()
    wanted: dict[str, list[int]] = {"date-order": [], "duplicate-key": [], "leads-nowhere": [], "missing-value": []}
    for number, row in rows:
        if row["DEC"] and day(row["DEC"]) < day(row["DECOM"]):
            wanted["date-order"].append(number)
        if row["DEC"] and not row["REC"]:
            wanted["missing-value"].append(number)
        if (row["CHILD"], row["DECOM"]) in keys:
            wanted["duplicate-key"].append(number)
        if row["CHILD"] not in children:
            wanted["leads-nowhere"].append(number)
        keys.add((row["CHILD"], row["DECOM"]))
    assert _run(["check", str(bundle), "--format", "json"]) in (0, 1)
    problems = [p for p in json.loads(capsys.readouterr().out)["problems"] if p["file"] == "episodes.csv"]
    found = {rule: sorted(p["row"] for p in problems if p["rule"] == rule) for rule in wanted}
    assert found == wanted
    assert sum(map(len, wanted.values())) > 0
    assert set(Counter(p["rule"] for p in problems)) <= {*wanted, "unknown-column", "unknown-code"}


def test_a_date_in_another_form_is_no_date(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (bundle / "header.csv").read_text()
    first = text.splitlines()[1].split(",")[2]
    (bundle / "header.csv").write_text(text.replace(first, "2007-13-45", 1))
    manifest = json.loads((bundle / "datapackage.json").read_text())
    manifest["resources"][0].update(seal((bundle / "header.csv").read_bytes()))
    (bundle / "datapackage.json").write_text(json.dumps(manifest))
    assert _run(["check", str(bundle), "--format", "json"]) == 1
    out = capsys.readouterr().out
    dates = [p for p in json.loads(out)["problems"] if p["rule"] == "no-such-date"]
    assert [p["row"] for p in dates] == [2]
    assert "2007-13-45" not in out
