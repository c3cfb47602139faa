"""A sheet of a workbook, or a Parquet file, as a table."""

import io
from typing import Any

import polars as pl

from inspector.bundle.tables.headings import Mapping, header_row, match
from inspector.bundle.tables.table import BETWEEN, ROW, Table, letter, of_frame
from inspector.bundle.tables.workbook import Sheet, as_text, as_texts, merged_heading
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query

FIRST_ROWS = 20
"""The headings are looked for in so many rows."""


def headings_of(sheet: Sheet) -> list[list[str]]:
    """The first rows of a sheet as texts, each without breaks and double spaces."""
    return [[" ".join((as_text(cell) or "").split()) for cell in row] for row in sheet.rows[:FIRST_ROWS]]


def of_sheet(
    sheet: Sheet, name: str, path: str, kind: str, schema: dict[str, Any], mapping: Mapping | None
) -> tuple[Table, list[Problem]]:
    """A sheet as a table, its headings found below any title. Raises Unreadable where it has none that will do."""
    where = Where(file=path, sheet=sheet.name)
    first = headings_of(sheet)
    if not any(any(row) for row in first):
        raise Unreadable(error("no-header", where, "the sheet is empty", "a row of headings"))
    at = header_row(first, schema, mapping)
    headings = first[at]
    while headings and not headings[-1]:
        headings = headings[:-1]
    problems = merged_heading(sheet, at, path)
    if at:
        message = f"the headings stand in row {at + 1}; the rows above were taken for a title"
        problems.append(query("title-rows", Where(file=path, sheet=sheet.name, row=at + 1), message))
    fields, remarks = match(headings, schema, mapping, path, row=at + 1, sheet=sheet.name)
    body = sheet.rows[at + 1 :]
    columns = list(zip(*body, strict=True)) if body else [()] * len(headings)
    frame = pl.DataFrame(
        {
            ROW: pl.Series(range(at + 2, at + 2 + len(body)), dtype=pl.Int64),
            **{field: _texts(columns[place]) for field, place in fields.items()},
        }
    )
    return Table(
        name=name,
        path=path,
        kind=kind,
        schema=schema,
        batches=of_frame(frame),
        headings={field: headings[place] for field, place in fields.items()},
        letters={field: letter(place) for field, place in fields.items()},
        separator=schema.get("x-separator", ";"),
        sheet=sheet.name,
    ), [*problems, *remarks]


def _texts(cells: tuple[Any, ...]) -> pl.Series:
    kinds = set(map(type, cells))
    if kinds <= {str}:
        return pl.Series(cells, dtype=pl.String)
    if kinds == {float}:
        numbers = pl.Series(cells, dtype=pl.Float64)
        if ((numbers == numbers.floor()) & (numbers.abs() < 1e15)).all():
            return numbers.cast(pl.Int64).cast(pl.String)
    return pl.Series(as_texts(cells), dtype=pl.String)


def of_parquet(
    data: bytes, name: str, path: str, kind: str, schema: dict[str, Any], mapping: Mapping | None
) -> tuple[Table, list[Problem]]:
    """A Parquet file as a table of texts. Raises Unreadable."""
    try:
        found = pl.read_parquet(io.BytesIO(data), memory_map=False)
        frame = found.select(_as_text(column, found.schema[column]) for column in found.columns)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as failure:
        message = f"the file cannot be read as Parquet: {str(failure).splitlines()[0][:200]}"
        raise Unreadable(error("not-a-table", Where(file=path), message)) from None
    fields, remarks = match(list(frame.columns), schema, mapping, path)
    chosen = frame.select(
        pl.int_range(2, frame.height + 2, dtype=pl.Int64).alias(ROW),
        *(pl.col(frame.columns[place]).alias(field) for field, place in fields.items()),
    )
    headings = {field: frame.columns[place] for field, place in fields.items()}
    return Table(name, path, kind, schema, of_frame(chosen), headings, separator=BETWEEN), remarks


def _as_text(column: str, kind: pl.DataType) -> pl.Expr:
    cell = pl.col(column)
    if isinstance(kind, pl.List):
        return cell.cast(pl.List(pl.String)).list.join(BETWEEN)
    if isinstance(kind, pl.Datetime):
        return (
            pl.when(cell.dt.time() == pl.time(0, 0, 0))
            .then(cell.dt.strftime("%Y-%m-%d"))
            .otherwise(cell.dt.strftime("%Y-%m-%dT%H:%M:%S%:z" if kind.time_zone else "%Y-%m-%dT%H:%M:%S"))
        )
    if kind.is_float():
        whole = (cell == cell.floor()) & (cell.abs() < 1e15)
        return pl.when(whole).then(cell.cast(pl.Int64, strict=False).cast(pl.String)).otherwise(cell.cast(pl.String))
    return cell.cast(pl.String)
