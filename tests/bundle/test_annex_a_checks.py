"""Every check of Annex A stands in the catalogue, is silent at its bound, and fires beside it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from inspector.bundle import problem_rules
from inspector.bundle.annex_a import between_lists, within_rows
from inspector.bundle.annex_a.catalogue import catalogue, of_list
from tests.bundle import annex_a
from tests.bundle.test_annex_a import said

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "annex_a.yaml").read_text(encoding="utf-8"))
WRITTEN = [one for one in catalogue() if one.part]
DAY, BEFORE = date(2025, 9, 1), date(2025, 8, 31)


@pytest.mark.parametrize("check", WRITTEN, ids=[one.check for one in WRITTEN])
def test_a_check_has_a_case_that_is_silent_and_one_that_fires(check: Any) -> None:
    cases = [case for case in CASES if case.get("check") == check.check]
    assert any(case["problems"] == [] for case in cases)
    fired = [problem for case in cases for problem in case["problems"] if problem["rule"] == check.rule]
    assert fired
    assert {problem.get("level", "query") for problem in fired} <= {check.level, "error"}


def test_the_catalogue_is_what_is_asked() -> None:
    assert {one.part for one in WRITTEN} == {*within_rows.CHECKS, *between_lists.CHECKS}
    assert {case["check"] for case in CASES if "check" in case} == {one.check for one in WRITTEN}
    names = [one.check for one in catalogue()]
    assert len(names) == len(set(names)) > 190
    for one in catalogue():
        assert one.rule in problem_rules.ids()
        assert one.level in ("query", "error")
        assert one.asks.endswith(".")
        assert one.source


@pytest.mark.parametrize("number", range(1, 12))
def test_days_of_a_row_are_in_order(number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same day is silent; the day before is told in that row and column, for every pair of the list."""
    schema = annex_a.schema(number)
    dates = [
        name for name, cell in schema["properties"].items() if cell.get("format") == "date" and name != "date_of_birth"
    ]
    pairs = schema["x-not-before"]
    rows = [dict.fromkeys(dates, DAY), *({**dict.fromkeys(dates, DAY), later: BEFORE} for later, _ in pairs)]
    path = annex_a.workbook(tmp_path / "a.xlsx", {"lists": {number: rows}})
    told = {
        (p["row"], p["header"], p["message"].partition(" is before ")[2].partition(" 2025")[0])
        for p in said(path, capsys)
        if p["rule"] == "date-order"
    }
    title = {name: cell["title"] for name, cell in schema["properties"].items()}
    assert {(place, title[later], title[earlier]) for place, (later, earlier) in enumerate(pairs, 3)} <= told
    assert not any(row == 2 for row, _, _ in told)


@pytest.mark.parametrize("number", range(1, 12))
def test_what_goes_together_is_given_together(number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema = annex_a.schema(number)
    cells = schema["properties"]

    def filled(name: str, code: str | None = None) -> Any:
        return code or (DAY if cells[name].get("format") == "date" else cells[name]["enum"][0])

    wanted, rows = set(), []
    for rule in schema.get("allOf", ()):
        (given,), (asked,) = rule["if"]["required"], rule["then"]["required"]
        code = rule["if"].get("properties", {}).get(given, {}).get("const")
        rows += [{given: filled(given, code), asked: ""}, {given: filled(given, code), asked: filled(asked)}]
        wanted.add((len(rows), cells[asked]["title"]))
    path = annex_a.workbook(tmp_path / "a.xlsx", {"lists": {number: rows}})
    told = {(p["row"], p["header"]) for p in said(path, capsys) if p["rule"] == "missing-value"}
    given = {cells[rule["then"]["required"][0]]["title"] for rule in schema.get("allOf", ())}
    assert {one for one in told if one[1] in given and one in wanted} == wanted
    assert len(list(of_list(number))) > 3
