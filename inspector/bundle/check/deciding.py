"""Which columns of a table are to be decided as a whole, and by what stands in them.

A table whose cells are all as JSON has them is never looked at: it is checked first, and columns are decided only where cells
of dates, numbers, or true and false could not be read. Of a schema that says `x-tolerant` every column is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from inspector.bundle.check.checked import FOUND, CheckedTable
from inspector.bundle.check.columns import WHOLE, Column, Days, Deciding, Plainly
from inspector.bundle.check.normalise import Normalising
from inspector.bundle.check.tolerant import reader
from inspector.bundle.schema.cells import DATE, NUMBER
from inspector.bundle.tables.table import ROW, Table

MOST_DISTINCT = 1_000_000
"""Of a column with more texts than these that cannot be read as they stand, none is read otherwise."""
_GROUPED = r"^-?[1-9][0-9]{0,2}\.[0-9]{3}$"
_FAULTS = ("type", "format")


def tolerant(normalising: Normalising) -> Normalising:
    """With every column decided, where the schema says `x-tolerant`."""
    table = normalising.table
    if not table.schema.get("x-tolerant") or normalising.as_is:
        return normalising
    dated = [name for name in table.fields if table.schema["properties"][name].get("format") == "date"]
    found = _decided(normalising, dated)
    columns = {name: found.get(name) or Plainly(reader(name, table.schema)) for name in table.fields}
    return replace(normalising, columns=columns)


def again(normalising: Normalising, checked: CheckedTable) -> tuple[Normalising, bool]:
    """With those columns decided that a first pass could not read, and whether any of their cells is read then."""
    table = normalising.table
    if normalising.as_is or normalising.columns:
        return normalising, False
    odd = {field: frame for (field, keyword), frame in checked.faults.items() if keyword in _FAULTS and field}
    deciding = _of(table)
    readable = set[str]()
    for field, frame in odd.items():
        cells = counts(frame[FOUND])
        column = deciding.column(field, cells) if cells is not None else None
        if column is not None and cells and any(column.read(text) != text for text in cells):
            readable.add(field)
    if not readable:
        return normalising, False
    return replace(normalising, columns=_decided(normalising, sorted(readable))), True


def _decided(normalising: Normalising, names: Iterable[str]) -> dict[str, Column]:
    wanted = list(names)
    cells: dict[str, Counter[str]] = {name: Counter() for name in wanted}
    table = replace(normalising.table, headings={name: normalising.table.headings[name] for name in wanted})
    alone = replace(normalising, table=table)
    for batch in normalising.table.batches() if wanted else ():
        bare, _ = alone.bare(batch.select(ROW, *wanted))
        for name in wanted:
            cells[name].update(counts(_alike(bare[name], table.schema["properties"][name])) or {})
    deciding = _of(normalising.table)
    found = {name: deciding.column(name, cells[name]) for name in wanted}
    return _together({name: column for name, column in found.items() if column is not None})


def _together(columns: dict[str, Column]) -> dict[str, Column]:
    """Columns that do not show whether the day stands first as the other columns of their table do, where these agree."""
    dated = {name: column for name, column in columns.items() if isinstance(column, Days)}
    shown = {column.dates.order for column in dated.values()} & {"day", "month"}
    if len(shown) != 1:
        return columns
    order = shown.pop()
    return columns | {name: replace(column, dates=column.dates.beside(order)) for name, column in dated.items()}


def _alike(cells: pl.Series, cell: dict[str, Any]) -> pl.Series:
    """A column in which those that stand as JSON has them are one text for each thing that they can show of the column."""
    if cell.get("format") == "date":
        return pl.select(pl.when(cells.str.contains(DATE)).then(pl.lit("2000-01-01")).otherwise(cells)).to_series()
    if cell["type"] not in ("number", "integer"):
        return cells
    number = cells.str.extract(f"({NUMBER[1:-1]})").cast(pl.Float64, strict=False)
    shown = (
        pl.when(~cells.str.contains(NUMBER) | cells.str.contains(_GROUPED)).then(cells)
        .when(number == 0).then(pl.lit("0"))
        .when(cells.str.contains(WHOLE)).then(pl.when(number.abs() <= 1).then(pl.lit("1")).otherwise(pl.lit("2")))
        .otherwise(pl.when(number.abs() <= 1).then(pl.lit("0.5")).otherwise(pl.lit("2.5")))
    )  # fmt: skip
    return pl.select(shown).to_series()


def counts(cells: pl.Series) -> Mapping[str, int] | None:
    """How often each text stands in a column; None where there are too many."""
    frame = cells.drop_nulls().alias("text").value_counts()
    if frame.height > MOST_DISTINCT:
        return None
    found: dict[str, int] = dict(frame.iter_rows())
    return found


def of_texts(table: Table, field: str, texts: Iterable[str]) -> Column | None:
    """The reader of a column of which nothing but some texts are known."""
    return _of(table).column(field, dict.fromkeys(texts, 1))


def _of(table: Table) -> Deciding:
    schema: dict[str, Any] = table.schema
    return Deciding(schema, table.kind, table.epoch, table.decimal)
