"""What the periods of a table show together: outside of the bundle's, after its submission, over each other."""

from collections.abc import Iterator
from datetime import date

import polars as pl

from inspector.bundle.check.days import day
from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import Problem
from inspector.model.remarks import query


def of_periods(table: Table, start: date, end: date, submitted: date | None) -> list[Problem]:
    """Figures outside of the bundle's period or after it was submitted, and periods of one indicator that overlap."""
    if not {"period_start", "period_end"} <= set(table.frame.columns):
        return []
    days = table.frame.with_columns(day("period_start"), day("period_end"))
    problems = [
        query("outside-period", table.where(row[ROW], "period_start"),
              f"{row['period_start']} to {row['period_end']} is not within the bundle's period", f"{start} to {end}")
        for row in days.filter((pl.col("period_start") < start) | (pl.col("period_end") > end)).iter_rows(named=True)
    ]  # fmt: skip
    if submitted is not None:
        late = days.filter(pl.col("period_end") > submitted)
        problems += [
            query("after-submission", table.where(row, "period_end"), "the period ends after the bundle was submitted")
            for row in late[ROW].to_list()
        ]
    problems = list(dict.fromkeys(problems)) if table.cells is not None else problems
    return [*problems, *(_overlaps(table, days) if table.kind == "indicators" and "indicator" in days.columns else [])]


def _overlaps(table: Table, days: pl.DataFrame) -> Iterator[Problem]:
    before = pl.col("period_end").shift(1).over("indicator")
    row_before = pl.col(ROW).shift(1).over("indicator")
    same = (pl.col("period_start") == pl.col("period_start").shift(1).over("indicator")).fill_null(False)
    found = (
        days.lazy()
        .sort("indicator", "period_start", ROW)
        .with_columns(before.alias("\x00b"), row_before.alias("\x00r"), same.alias("\x00s"))
        .filter((pl.col("period_start") <= pl.col("\x00b")) & ~pl.col("\x00s"))
        .sort(ROW)
        .collect()
    )
    for row in found.iter_rows(named=True):
        message = f"the period begins before that of {table.cell_words(row[chr(0) + 'r'])} ends"
        yield query("overlapping-periods", table.where(row[ROW], "period_start"), message)
