"""Rows that say that something was done, and not when or for how long: without that they cannot count, and are asked about."""

from collections.abc import Iterator
from functools import reduce
from operator import or_

import polars as pl

from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import Faults

DAY, HOURS = "day-not-stated", "hours-not-stated"
OF_A_TEST = ("studied_on", "decided_on", "decision", "learned", "spread_to")
"""What shows that something was tried, beside the days on which it was begun and tested."""
OF_LEADERS = ("hours_delivering", "hours_improving", "hours_overseeing")


def undated(table: Table) -> Iterator[Faults]:
    """One remark a column: tests without a day, promises kept on a day not stated, leaders' hours of some sorts alone."""
    if table.kind == "improvement-log":
        tried = reduce(or_, (_there(table, field) for field in OF_A_TEST))
        found = tried & ~_there(table, "started_on") & ~_there(table, "tested_on")
        message = "the entry says what came of a test, and on no day that it was begun or tested"
        yield from _asked(table, DAY, "tested_on", found, message, "the day of the test")
    if table.kind == "partnership":
        kept = _there(table, "partner_says") & (_cell(table, "partner_says") == "kept").fill_null(False)
        message = "the partner says that it was kept, and no day says when it was met"
        yield from _asked(table, DAY, "met_on", kept & ~_there(table, "met_on"), message, "the day on which it was met")
    if table.kind == "leadership":
        for field in OF_LEADERS:
            others = reduce(or_, (_there(table, other) for other in OF_LEADERS if other != field))
            message = "hours of another sort are recorded and none of this: what is left empty is not 0"
            yield from _asked(
                table, HOURS, field, others & ~_there(table, field), message, "the hours, or 0 where there were none"
            )


def _asked(table: Table, rule: str, field: str, found: pl.Expr, message: str, expected: str) -> Iterator[Faults]:
    rows = table.frame.filter(found)[ROW].to_list()
    if rows:
        where = table.where(None, field)
        yield Faults(
            rule=rule, level="query", file=table.path, sheet=where.sheet, letter=where.letter, field=where.field,
            rows=tuple(rows), message=message, expected=expected,
        )  # fmt: skip


def _there(table: Table, field: str) -> pl.Expr:
    return _cell(table, field).is_not_null() & (_cell(table, field).cast(pl.String, strict=False) != "")


def _cell(table: Table, field: str) -> pl.Expr:
    return pl.col(field) if field in table.frame.columns else pl.lit(None, dtype=pl.String)
