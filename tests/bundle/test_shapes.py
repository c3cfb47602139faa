"""Tables of any shape: what is read of them, row by row, and what is said, as a workbook and as a CSV."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.bundle import read_bundle
from inspector.bundle.tables.table import ROW
from inspector.cli import _run
from tests.bundle import shapes

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "shapes.yaml").read_text(encoding="utf-8"))
FIELDS = ["team", "role", "headcount"]
COMPARED = ("rule", "row", "column", "sheet", "header")


def forms(case: dict[str, Any]) -> list[str]:
    if "csv" in case:
        return ["csv"]
    more = {"both": ["csv"], "all": ["csv", "ods"]}
    return ["xlsx", *more.get(case.get("as", ""), [])]


EACH = [(form, case) for case in CASES for form in forms(case)]


@pytest.mark.parametrize(("form", "case"), EACH, ids=[f"{case['name']} ({form})" for form, case in EACH])
def test_what_is_read_and_said(
    form: str, case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shapes.bundle(tmp_path / "b", case, form)
    assert _run(["check", str(path), "--format", "json"]) in (0, 1, 2)
    problems = json.loads(capsys.readouterr().out)["problems"]
    left = [problem for problem in problems if problem["rule"] not in case.get("ignore", ())]
    for wanted in case["says"]:
        found = [problem for problem in left if fits(problem, wanted, form)]
        assert found, (wanted, left)
        left.remove(found[0])
    assert left == []
    for name, rows in case.get("reads", {}).items():
        assert read(path, name, case.get("fields", FIELDS)) == rows


def fits(problem: dict[str, Any], wanted: dict[str, Any], form: str) -> bool:
    keys = [key for key in COMPARED if key in wanted and not (key == "sheet" and form != "xlsx")]
    same = all(problem[key] == wanted[key] for key in keys) and problem["level"] == wanted.get("level", "query")
    return same and wanted.get("told", "") in problem["message"] + problem["fix"]


def read(path: Path, name: str, fields: list[str]) -> dict[int, list[str]]:
    kind, _, sheet = name.partition(" > ")
    (table,) = [one for one in read_bundle(path).tables if one.kind == kind and sheet in ("", one.sheet)]
    there = [field for field in fields if field in table.fields]
    return {row: cells for row, *cells in table.frame.select(ROW, *there).iter_rows()}
