"""A resource that its manifest says is a scorecard, opened."""

from dataclasses import replace
from typing import Any, Protocol

from inspector.bundle.open.content import Content, FileFacts
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.schema import json_schema
from inspector.bundle.tables import grids, wide
from inspector.bundle.tables.table import Table
from inspector.bundle.tables.workbook import ENDINGS, Sheet, sheets
from inspector.layout.wide_table import Grid
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error


class Opening(Protocol):
    """What takes a table, and remarks."""

    problems: list[Any]

    def take(self, table: Table, remarks: list[Problem]) -> None:
        """Take a table that was read."""


def opened(
    opening: Opening, resource: dict[str, Any], place: int, content: Content, found: FileFacts, form: str
) -> None:
    """Read a scorecard into `opening`. Raises Unreadable."""
    path, kind = resource["path"], resource["kind"]
    if "mapping" in resource:
        where = Where(file=MANIFEST, path=f"resources[{place}].mapping")
        message = "a scorecard is read by its layout; the mapping would not be used"
        opening.problems.append(error("mapping", where, message, fix="leave out the mapping, or the layout"))
    sheet: str | None = None
    decimal: str | None = None
    if form in ENDINGS:
        from inspector.bundle.tables.workbook_oddities import oddities

        data = content.all()
        opening.problems += oddities(data, path)
        one = _sheet(sheets(data, path), resource.get("sheet"), path)
        sheet = one.name
        grid: Grid = grids.of_sheet(one)
    elif form == ".csv":
        table = grids.of_csv(content, found)
        grid, decimal = table.grid, "," if table.delimiter == ";" else None
        opening.problems += table.remarks
    else:
        message = "a scorecard is read from CSV or a workbook"
        raise Unreadable(error("layout", Where(file=path), message, fix="leave the layout out"))
    schema = json_schema.schema(kind) if kind in wide.KINDS else {"properties": {}}
    made, remarks = wide.of_wide(grid, resource["layout"], resource["name"], path, kind, schema, sheet)
    opening.take(replace(made, decimal=decimal), remarks)


def _sheet(found: list[Sheet], wanted: Any, path: str) -> Sheet:
    if isinstance(wanted, str):
        one = next((sheet for sheet in found if sheet.name == wanted), None)
        if one is None:
            near = did_you_mean(wanted, [sheet.name for sheet in found])
            raise Unreadable(error("no-such-sheet", Where(file=path), f"there is no sheet {wanted[:60]!r}", fix=near))
        return one
    filled = [sheet for sheet in found if any(any(cell not in ("", None) for cell in row) for row in sheet.rows)]
    if len(filled) != 1:
        message = (
            f"{len(filled)} sheets have something in them, and the manifest does not say which holds the scorecard"
        )
        raise Unreadable(error("no-such-sheet", Where(file=path), message, fix="name it in the resource's `sheet`"))
    return filled[0]
