"""Annex A submissions as a domain expert writes them in YAML: only what differs from a plain row is said."""

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

SCHEMAS = Path(__file__).parents[2] / "evidence" / "schemas" / "annex-a"
PLAIN = {"date": "2025-09-01", "integer": 1}
BLANK = {
    "cin_closure_date", "child_protection_plan_end_date", "date_ceased_to_be_looked_after", "date_of_adoption_order",
    "continuous_assessment_date_of_authorisation", "date_of_initial_child_protection_conference",
    "did_the_initial_child_protection_conference_result_in_a_child_protection_plan", "reason_for_closure",
    "reason_ceased_to_be_looked_after", "family_identifier",
    "date_of_decision_that_child_should_no_longer_be_placed_for_adoption",
    "reason_why_child_no_longer_placed_for_adoption", "date_of_leaving_adoption_process",
    "reason_for_leaving_adoption_process", "assessment_completion_date",
}  # fmt: skip


def schema(number: int) -> dict[str, Any]:
    return dict(json.loads((SCHEMAS / f"list-{number}.schema.json").read_text(encoding="utf-8")))


def plain(field: str, cell: dict[str, Any]) -> Any:
    """What stands in a column where a case says nothing."""
    if field in BLANK:
        return ""
    if cell.get("format") == "date":
        return date(2010, 5, 4) if field == "date_of_birth" else date(2025, 9, 1)
    if cell["type"] == "integer":
        return 15 if field.startswith("age") else 1
    if "enum" in cell:
        return cell["enum"][0]
    return "E1 6AN" if "postcode" in field else "North"


def grid(number: int, rows: list[dict[str, Any]], case: dict[str, Any]) -> list[list[Any]]:
    """The cells of a list, headings first, below the title rows that the case asks for."""
    properties = schema(number)["properties"]
    left_out = case.get("left_out", {}).get(number, [])
    fields = [field for field in properties if field not in left_out]
    renamed = case.get("headings", {})
    headings = [renamed.get(field, properties[field]["title"]) for field in fields]
    body = []
    for place, row in enumerate(rows, 1):
        given = {"child_unique_id": f"child-{place}", **row}
        unknown = set(given) - set(properties) - {"child_unique_id"}
        assert not unknown, unknown
        body.append([given.get(field, plain(field, properties[field])) for field in fields])
    return [*[["Annex A, April"]] * case.get("title_rows", 0), headings, *body]


def lists_of(case: dict[str, Any]) -> dict[int, list[dict[str, Any]]]:
    """All lists but those named in `missing`; those that the case does not speak of have no rows."""
    numbers = [n for n in range(1, 12) if n not in case.get("missing", [])]
    return {number: case.get("lists", {}).get(number, []) for number in numbers}


def workbook(path: Path, case: dict[str, Any]) -> Path:
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False})
    for number, rows in lists_of(case).items():
        sheet = book.add_worksheet(case.get("sheets", {}).get(number, f"List {number}"))
        write(sheet, grid(number, rows, case))
    for name, cells in case.get("more_sheets", {}).items():
        write(book.add_worksheet(name), cells)
    for number, place, formula, value in case.get("formulas", []):
        book.get_worksheet_by_name(f"List {number}").write_formula(place, formula, None, value)
    for number, area in case.get("merged", []):
        book.get_worksheet_by_name(f"List {number}").merge_range(area, "Child")
    book.close()
    return path


def write(sheet: Any, cells: list[list[Any]]) -> None:
    for r, row in enumerate(cells):
        for c, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(r, c, cell)
            elif cell != "":
                sheet.write(r, c, cell)


def folder(path: Path, case: dict[str, Any]) -> Path:
    path.mkdir()
    for number, rows in lists_of(case).items():
        stream = io.StringIO(newline="")
        cells = grid(number, rows, case)
        csv.writer(stream).writerows([c.strftime("%d/%m/%Y") if isinstance(c, date) else c for c in r] for r in cells)
        (path / f"list {number}.csv").write_text(stream.getvalue(), encoding="utf-8")
    return path
