"""A Parquet file as a table of texts, its rows bit by bit, weighed by its footer before a page is opened."""

import io
from collections.abc import Iterator
from typing import Any

import polars as pl

from inspector.bundle.tables.budgets.parquet import Footer, NoFooter, footer
from inspector.bundle.tables.headings import Mapping, match
from inspector.bundle.tables.silence import quiet
from inspector.bundle.tables.table import BETWEEN, ROW, Table
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Faults, Problem, Where
from inspector.model.remarks import Unreadable, error

_FAILURES = (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError)


def of_parquet(
    data: bytes, name: str, path: str, kind: str, schema: dict[str, Any], mapping: Mapping | None
) -> tuple[Table, list[Problem | Faults]]:
    """A Parquet file as a table of texts. Raises Unreadable."""
    said = refuse_costly(data, path)
    try:
        with quiet():
            scan = pl.scan_parquet(io.BytesIO(data))
            kinds = scan.collect_schema()
    except _FAILURES:
        raise _unreadable(path) from None
    headings = kinds.names()
    fields, remarks = match(headings, schema, mapping, path)
    _refuse_long(scan, {headings[place]: kinds[headings[place]] for place in fields.values()}, path)
    columns = (_as_text(headings[place], kinds[headings[place]]).alias(field) for field, place in fields.items())
    rows = pl.col(ROW).cast(pl.Int64)
    plan = scan.with_row_index(ROW, 2).select(rows, *columns)

    def batches(more: pl.LazyFrame | None = None) -> Iterator[pl.DataFrame]:
        try:
            asked = plan if more is None else more
            # Of no rows the streaming engine gives no batch, and a table has at least its columns.
            yield from asked.collect_batches(engine="streaming") if said.rows else iter((asked.collect(),))
        except _FAILURES:
            raise _unreadable(path) from None

    named = {field: headings[place] for field, place in fields.items()}
    own = plan if kind == "table" else None
    return Table(name, path, kind, schema, batches, named, separator=BETWEEN, scan=own), [*remarks]


def refuse_costly(data: bytes, path: str) -> Footer:
    """What the footer says. Raises Unreadable where it says too much, or makes no sense."""
    where = Where(file=path)
    try:
        said = footer(data)
    except NoFooter as failure:
        message = f"the file cannot be read as Parquet: {failure}"
        raise Unreadable(error("not-a-table", where, message, fix="write it again")) from None
    for limit, found in (
        ("table-columns", said.columns),
        ("parquet-cells", said.rows * said.columns),
        ("parquet-bytes", said.unpacked),
    ):
        if found > most(limit):
            message = f"the file has {said.rows:,} rows of {said.columns:,} columns, {said.unpacked:,} bytes unpacked"
            expected = f"at most {words(limit)}"
            raise Unreadable(error("file-too-large", where, message, expected, raise_it(limit)))
    return said


def _refuse_long(scan: pl.LazyFrame, kinds: dict[str, pl.DataType], path: str) -> None:
    """Raise Unreadable where texts or lists, each stored once however many rows have it, make too much.

    Every column that is used is read once for it, so that a page which is damaged is met here.
    """
    sums = [_bytes(pl.col(name), kind).cast(pl.Int64).alias(str(k)) for k, (name, kind) in enumerate(kinds.items())]
    if not sums:
        return
    try:
        with quiet():
            total = sum(scan.select(sums).collect(engine="streaming").row(0))
    except _FAILURES:
        raise _unreadable(path) from None
    if total > most("parquet-bytes"):
        message = f"the cells hold {total:,} bytes of text, each text being stored once and standing in many rows"
        expected, fix = f"at most {words('parquet-bytes')}", raise_it("parquet-bytes")
        raise Unreadable(error("file-too-large", Where(file=path), message, expected, fix))


def _bytes(cells: pl.Expr, kind: pl.DataType) -> pl.Expr:
    if kind == pl.String:
        return cells.str.len_bytes().sum()
    return cells.list.len().sum() if isinstance(kind, pl.List) else cells.null_count() * 0


def _unreadable(path: str) -> Unreadable:
    message = "the file cannot be read as Parquet: it is damaged, or of a sort that is not read"
    return Unreadable(error("not-a-table", Where(file=path), message, fix="write it again, or give it as a CSV"))


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
