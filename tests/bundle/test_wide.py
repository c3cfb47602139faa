"""Scorecards in a bundle: what is read of them, and that every remark names the very cell."""

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
import yaml

from inspector.bundle import read_bundle
from inspector.cli import _run
from inspector.packing.wide import proposed
from tests.bundle.builder import seal

CASES = yaml.safe_load((Path(__file__).parent / "wide.yaml").read_text(encoding="utf-8"))


def cells(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.rstrip("\n").split("\n")]


def put(path: Path, grid: list[list[str]], sheet: str | None) -> Path:
    """The grid as a CSV, or as a workbook where a sheet is named; numbers are numbers there."""
    if sheet is None:
        path.with_suffix(".csv").write_text("\n".join(",".join(row) for row in grid) + "\n", encoding="utf-8")
        return path.with_suffix(".csv")
    with xlsxwriter.Workbook(path.with_suffix(".xlsx")) as book:
        page = book.add_worksheet(sheet)
        for row, line in enumerate(grid):
            for column, text in enumerate(line):
                page.write(row, column, float(text) if text.replace(".", "", 1).isdecimal() else text)
    return path.with_suffix(".xlsx")


def build(folder: Path, case: dict[str, Any]) -> Path:
    file = put(folder / "scores", cells(case["grid"]), case.get("workbook"))
    found = proposed(file)
    assert found is not None
    assert found.kind == case.get("kind", "indicators")
    if "then" in case:
        put(folder / "scores", cells(case["then"]), case.get("workbook"))
    told = {**found.resource, "path": file.name, **seal(file.read_bytes())}
    told["layout"] = {**told["layout"], **case.get("layout", {})}
    kinds = {"figures": found.kind}
    kinds |= {"register": "indicator-register"} if case.get("register", found.kind == "indicators") else {}
    manifest = {
        "name": "scores", "title": "Scores", "authority": "Nowhere Council", "invented": True,
        "period": {"start": "2025-01-01", "end": "2025-12-31"},
        "resources": [{"name": name, "kind": kind, **told} for name, kind in kinds.items()],
    }  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps(manifest))
    return folder


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_cases(case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = build(tmp_path, case)
    _run(["check", str(path), "--format", "json"])
    problems = json.loads(capsys.readouterr().out)["problems"]
    said = [(p["rule"], p["level"], p.get("row"), p.get("column")) for p in problems if p["rule"] != "register-open"]
    assert sorted(said, key=str) == sorted(
        ((one["rule"], one.get("level", "query"), one.get("row"), one.get("column")) for one in case["problems"]),
        key=str,
    ), problems
    for one in case["problems"]:
        texts = [p["message"] + p["fix"] for p in problems if p["rule"] == one["rule"]]
        assert any(one.get("told", "") in text for text in texts), texts
    evidence = read_bundle(path).evidence
    assert evidence is not None
    if "participation" in case:
        said = [[one.team, one.role, one.headcount, one.contributors] for one in evidence.participation]
        assert said == case["participation"]
        return
    assert (len(evidence.figures), len(evidence.indicators)) == (case["figures"], case["indicators"])


def test_a_figure_knows_its_row_and_its_counts_and_ids_come_from_titles(tmp_path: Path) -> None:
    case = next(one for one in CASES if one["case"].startswith("more counted"))
    evidence = read_bundle(build(tmp_path, case)).evidence
    assert evidence is not None
    first, *_ = evidence.figures
    assert (first.indicator, first.row, first.numerator, first.denominator) == ("re-referrals", 2, 18, 100)
    assert [(one.indicator, one.title, one.better, one.row) for one in evidence.indicators] == [
        ("re-referrals", "Re-referrals", "down", 2),
        ("plans-late", "Plans late", "down", 4),
    ]
    assert [(one.name, one.rows) for one in evidence.resources] == [("figures", 6), ("register", 2)]


def test_one_column_of_periods_is_first_and_last_days(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "who.csv"
    file.write_text(
        "Quarter,team,role,headcount,contributors\n2024/25 Q4,East,worker,9,4\n2025/26 Q1,East,worker,9,5\nsoon,East,worker,9,5\n"
    )
    mapping = {"fields": {"period_start": "Quarter", "period_end": "Quarter"}}
    resource = {
        "name": "who",
        "path": file.name,
        "kind": "participation",
        "mapping": mapping,
        **seal(file.read_bytes()),
    }
    manifest = {
        "name": "who", "title": "Who", "authority": "Nowhere Council", "period": {"start": "2025-01-01", "end": "2025-12-31"},
        "resources": [resource],
    }  # fmt: skip
    (tmp_path / "datapackage.json").write_text(json.dumps(manifest))
    _run(["check", str(tmp_path), "--format", "json"])
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert ("period-column", "query") in [(p["rule"], p["level"]) for p in problems]
    assert {p["row"] for p in problems if p["level"] == "error"} == {4}
    evidence = read_bundle(tmp_path).evidence
    assert evidence is not None
    assert [(str(one.period_start), str(one.period_end)) for one in evidence.participation] == [
        ("2025-01-01", "2025-03-31"),
        ("2025-04-01", "2025-06-30"),
    ]
