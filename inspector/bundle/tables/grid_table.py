"""A sheet of a workbook as a table."""

from collections.abc import Sequence
from typing import Any

import polars as pl

from inspector.bundle.tables import leftovers
from inspector.bundle.tables.finding import FIRST_ROWS, find
from inspector.bundle.tables.headings import match, told_headings
from inspector.bundle.tables.mapping import Mapping, rows_looked_at
from inspector.bundle.tables.merged import filled_down
from inspector.bundle.tables.naming import names_of
from inspector.bundle.tables.people import LOOKED_AT, named_people
from inspector.bundle.tables.placed import about_headings, refuse_beyond, unheaded
from inspector.bundle.tables.table import ROW, Table, letter, of_frame
from inspector.bundle.tables.turning import Turned, turned
from inspector.bundle.tables.workbook import Sheet, as_text, as_texts, merged_heading
from inspector.model.problems import Faults, Problem, Where
from inspector.model.remarks import Unreadable, error, query

Remarks = list[Problem | Faults]


def headings_of(sheet: Sheet, rows: int = FIRST_ROWS) -> list[list[str]]:
    """The first rows of a sheet as texts, each without breaks and double spaces."""
    return [_plain(row) for row in sheet.rows[:rows]]


def of_sheet(
    sheet: Sheet, name: str, path: str, kind: str, schema: dict[str, Any], mapping: Mapping | None
) -> tuple[Table, Remarks]:
    """A sheet as a table, its headings found below any title. Raises Unreadable where it has none that will do."""
    where = Where(file=path, sheet=sheet.name)
    first = headings_of(sheet, rows_looked_at(mapping, FIRST_ROWS))
    if not any(any(row) for row in first):
        raise Unreadable(error("no-header", where, "the sheet is empty", "a row of headings"))
    refuse_beyond(mapping, len(sheet.rows), where)
    found = find(first, schema, mapping)
    across = turned(sheet.rows, found, schema, mapping)
    problems: Remarks = []
    if across is not None:
        return on_its_side(across, name, path, kind, schema, mapping, sheet.name)
    headings, at = _trimmed(found.headings), found.last
    problems += [*merged_heading(sheet, at, path), *about_headings(found, path, sheet.name)]
    fields, remarks = match(headings, schema, mapping, path, row=at + 1, sheet=sheet.name)
    body, merged = filled_down(sheet, at + 1, set(fields.values()), path)
    problems += merged
    left = _left_out(body, at + 2, first[found.first : at + 1], fields, schema)
    numbers: Sequence[int] = range(at + 2, at + 2 + len(body))
    if left:
        body = [row for number, row in zip(numbers, body, strict=True) if number not in left]
        numbers = [number for number in numbers if number not in left]
    columns = list(zip(*body, strict=True)) if body else [()] * len(headings)
    problems += unheaded(_unheaded(columns, headings), where, at + 1)
    problems += leftovers.remark(left, path, sheet.name)
    told = told_headings(headings, names_of(headings, schema, mapping), schema)
    at_heads = where.model_copy(update={"row": at + 1})
    named, people = named_people(headings, told, fields, body[:LOOKED_AT], schema, at_heads)
    problems += named
    frame = pl.DataFrame(
        {
            ROW: pl.Series(numbers, dtype=pl.Int64),
            **{field: _texts(columns[place]) for field, place in fields.items()},
        }
    )
    return Table(
        people=people,
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


def on_its_side(
    across: Turned,
    name: str,
    path: str,
    kind: str,
    schema: dict[str, Any],
    mapping: Mapping | None,
    sheet: str | None = None,
) -> tuple[Table, Remarks]:
    """A table whose fields stand one below the other and whose records are columns; remarks name the cells as they stand."""
    headings = [" ".join((as_text(cell) or "").split()) for cell in across.rows[0]]
    body = across.rows[1:]
    fields, remarks = match(headings, schema, mapping, path, sheet=sheet)
    told = told_headings(headings, names_of(headings, schema, mapping), schema)
    named, people = named_people(headings, told, fields, body[:LOOKED_AT], schema, Where(file=path, sheet=sheet))
    remarks += named
    columns = list(zip(*body, strict=True)) if body else [()] * len(headings)
    rows = pl.Series(range(1, 1 + len(body)), dtype=pl.Int64)
    frame = pl.DataFrame({ROW: rows, **{field: _texts(columns[place]) for field, place in fields.items()}})
    lead = letter(across.lead)
    message = f"the fields stand below one another in column {lead} and the records side by side, and were read so"
    turned_remarks = [_turned_where(one, across, lead) for one in remarks]
    return Table(
        people=people,
        name=name,
        path=path,
        kind=kind,
        schema=schema,
        batches=of_frame(frame),
        headings={field: headings[place] for field, place in fields.items()},
        separator=schema.get("x-separator", ";"),
        sheet=sheet,
        cells=across.cells(fields, headings),
    ), [query("turned-table", Where(file=path, sheet=sheet, letter=lead), message), *turned_remarks]


def _turned_where(remark: Problem, across: Turned, lead: str) -> Problem:
    """A remark on a heading, at the row in which it stands."""
    places = {letter(at): row for at, row in enumerate(across.places)}
    row = places.get(remark.where.letter or "")
    update = {"row": row, "letter": lead if row else None}
    return remark.model_copy(update={"where": remark.where.model_copy(update=update)})


def _plain(row: Sequence[Any]) -> list[str]:
    return [" ".join((as_text(cell) or "").split()) for cell in row]


def _trimmed(headings: list[str]) -> list[str]:
    while headings and not headings[-1]:
        headings = headings[:-1]
    return headings


def _unheaded(columns: Sequence[tuple[Any, ...]], headings: list[str]) -> dict[int, int]:
    """How many cells of each column without a heading hold something."""
    bare = [place for place in range(len(columns)) if place >= len(headings) or not headings[place]]
    return {place: len(columns[place]) - columns[place].count("") - columns[place].count(None) for place in bare}


def _left_out(
    body: Sequence[Sequence[Any]], first: int, heads: list[list[str]], fields: dict[str, int], schema: dict[str, Any]
) -> dict[int, str]:
    """The rows that are no records, by their numbers; `first` is that of the first row of the body."""
    end = len(body)
    while end and not any(cell not in ("", None) for cell in body[end - 1]):
        end -= 1
    tail = [leftovers.Row(first + at, _plain(body[at])) for at in range(max(0, end - leftovers.TAIL), end)]
    needed = [fields[name] for name in schema.get("required", ()) if name in fields]
    found = leftovers.below(tail, sum(map(bool, heads[-1])), needed)
    lead = next((place for place, heading in enumerate(heads[-1]) if heading), 0)
    said = heads[-1][lead]
    for at, row in enumerate(body[:end]):
        cell = row[lead]
        if isinstance(cell, str) and "otal" in cell.lower():
            found |= leftovers.within([leftovers.Row(first + at, _plain(row))], needed)
        if isinstance(cell, str) and cell and (cell == said or " ".join(cell.split()) == said):
            near = [leftovers.Row(first + n, _plain(body[n])) for n in range(max(0, at - 4), at + 1)]
            found |= leftovers.again(near, heads)
    return found


def _texts(cells: tuple[Any, ...]) -> pl.Series:
    kinds = set(map(type, cells))
    if kinds <= {str}:
        return pl.Series(cells, dtype=pl.String)
    if kinds == {float}:
        numbers = pl.Series(cells, dtype=pl.Float64)
        if ((numbers == numbers.floor()) & (numbers.abs() < 1e15)).all():
            return numbers.cast(pl.Int64).cast(pl.String)
    return pl.Series(as_texts(cells), dtype=pl.String)
