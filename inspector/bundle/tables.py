"""Read a table of the bundle (CSV or JSON) as text cells under our own field names, with the rows they stood in."""

import csv
import io
from dataclasses import dataclass
from typing import Any

import polars as pl

from inspector.bundle import documents
from inspector.bundle.headings import Mapping, match
from inspector.bundle.remarks import Unreadable, error, query
from inspector.model.problems import Problem, Where

LONGEST_LINE = 1_000_000
ROW = "\x00row"


@dataclass(frozen=True)
class Table:
    """A table as text: one column a field of the schema (absent cells null), and `ROW`, the row in the file.

    `headings` gives the authority's own heading for each field that is there.
    """

    name: str
    path: str
    kind: str
    frame: pl.DataFrame
    headings: dict[str, str]

    def where(self, row: int | None, field: str | None) -> Where:
        """A place in this table, by the authority's own heading."""
        return Where(file=self.path, row=row, field=self.headings.get(field, field) if field else None)


def read_csv(data: bytes, name: str, path: str, kind: str, mapping: Mapping | None) -> tuple[Table, list[Problem]]:
    """A CSV as a table. Raises Unreadable where the file as a whole cannot be read."""
    text = _decoded(data, path)
    problems: list[Problem] = []
    if data.startswith(b"\xef\xbb\xbf"):
        message = "the file begins with a byte-order mark, which was left out"
        problems.append(query("byte-order-mark", Where(file=path), message))
    frame = _parsed(text, path)
    if frame.height == 0:
        raise Unreadable(error("no-header", Where(file=path), "the file is empty", "a line of headings"))
    headings = ["" if cell is None else str(cell).strip() for cell in frame.row(0)]
    fields, remarks = match(headings, documents.schema(kind), mapping, path)
    problems += remarks
    body = frame.slice(1).with_columns(pl.int_range(2, frame.height + 1, dtype=pl.Int64).alias(ROW))
    columns = {field: frame.columns[place] for field, place in fields.items()}
    chosen = body.select(ROW, *(pl.col(column).alias(field) for field, column in columns.items()))
    table = Table(name, path, kind, chosen, {field: headings[place] for field, place in fields.items()})
    return _tidied(table, mapping, problems)


def read_json(data: bytes, name: str, path: str, kind: str) -> tuple[Table, list[dict[str, Any]]]:
    """A JSON array of row objects as a table, and the rows as they are. Raises Unreadable."""
    rows = documents.parse(data, path)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Unreadable(error("not-a-table", Where(file=path), "not an array of objects", "[{…}, {…}]"))
    schema = documents.schema(kind)
    fields = [field for field in schema["properties"] if any(field in row for row in rows)]
    separator = schema.get("x-separator", ";")
    columns: dict[str, Any] = {field: [_cell(row.get(field), separator) for row in rows] for field in fields}
    frame = pl.DataFrame(
        {ROW: list(range(2, len(rows) + 2)), **columns},
        schema={ROW: pl.Int64, **dict.fromkeys(fields, pl.String)},
    )
    return Table(name, path, kind, frame, {field: field for field in fields}), rows


def _cell(value: Any, separator: str) -> str | None:
    if value is None or value == "" or value == []:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return separator.join(str(part) for part in value)
    return str(value)


def _decoded(data: bytes, path: str) -> str:
    where = Where(file=path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(error("not-utf8", where, "the file is UTF-16", "UTF-8", "save it as CSV UTF-8"))
    if b"\x00" in data:
        line = data[: data.index(b"\x00")].count(b"\n") + 1
        raise Unreadable(error("nul-byte", Where(file=path, line=line), "the file holds a NUL byte; it is not a CSV"))
    if max((len(line) for line in data.splitlines()), default=0) > LONGEST_LINE:
        raise Unreadable(error("line-too-long", where, f"a line has more than {LONGEST_LINE} bytes"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data[: failure.start].count(b"\n") + 1
        message = f"byte {failure.start + 1} is not UTF-8"
        raise Unreadable(
            error("not-utf8", Where(file=path, line=line), message, "UTF-8", "save as CSV UTF-8")
        ) from None


def _parsed(text: str, path: str) -> pl.DataFrame:
    try:
        frame = pl.read_csv(io.BytesIO(text.encode()), has_header=False, infer_schema=False, raise_if_empty=False)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as failure:
        raise Unreadable(_located(text, path, failure)) from None
    if text.count('"') % 2:
        raise Unreadable(_located(text, path, None))
    return frame


def _located(text: str, path: str, failure: BaseException | None) -> Problem:
    """Where a CSV goes wrong: the first row with another number of cells than the header, else the open quote."""
    csv.field_size_limit(LONGEST_LINE)
    width = None
    reader = csv.reader(io.StringIO(text), strict=True)
    row = 0
    try:
        for row, cells in enumerate(reader, 1):
            width = len(cells) if width is None else width
            if len(cells) > width:
                message = f"the row has {len(cells)} cells where the header has {width}"
                return error("ragged-row", Where(file=path, row=row), message, fix="put cells with commas in quotes")
    except csv.Error as reason:
        message = f"the row cannot be read: {reason}"
        return error(
            "unclosed-quote", Where(file=path, row=row + 1), message, fix="close the quote, or double it inside"
        )
    return error("not-a-table", Where(file=path), f"the file cannot be read as CSV{f': {failure}' if failure else ''}")


def _tidied(table: Table, mapping: Mapping | None, problems: list[Problem]) -> tuple[Table, list[Problem]]:
    """Spaces around cells taken off, visibly; codes mapped; empty cells and rows made absent."""
    fields = [column for column in table.frame.columns if column != ROW]
    bare = table.frame.with_columns(pl.col(field).str.strip_chars().alias(field) for field in fields)
    for field in fields:
        moved = table.frame.filter(table.frame[field] != bare[field])[ROW].to_list()
        if moved:
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
    return Table(table.name, table.path, table.kind, full, table.headings), problems
