"""Where a CSV goes wrong: rows with too many or too few cells, a quote that nobody closed."""

from collections.abc import Collection, Iterator

import polars as pl

from inspector.bundle.open.content import PART, Content, FileFacts
from inspector.bundle.tables.csv_header import Header
from inspector.bundle.tables.csv_text import rows_of
from inspector.model.problems import Faults, Problem, Where
from inspector.model.remarks import Unreadable, error


def located(content: Content, header: Header) -> Unreadable:
    """The first row that cannot be read or has more cells than the header, and every other row of too many or too few."""
    width = len(header.headings)
    odd: list[tuple[int, int]] = []
    try:
        for row, _, cells in rows_of(content, header.delimiter):
            if header.end is not None and row >= header.end:
                break
            if row > header.row and cells and len(cells) != width:
                odd.append((row, len(cells)))
    except Unreadable as failure:
        return failure
    first = next(((row, cells) for row, cells in odd if cells > width), None)
    if first is None:
        where = Where(file=content.path)
        return Unreadable(error("not-a-table", where, "the file cannot be read as CSV", fix="save it as CSV UTF-8"))
    rest = [one for one in odd if one != first]
    return Unreadable(too_long(content.path, *first, width), *_ragged(content.path, rest, width))


def _ragged(path: str, odd: list[tuple[int, int]], width: int) -> list[Faults]:
    if not odd:
        return []
    return [
        Faults(
            rule="ragged-row",
            level="error",
            file=path,
            message=f"the row has {{other}} cells where the header has {width}",
            rows=tuple(row for row, _ in odd),
            others=tuple(_word(cells) for _, cells in odd),
            fix="put cells with commas in quotes",
        )
    ]


def too_long(path: str, row: int, cells: int, width: int) -> Problem:
    """A row with more cells than the header: it is not known which of them belongs to which heading."""
    message = f"the row has {cells} cells where the header has {width}"
    return error("ragged-row", Where(file=path, row=row), message, fix="put cells with commas in quotes")


def short_rows(
    content: Content, found: FileFacts, header: Header, left: Collection[int], *, plain: bool
) -> list[Faults]:
    """A query for each row with fewer cells than the header, which were read as empty; `plain`: a line may be a row.

    Nothing is said of rows that are `left` out.
    """
    width = len(header.headings)
    short: list[tuple[int, int]] = []
    if plain and found.size <= PART:
        short = list(_short_lines(content.all(), header))
    elif plain:
        lines = _lines(content, header).filter(_few(header))
        cells = pl.col("line").str.count_matches(header.delimiter, literal=True) + 1
        short = lines.select("row", cells.cast(pl.Int64)).collect(engine="streaming").rows()
    if not plain or (short and found.quotes):
        # A cell in quotes may hold commas and line breaks, so only a CSV reader can tell.
        rows = rows_of(content, header.delimiter)
        short = [(row, len(cells)) for row, _, cells in rows if row > header.row and cells and len(cells) < width]
    short = [(row, cells) for row, cells in short if row not in left and (header.end is None or row < header.end)]
    if not short:
        return []
    return [
        Faults(
            rule="short-row",
            level="query",
            file=content.path,
            message=f"the row has {{other}} cells where the header has {width}",
            rows=tuple(row for row, _ in short),
            others=tuple(_word(cells) for _, cells in short),
        )
    ]


def _short_lines(data: bytes, header: Header) -> Iterator[tuple[int, int]]:
    """The rows among the lines of a small file that have too few cells, and how many those have."""
    mark, width = header.delimiter.encode(), len(header.headings)
    for row, line in enumerate(data.split(b"\n")[header.line :], header.row + 1):
        cells = line.count(mark) + 1
        if cells < width and line.rstrip(b"\r"):
            yield row, cells


_WORDS = [str(number) for number in range(256)]


def _word(number: int) -> str:
    return _WORDS[number] if number < len(_WORDS) else str(number)


def _few(header: Header) -> pl.Expr:
    line = pl.col("line").str.strip_chars_end("\r")
    few = line.str.count_matches(header.delimiter, literal=True) < len(header.headings) - 1
    return few & (line != "")


def _lines(content: Content, header: Header) -> pl.LazyFrame:
    """The lines below the header as text. Only without quotes in the file is each of them a row."""
    lines = pl.scan_lines(content.source(), name="line", row_index_name="row", glob=False).slice(header.line)
    return lines.with_columns(pl.col("row").cast(pl.Int64) + (header.row + 1 - header.line))
