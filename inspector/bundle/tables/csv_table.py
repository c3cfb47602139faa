"""A CSV as a table, its rows bit by bit."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from inspector.bundle.open.content import Content, FileFacts, file_facts, refuse_no_text
from inspector.bundle.tables import csv_faults
from inspector.bundle.tables.csv_header import Header, header_of
from inspector.bundle.tables.headings import Mapping, match
from inspector.bundle.tables.table import ROW, SHORT, Batches, Table, letter, of_frame
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, query


def read_csv(
    content: Content,
    found: FileFacts,
    name: str,
    kind: str,
    schema: dict[str, Any],
    mapping: Mapping | None,
    *,
    whole: bool,
) -> tuple[Table, list[Problem]]:
    """A CSV as a table; `whole` reads it into memory. Raises Unreadable where the file as a whole cannot be read."""
    refuse_no_text(content, found)
    start = next(content.parts(), b"")
    problems: list[Problem] = []
    if start.startswith(b"\xef\xbb\xbf"):
        message = "the file begins with a byte-order mark, which was left out"
        problems.append(query("byte-order-mark", Where(file=content.path), message))
    header = header_of(start, schema, mapping, content.path)
    problems += _about(header, content.path)
    fields, remarks = match(header.headings, schema, mapping, content.path, row=header.row)
    problems += remarks
    if found.quotes % 2:
        raise Unreadable(csv_faults.located(content, header.delimiter, None))
    last = pl.col(str(len(header.headings) - 1)).is_null().alias(SHORT)
    columns = (pl.col(str(place)).alias(field) for field, place in fields.items())
    scan = _scan(content, header).select(ROW, last, *columns)
    return Table(
        name=name,
        path=content.path,
        kind=kind,
        schema=schema,
        batches=_whole(scan, content, header) if whole else _bit_by_bit(scan, content, header),
        headings={field: header.headings[place] for field, place in fields.items()},
        letters={field: letter(place) for field, place in fields.items()},
        separator=schema.get("x-separator", ";"),
        scan=None if whole else scan,
        short=lambda: csv_faults.short_rows(content, found, header),
    ), problems


def _about(header: Header, path: str) -> list[Problem]:
    problems = []
    if header.row > 1:
        message = f"the headings stand in row {header.row}; the rows above were taken for a title"
        problems.append(query("title-rows", Where(file=path, row=header.row), message))
    if header.delimiter != ",":
        names = {";": "semicolons", "\t": "tabs", "|": "bars"}
        message = f"the cells are parted by {names[header.delimiter]}, and were read so"
        problems.append(query("read-as", Where(file=path), message, "commas"))
    return problems


def _scan(content: Content, header: Header) -> pl.LazyFrame:
    return pl.scan_csv(
        content.source(),
        has_header=False,
        skip_lines=header.line,
        separator=header.delimiter,
        schema=dict.fromkeys((str(place) for place in range(len(header.headings))), pl.String),
        row_index_name=ROW,
        row_index_offset=header.row + 1,
        glob=False,
        missing_columns="insert",
    ).with_columns(pl.col(ROW).cast(pl.Int64))


def _whole(scan: pl.LazyFrame, content: Content, header: Header) -> Batches:
    try:
        return of_frame(scan.collect())
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as failure:
        raise Unreadable(csv_faults.located(content, header.delimiter, failure)) from None


def _bit_by_bit(scan: pl.LazyFrame, content: Content, header: Header) -> Batches:
    def batches(plan: pl.LazyFrame | None = None) -> Iterator[pl.DataFrame]:
        try:
            yield from (scan if plan is None else plan).collect_batches(engine="streaming")
        except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as failure:
            raise Unreadable(csv_faults.located(content, header.delimiter, failure)) from None

    return batches


def headings_of_csv(content: Content, most: int) -> list[list[str]]:
    """The headings and first rows of a CSV as texts, for a look at what it is. Raises Unreadable."""
    refuse_no_text(content, file_facts(content))
    header = header_of(next(content.parts(), b""), {"properties": {}}, None, content.path)
    try:
        rows = _scan(content, header).drop(ROW).head(most).collect().fill_null("").rows()
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as failure:
        raise Unreadable(csv_faults.located(content, header.delimiter, failure)) from None
    return [header.headings, *(list(row) for row in rows)]
