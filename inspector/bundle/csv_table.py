"""A CSV as a table: where its header is, what parts its cells, and its rows bit by bit."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from inspector.bundle import csv_faults
from inspector.bundle.content import LONGEST_LINE, Content, Marks, marks, refuse_no_text
from inspector.bundle.headings import Mapping, header_row, match
from inspector.bundle.remarks import Unreadable, error, query
from inspector.bundle.table import ROW, SHORT, Batches, Table, letter, of_frame
from inspector.model.problems import Problem, Where

SNIFFED = 1 << 16
DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class _Header:
    """The headings, the line after them (from 0), their row (from 1) and what parts the cells."""

    headings: list[str]
    line: int
    row: int
    delimiter: str


def read_csv(
    content: Content,
    found: Marks,
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
    header = _header(start, schema, mapping, content.path)
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


def _header(start: bytes, schema: dict[str, Any], mapping: Mapping | None, path: str) -> _Header:
    text = start[:SNIFFED].decode("utf-8-sig", "ignore")
    if not text.strip():
        raise Unreadable(error("no-header", Where(file=path), "the file is empty", "a line of headings"))
    csv.field_size_limit(LONGEST_LINE)
    first = next(line for line in text.splitlines() if line.strip())
    # A comma rules; only where the first line has none is another one believed.
    delimiter = "," if "," in first else max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    try:
        for row in reader:
            rows.append((reader.line_num, [cell.strip() for cell in row]))
            if len(rows) == 20:
                break
    except csv.Error:
        # The rows so far will do; the reading proper says what is wrong and where.
        pass
    if not rows:
        raise Unreadable(error("unclosed-quote", Where(file=path, row=1), "the header cannot be read"))
    place = header_row([cells for _, cells in rows], schema, mapping)
    line, headings = rows[place]
    while headings and not headings[-1]:
        headings = headings[:-1]
    width = max(len(rows[place][1]), 1)
    return _Header([*headings, *[""] * (width - len(headings))], line, place + 1, delimiter)


def _about(header: _Header, path: str) -> list[Problem]:
    problems = []
    if header.row > 1:
        message = f"the headings stand in row {header.row}; the rows above were taken for a title"
        problems.append(query("title-rows", Where(file=path, row=header.row), message))
    if header.delimiter != ",":
        names = {";": "semicolons", "\t": "tabs", "|": "bars"}
        message = f"the cells are parted by {names[header.delimiter]}, and were read so"
        problems.append(query("read-as", Where(file=path), message, "commas"))
    return problems


def _scan(content: Content, header: _Header) -> pl.LazyFrame:
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


def _whole(scan: pl.LazyFrame, content: Content, header: _Header) -> Batches:
    try:
        return of_frame(scan.collect())
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as failure:
        raise Unreadable(csv_faults.located(content, header.delimiter, failure)) from None


def _bit_by_bit(scan: pl.LazyFrame, content: Content, header: _Header) -> Batches:
    def batches(plan: pl.LazyFrame | None = None) -> Iterator[pl.DataFrame]:
        try:
            yield from (scan if plan is None else plan).collect_batches(engine="streaming")
        except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as failure:
            raise Unreadable(csv_faults.located(content, header.delimiter, failure)) from None

    return batches


def headings_of_csv(content: Content, most: int) -> list[list[str]]:
    """The headings and first rows of a CSV as texts, for a look at what it is. Raises Unreadable."""
    refuse_no_text(content, marks(content))
    header = _header(next(content.parts(), b""), {"properties": {}}, None, content.path)
    try:
        rows = _scan(content, header).drop(ROW).head(most).collect().fill_null("").rows()
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as failure:
        raise Unreadable(csv_faults.located(content, header.delimiter, failure)) from None
    return [header.headings, *(list(row) for row in rows)]
