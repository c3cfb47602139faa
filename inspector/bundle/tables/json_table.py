"""A JSON array of row objects as a table."""

from typing import Any

import polars as pl

from inspector.bundle.open import strict_json
from inspector.bundle.tables.table import BETWEEN, ROW, Table, of_frame
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, error, shown


def rows_of(data: bytes, path: str) -> list[dict[str, Any]]:
    """The row objects of a JSON file. Raises Unreadable."""
    rows = strict_json.parse(data, path)
    if not isinstance(rows, list):
        raise Unreadable(error("not-a-table", Where(file=path), "not an array of objects", "[{…}, {…}]"))
    may_have_nul = b"\\u0000" in data
    for place, row in enumerate(rows, 2):
        if not isinstance(row, dict):
            message = f"not an array of objects: one of its entries is {shown(row)}"
            raise Unreadable(error("not-a-table", Where(file=path, row=place), message, "[{…}, {…}]"))
        if may_have_nul and _has_nul(row):
            # It stands between the items of a list once they are cells.
            raise Unreadable(error("nul-byte", Where(file=path, row=place), "the row holds a NUL character"))
    return rows


def _has_nul(value: Any) -> bool:
    if isinstance(value, dict):
        return any("\x00" in name or _has_nul(one) for name, one in value.items())
    return any(map(_has_nul, value)) if isinstance(value, list) else isinstance(value, str) and "\x00" in value


def of_objects(rows: list[dict[str, Any]], name: str, path: str, kind: str, schema: dict[str, Any]) -> Table:
    """Row objects as a table of text cells. A row object may bring its `ROW`; else the first is row 2."""
    fields = [field for field in schema["properties"] if any(field in row for row in rows)]
    columns: dict[str, Any] = {field: [_cell(row.get(field)) for row in rows] for field in fields}
    places = [row.get(ROW, place) for place, row in enumerate(rows, 2)]
    frame = pl.DataFrame({ROW: places, **columns}, schema={ROW: pl.Int64, **dict.fromkeys(fields, pl.String)})
    return Table(name, path, kind, schema, of_frame(frame), {field: field for field in fields}, separator=BETWEEN)


def _cell(value: Any) -> str | None:
    if value is None or value == "" or value == []:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return BETWEEN.join(str(part) for part in value)
    return str(value)
