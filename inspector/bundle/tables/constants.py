"""Fields that the manifest fills with one value for all rows, where no column of the file holds them."""

from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from inspector.bundle.tables.mapping import Mapping
from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import Problem, Where
from inspector.model.remarks import did_you_mean, error, query

ROW_NUMBER = "{row}"
"""Stands in a constant for the number of the row in the file, so that rows without ids can be named by their place."""
HEADED = "{} (said in the manifest)"


def filled(table: Table, mapping: Mapping | None) -> tuple[Table, list[Problem]]:
    """The table with a column for each constant, and what is said of them. An empty row stays empty."""
    said = dict(mapping.constants) if mapping else {}
    top = Where(file=table.path, sheet=table.sheet)
    problems = [_no_field(name, table, top) for name in said if name not in table.schema["properties"]]
    problems += [_column_there(name, table, top) for name in said if name in table.headings]
    used = {
        name: text for name, text in said.items() if name in table.schema["properties"] and name not in table.headings
    }
    if not used:
        return table, problems
    problems += [_told(name, text, top) for name, text in used.items()]
    headings = {**table.headings, **{name: HEADED.format(name) for name in used}}
    full = pl.any_horizontal(
        pl.col(name).is_not_null() & (pl.col(name).str.strip_chars() != "") for name in table.fields
    )
    columns = [pl.when(full).then(_value(text)).otherwise(None).alias(name) for name, text in used.items()]
    scan = None if table.scan is None else table.scan.with_columns(columns)

    def batches(plan: pl.LazyFrame | None = None) -> Iterator[pl.DataFrame]:
        if plan is not None:
            yield from table.batches(plan)
        else:
            yield from (batch.with_columns(columns) for batch in table.batches())

    return replace(table, headings=headings, batches=batches, scan=scan), problems


def _value(text: str) -> pl.Expr:
    before, mark, after = text.partition(ROW_NUMBER)
    if not mark:
        return pl.lit(text)
    return pl.concat_str(pl.lit(before), pl.col(ROW).cast(pl.String), pl.lit(after))


def _told(name: str, text: str, top: Where) -> Problem:
    what = f"{text!r} with the number of the row" if ROW_NUMBER in text else repr(text)
    message = f"no column holds {name}; in every row it is read as {what}, as the manifest's mapping says"
    return query("constant-column", top, message)


def _no_field(name: str, table: Table, top: Where) -> Problem:
    near = did_you_mean(name, table.schema["properties"])
    return error("mapping", top, f"the mapping fills {name!r}, which is no field of this kind", fix=near)


def _column_there(name: str, table: Table, top: Where) -> Problem:
    message = f"the mapping fills {name} with one value, and {table.headings[name]!r} is read as {name} as well"
    return error("mapping", top, message, fix="leave one of them out")
