"""Read a table of the bundle (CSV or JSON) as text cells under our own field names, with the rows they stood in."""

from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from inspector.bundle import csv_text, documents, strict_json
from inspector.bundle.headings import Mapping, match
from inspector.bundle.remarks import Unreadable, error, query
from inspector.model.problems import Problem, Where

ROW = "\x00row"
_BETWEEN = "\x00"
"""Between the parts of a list that came as JSON, whose texts may hold semicolons."""


@dataclass(frozen=True)
class Table:
    """A table as text: one column a field of the schema (absent cells null), and `ROW`, the row in the file.

    `headings` gives the authority's own heading for each field that is there; `separator` stands between the parts of a
    cell that is a list.
    """

    name: str
    path: str
    kind: str
    frame: pl.DataFrame
    headings: dict[str, str]
    separator: str = ";"

    def where(self, row: int | None, field: str | None) -> Where:
        """A place in this table, by the authority's own heading."""
        return Where(file=self.path, row=row, field=self.headings.get(field, field) if field else None)


def read_csv(data: bytes, name: str, path: str, kind: str, mapping: Mapping | None) -> tuple[Table, list[Problem]]:
    """A CSV as a table. Raises Unreadable where the file as a whole cannot be read."""
    text = csv_text.decoded(data, path)
    problems: list[Problem] = []
    if data.startswith(b"\xef\xbb\xbf"):
        message = "the file begins with a byte-order mark, which was left out"
        problems.append(query("byte-order-mark", Where(file=path), message))
    frame = csv_text.parsed(text, path)
    if frame.height == 0:
        raise Unreadable(error("no-header", Where(file=path), "the file is empty", "a line of headings"))
    headings = ["" if cell is None else str(cell).strip() for cell in frame.row(0)]
    fields, remarks = match(headings, documents.schema(kind), mapping, path)
    problems += [*remarks, *csv_text.short_rows(text, frame, path)]
    body = frame.slice(1).with_columns(pl.int_range(2, frame.height + 1, dtype=pl.Int64).alias(ROW))
    columns = {field: frame.columns[place] for field, place in fields.items()}
    chosen = body.select(ROW, *(pl.col(column).alias(field) for field, column in columns.items()))
    own = {field: headings[place] for field, place in fields.items()}
    table = Table(name, path, kind, chosen, own, documents.schema(kind).get("x-separator", ";"))
    return _tidied(table, mapping, problems)


def read_json(data: bytes, name: str, path: str, kind: str) -> tuple[Table, list[dict[str, Any]]]:
    """A JSON array of row objects as a table, and the rows as they are. Raises Unreadable."""
    rows = strict_json.parse(data, path)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unreadable(error("not-a-table", Where(file=path), "not an array of objects", "[{…}, {…}]"))
    schema = documents.schema(kind)
    fields = [field for field in schema["properties"] if any(field in row for row in rows)]
    columns: dict[str, Any] = {field: [_cell(row.get(field)) for row in rows] for field in fields}
    frame = pl.DataFrame(
        {ROW: list(range(2, len(rows) + 2)), **columns},
        schema={ROW: pl.Int64, **dict.fromkeys(fields, pl.String)},
    )
    return Table(name, path, kind, frame, {field: field for field in fields}, _BETWEEN), rows


def _cell(value: Any) -> str | None:
    if value is None or value == "" or value == []:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return _BETWEEN.join(str(part) for part in value)
    return str(value)


def _tidied(table: Table, mapping: Mapping | None, problems: list[Problem]) -> tuple[Table, list[Problem]]:
    """Spaces around cells taken off, visibly; codes mapped; empty cells and rows made absent."""
    fields = [column for column in table.frame.columns if column != ROW]
    bare = table.frame.with_columns(pl.col(field).str.strip_chars().alias(field) for field in fields)
    for field in _changed(table.frame, bare, fields):
        moved = table.frame.filter(table.frame[field] != bare[field])[ROW].to_list()
        message = f"spaces around the cell were left out ({len(moved)} {'cell' if len(moved) == 1 else 'cells'})"
        problems.append(query("spaces-around", table.where(moved[0], field), message))
    for field, codes in (mapping.values if mapping else {}).items():
        if field in fields:
            bare = bare.with_columns(pl.col(field).replace(codes))
    empty = (
        pl.all_horizontal(pl.col(field).is_null() | (pl.col(field) == "") for field in fields)
        if fields
        else pl.lit(False)
    )
    full = bare.filter(~empty).with_columns(
        pl.when(pl.col(field) == "").then(None).otherwise(pl.col(field)).alias(field) for field in fields
    )
    return replace(table, frame=full), problems


def _changed(before: pl.DataFrame, after: pl.DataFrame, fields: list[str]) -> list[str]:
    """The fields in which any cell differs, found in one pass over both frames."""
    if not fields or not before.height:
        return []
    marks = after.select((pl.col(field) != before[field]).any().alias(field) for field in fields).row(0, named=True)
    return [field for field in fields if marks[field]]
