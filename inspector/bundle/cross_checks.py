"""What one row alone cannot show: repeated keys, ids that lead nowhere, dates out of order, periods that overlap."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import polars as pl

from inspector.bundle import documents
from inspector.bundle.remarks import did_you_mean, error, query, shown
from inspector.bundle.tables import ROW, Table
from inspector.model.problems import Problem


def of_table(table: Table, others: dict[str, list[Table]]) -> list[Problem]:
    """The problems of one table, given all tables of the bundle by kind (this one included)."""
    schema = documents.schema(table.kind)
    return [
        *_repeated_keys(table, schema.get("x-primary-key", [])),
        *(p for link in schema.get("x-foreign-key", ()) for p in _loose_ends(table, link, others)),
        *(p for later, earlier in schema.get("x-not-before", ()) for p in _out_of_order(table, later, earlier)),
    ]


def of_periods(table: Table, start: date, end: date, submitted: date | None) -> list[Problem]:
    """Figures outside of the bundle's period or after it was submitted, and periods of one indicator that overlap."""
    if not {"period_start", "period_end"} <= set(table.frame.columns):
        return []
    days = table.frame.with_columns(
        pl.col(name).str.to_date("%Y-%m-%d", strict=False) for name in ("period_start", "period_end")
    )
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
    return [*problems, *(_overlaps(table, days) if table.kind == "indicators" and "indicator" in days.columns else [])]


def _overlaps(table: Table, days: pl.DataFrame) -> Iterator[Problem]:
    before = pl.col("period_end").shift(1).over("indicator")
    row_before = pl.col(ROW).shift(1).over("indicator")
    ordered = days.sort("indicator", "period_start", ROW).with_columns(before.alias("\x00b"), row_before.alias("\x00r"))
    same = pl.col("period_start") == pl.col("period_start").shift(1).over("indicator")
    found = ordered.filter((pl.col("period_start") <= pl.col("\x00b")) & ~same.fill_null(False)).sort(ROW)
    for row in found.iter_rows(named=True):
        message = f"the period begins before that of row {row[chr(0) + 'r']} ends"
        yield query("overlapping-periods", table.where(row[ROW], "period_start"), message)


def _repeated_keys(table: Table, key: list[str]) -> Iterator[Problem]:
    fields = [field for field in key if field in table.frame.columns]
    if not fields or len(fields) < len(key):
        return
    keyed = table.frame.drop_nulls(fields).with_columns(pl.col(ROW).min().over(fields).alias("\x00first"))
    for row in keyed.filter(pl.col(ROW) != pl.col("\x00first")).iter_rows(named=True):
        said = ", ".join(f"{field} {shown(row[field])}" for field in fields)
        message = f"{said} stands already in row {row[chr(0) + 'first']}"
        yield error("duplicate-key", table.where(row[ROW], fields[0]), message, fix="keep one of the two")


def _loose_ends(table: Table, link: dict[str, str], others: dict[str, list[Table]]) -> Iterator[Problem]:
    field, target = link["field"], link["references"]
    there = [other for other in others.get(link["kind"], ()) if target in other.frame.columns]
    if field not in table.frame.columns or not there:
        return
    known = sorted({value for other in there for value in other.frame[target].drop_nulls().to_list()})
    loose = table.frame.filter(pl.col(field).is_not_null() & ~pl.col(field).is_in(known))
    for row in loose.iter_rows(named=True):
        message = f"{shown(row[field])} is not in the {link['kind'].replace('-', ' ')}"
        yield error("leads-nowhere", table.where(row[ROW], field), message, fix=did_you_mean(row[field], known))


def _out_of_order(table: Table, later: str, earlier: str) -> Iterator[Problem]:
    if not {later, earlier} <= set(table.frame.columns):
        return
    days: dict[str, Any] = {name: pl.col(name).str.to_date("%Y-%m-%d", strict=False) for name in (later, earlier)}
    for row in table.frame.filter(days[later] < days[earlier]).iter_rows(named=True):
        message = f"{later} {row[later]} is before {earlier} {row[earlier]}"
        yield error("date-order", table.where(row[ROW], later), message, f"{later} on or after {earlier}")
