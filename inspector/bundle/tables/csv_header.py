"""Where the header of a CSV is, and what parts its cells."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from inspector.bundle.open.content import Content
from inspector.bundle.tables.csv_text import rows_of
from inspector.bundle.tables.finding import FIRST_ROWS, Found, find
from inspector.bundle.tables.mapping import Mapping, rows_looked_at
from inspector.bundle.tables.placed import refuse_beyond
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, error
from inspector.values.encoding import delimiter

SNIFFED = 1 << 16
"""So many bytes show what parts the cells."""


@dataclass(frozen=True)
class Header:
    """The headings, the line after them (from 0), their row (from 1) and what parts the cells.

    `found` says in which rows they stand, `heads` what those hold, and `end` the first row that is no longer read.
    """

    headings: list[str]
    line: int
    row: int
    delimiter: str
    marked: bool = False
    """Whether the row below begins with a byte-order mark, which some readers leave out there."""
    found: Found | None = None
    heads: tuple[list[str], ...] = ()
    end: int | None = None


def header_of(content: Content, schema: dict[str, Any], mapping: Mapping | None) -> Header:
    """The header of a CSV. Raises Unreadable where there is none."""
    delimiter = delimiter_of(next(content.parts(), b""), content.path)
    most_rows = rows_looked_at(mapping, FIRST_ROWS)
    rows = _first_rows(content, delimiter, most_rows + 1)
    cells = [row for _, row in rows]
    refuse_beyond(mapping, len(cells), Where(file=content.path))
    found = find(cells[:most_rows], schema, mapping)
    below = cells[found.last + 1 :]
    width = max(len(found.headings), 1)
    if width > most("table-columns"):
        where = Where(file=content.path, row=found.last + 1)
        message = f"the row of headings has {width:,} cells, and the limit is {words('table-columns')}"
        raise Unreadable(error("file-too-large", where, message, fix=raise_it("table-columns")))
    headings = found.headings
    while headings and not headings[-1]:
        headings = headings[:-1]
    width = max(width, _ending_in_nothing(below, width))
    marked = bool(below and below[0]) and below[0][0].startswith("\ufeff")
    heads = tuple(cells[found.first : found.last + 1])
    padded = [*headings, *[""] * (width - len(headings))]
    return Header(padded, rows[found.last][0], found.last + 1, delimiter, marked, found, heads)


def _ending_in_nothing(rows: list[list[str]], width: int) -> int:
    """How wide the first rows are where every one of them has more cells than there are headings, and all the more empty.

    A program that ends each row with a comma, and the headings with none, writes so.
    """
    widths = {len(row) for row in rows if row}
    if len(widths) != 1 or any(cell for row in rows for cell in row[width:]):
        return width
    return min(max(*widths, width), most("table-columns"))


def _first_rows(content: Content, delimiter: str, most_rows: int) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    try:
        for _, line, cells in islice(rows_of(content, delimiter), most_rows):
            rows.append((line, [plain(cell) for cell in cells]))
    except Unreadable:
        # The rows so far will do; the reading proper says what is wrong and where.
        if not any(cells for _, cells in rows):
            raise
    return rows


def plain(cell: str) -> str:
    """A cell without spaces around, and on one line."""
    return " ".join(cell.split()) if "\n" in cell or "\r" in cell else cell.strip()


def delimiter_of(start: bytes, path: str) -> str:
    """What parts the cells of a CSV that begins with these bytes. Raises Unreadable for an empty file."""
    text = start[:SNIFFED].decode("utf-8-sig", "ignore")
    if not text.strip():
        raise Unreadable(error("no-header", Where(file=path), "the file is empty", "a line of headings"))
    return delimiter(text)
