"""Where a CSV goes wrong: rows with too many or too few cells, a quote that nobody closed."""

import io

import polars as pl

from inspector.bundle.open.content import LONGEST_LINE, Content, FileFacts
from inspector.bundle.tables.csv_header import Header
from inspector.bundle.tables.csv_reader import failure, reader
from inspector.model.problems import Problem, Where
from inspector.model.remarks import error, query


def located(content: Content, delimiter: str, reported: BaseException | None) -> Problem:
    """The first row with another number of cells than the header, else the open quote, else what the reader said."""
    path, width, row = content.path, None, 0
    text = content.all().decode("utf-8-sig", "replace")
    each = reader(io.StringIO(text, newline=""), LONGEST_LINE, delimiter=delimiter, strict=True)
    try:
        for row, cells in enumerate(each, 1):
            width = len(cells) if width is None else width
            if len(cells) > width:
                message = f"the row has {len(cells)} cells where the header has {width}"
                return error("ragged-row", Where(file=path, row=row), message, fix="put cells with commas in quotes")
    except failure(LONGEST_LINE) as reason:
        message = f"the row cannot be read: {reason}"
        return error(
            "unclosed-quote", Where(file=path, row=row + 1), message, fix="close the quote, or double it inside"
        )
    return error(
        "not-a-table", Where(file=path), f"the file cannot be read as CSV{f': {reported}' if reported else ''}"
    )


def short_rows(content: Content, found: FileFacts, header: Header) -> list[Problem]:
    """A query for each row with fewer cells than the header, which were read as empty."""
    width = len(header.headings)
    lines = _lines(content, header).filter(_few(header))
    cells = pl.col("line").str.count_matches(header.delimiter, literal=True) + 1
    short = lines.select("row", cells.cast(pl.Int64)).collect(engine="streaming").rows()
    if short and found.quotes:
        # A cell in quotes may hold commas and line breaks, so only a CSV reader can tell.
        text = io.StringIO(content.all().decode("utf-8-sig", "replace"), newline="")
        rows = enumerate(reader(text, LONGEST_LINE, delimiter=header.delimiter), 1)
        short = [(row, len(cells)) for row, cells in rows if row > header.row and cells and len(cells) < width]
    return [
        query("short-row", Where(file=content.path, row=row), f"the row has {cells} cells where the header has {width}")
        for row, cells in short
    ]


def _few(header: Header) -> pl.Expr:
    line = pl.col("line").str.strip_chars_end("\r")
    few = line.str.count_matches(header.delimiter, literal=True) < len(header.headings) - 1
    return few & (line != "")


def _lines(content: Content, header: Header) -> pl.LazyFrame:
    """The lines below the header as text. Only without quotes in the file is each of them a row."""
    return pl.scan_csv(
        content.source(),
        has_header=False,
        separator="\x1f",
        quote_char=None,
        skip_lines=header.line,
        schema={"line": pl.String},
        row_index_name="row",
        row_index_offset=header.row + 1,
        glob=False,
        truncate_ragged_lines=True,
    ).with_columns(pl.col("row").cast(pl.Int64))
