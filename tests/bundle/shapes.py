"""Tables as people lay them out, written as workbooks and CSVs from the grids of a case."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.bundle.builder import MANIFEST, seal
from tests.bundle.test_workbook_budgets import od, od_row, ods

Case = dict[str, Any]


def workbook(case: Case) -> bytes:
    """The sheets of a case, ranges merged, sheets, rows and columns hidden as it says."""
    stream = io.BytesIO()
    hidden = case.get("hidden", {})
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for name, rows in case["sheets"].items():
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
            for area in case.get("merged", {}).get(name, ()):
                start = area.split(":")[0]
                sheet.merge_range(area, rows[int(start[1:]) - 1][ord(start[0]) - 65])
            for row in hidden.get("rows", {}).get(name, ()):
                sheet.set_row(row - 1, None, None, {"hidden": True})
            for column in hidden.get("columns", {}).get(name, ()):
                sheet.set_column(f"{column}:{column}", None, None, {"hidden": True})
            if name in hidden.get("sheets", ()):
                sheet.hide()
        seen = [name for name in case["sheets"] if name not in hidden.get("sheets", ())]
        book.get_worksheet_by_name(seen[0]).activate()
        book.get_worksheet_by_name(seen[0]).set_first_sheet()
    return stream.getvalue()


def open_document(case: Case) -> bytes:
    """The one sheet of a case as an ODS."""
    (rows,) = case["sheets"].values()
    width = max(map(len, rows))
    return ods("".join(od_row(*(od(str(cell)) for cell in [*row, *[""] * (width - len(row))])) for row in rows))


def lines(case: Case) -> bytes:
    """The CSV of a case, or its one sheet as a CSV, every row as long as the longest."""
    if "csv" in case:
        return ("\n".join(case["csv"]) + "\n").encode()
    (rows,) = case["sheets"].values()
    width = max(map(len, rows))
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([*row, *[""] * (width - len(row))] for row in rows)
    return stream.getvalue().encode()


def bundle(folder: Path, case: Case, form: str) -> Path:
    """A bundle of the one file."""
    data = {"csv": lines, "xlsx": workbook, "ods": open_document}[form](case)
    name = f"data.{form}"
    resource = {"name": "data", "path": name, "kind": case["kind"], **case.get("resource", {}), **seal(data)}
    if form == "csv":
        resource.pop("sheet", None)
    manifest = {
        "name": "shapes", "title": "Shapes", "authority": "Nowhere Council", "resources": [resource],
        "period": {"start": "2025-01-01", "end": "2025-12-31"},
    }  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    if "schema" in case:
        (folder / "own.schema.json").write_text(json.dumps(case["schema"]), encoding="utf-8")
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return folder
