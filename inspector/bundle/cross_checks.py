"""What one row alone cannot show: repeated keys, ids that lead nowhere, dates out of order, periods that overlap."""

from collections.abc import Iterator
from datetime import date

import polars as pl

from inspector.bundle import documents
from inspector.bundle.remarks import did_you_mean, error, query, shown
from inspector.bundle.tables import ROW, Table
from inspector.model.problems import Problem


def of_table(table: Table, others: dict[str, list[Table]]) -> list[Problem]:
    """The problems of one table, given all tables of the bundle by kind (this one included)."""
    schema = documents.schema(table.kind)
    links = [
        (link, known) for link in schema.get("x-foreign-key", ()) if (known := _known(table, link, others)) is not None
    ]
    orders = [(a, b) for a, b in schema.get("x-not-before", ()) if {a, b} <= set(table.frame.columns)]
    tests = [_loose(link["field"], known) for link, known in links] + [_disordered(a, b) for a, b in orders]
    # One pass says which checks have anything to report; a clean table is done with it.
    marks = table.frame.select(test.any().alias(str(n)) for n, test in enumerate(tests)).row(0) if tests else ()
    return [
        *_repeated_keys(table, schema.get("x-primary-key", [])),
        *(
            p
            for (link, known), any_ in zip(links, marks, strict=False)
            if any_
            for p in _loose_ends(table, link, known)
        ),
        *(
            p
            for (a, b), any_ in zip(orders, marks[len(links) :], strict=True)
            if any_
            for p in _out_of_order(table, a, b)
        ),
    ]


def of_periods(table: Table, start: date, end: date, submitted: date | None) -> list[Problem]:
    """Figures outside of the bundle's period or after it was submitted, and periods of one indicator that overlap."""
    if not {"period_start", "period_end"} <= set(table.frame.columns):
        return []
    days = table.frame.with_columns(_day("period_start"), _day("period_end"))
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
        message = f"the period begins before that of row {row[chr(0) + 'r']} ends"
        yield query("overlapping-periods", table.where(row[ROW], "period_start"), message)


def _repeated_keys(table: Table, key: list[str]) -> Iterator[Problem]:
    if not key or not set(key) <= set(table.frame.columns):
        return
    # Of the rows that share a key only the first is meant; a clean table has as many keys as rows.
    first = pl.col(ROW).min().over(key).alias("\x00first")
    twice = table.frame.lazy().drop_nulls(key).with_columns(first).filter(pl.col(ROW) != pl.col("\x00first")).collect()
    for row in twice.iter_rows(named=True):
        said = ", ".join(f"{field} {shown(row[field])}" for field in key)
        message = f"{said} stands already in row {row[chr(0) + 'first']}"
        yield error("duplicate-key", table.where(row[ROW], key[0]), message, fix="keep one of the two")


def _known(table: Table, link: dict[str, str], others: dict[str, list[Table]]) -> list[str] | None:
    """The values a link may lead to; None where there is nothing to check."""
    there = [other for other in others.get(link["kind"], ()) if link["references"] in other.frame.columns]
    if link["field"] not in table.frame.columns or not there:
        return None
    return sorted(
        {value for other in there for value in other.frame[link["references"]].to_list() if value is not None}
    )


def _loose(field: str, known: list[str]) -> pl.Expr:
    return pl.col(field).is_not_null() & ~pl.col(field).is_in(known)


def _loose_ends(table: Table, link: dict[str, str], known: list[str]) -> Iterator[Problem]:
    field = link["field"]
    for row in table.frame.filter(_loose(field, known)).iter_rows(named=True):
        message = f"{shown(row[field])} is not in the {link['kind'].replace('-', ' ')}"
        yield error("leads-nowhere", table.where(row[ROW], field), message, fix=did_you_mean(row[field], known))


def _disordered(later: str, earlier: str) -> pl.Expr:
    return _day(later) < _day(earlier)


def _out_of_order(table: Table, later: str, earlier: str) -> Iterator[Problem]:
    for row in table.frame.filter(_disordered(later, earlier)).iter_rows(named=True):
        message = f"{later} {row[later]} is before {earlier} {row[earlier]}"
        yield error("date-order", table.where(row[ROW], later), message, f"{later} on or after {earlier}")


def _day(field: str) -> pl.Expr:
    return pl.col(field).str.to_date("%Y-%m-%d", strict=False)
