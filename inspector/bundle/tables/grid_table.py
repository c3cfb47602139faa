"""A sheet of a workbook as a table."""

from typing import Any

import polars as pl

from inspector.bundle.tables.headings import Mapping, header_row, match
from inspector.bundle.tables.table import ROW, Table, letter, of_frame
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
        epoch=sheet.epoch,
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
