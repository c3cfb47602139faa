"""Where the header of a CSV is, and what parts its cells."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from inspector.bundle.open.content import Content
from inspector.bundle.tables.csv_text import rows_of
from inspector.bundle.tables.headings import Mapping, header_row
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, error
from inspector.values.encoding import delimiter

SNIFFED = 1 << 16
"""So many bytes show what parts the cells."""
FIRST_ROWS = 20
"""The headings are looked for in so many rows."""


@dataclass(frozen=True)
class Header:
    """The headings, the line after them (from 0), their row (from 1) and what parts the cells."""

    headings: list[str]
    line: int
    row: int
    delimiter: str
    marked: bool = False
    """Whether the row below begins with a byte-order mark, which some readers leave out there."""


def header_of(content: Content, schema: dict[str, Any], mapping: Mapping | None) -> Header:
    """The header of a CSV. Raises Unreadable where there is none."""
    mark = delimiter_of(next(content.parts(), b""), content.path)
    rows = _first_rows(content, mark)
    place = header_row([cells for _, cells in rows[:FIRST_ROWS]], schema, mapping)
    line, headings = rows[place]
    width = max(len(headings), 1)
    if width > most("table-columns"):
        where = Where(file=content.path, row=place + 1)
        message = f"the row of headings has {width:,} cells, and the limit is {words('table-columns')}"
        raise Unreadable(error("file-too-large", where, message, fix=raise_it("table-columns")))
    while headings and not headings[-1]:
        headings = headings[:-1]
    below = rows[place + 1][1] if place + 1 < len(rows) else []
    marked = bool(below) and below[0].startswith("\ufeff")
    return Header([*headings, *[""] * (width - len(headings))], line, place + 1, mark, marked)


def _first_rows(content: Content, mark: str) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    try:
        for _, line, cells in islice(rows_of(content, mark), FIRST_ROWS + 1):
            rows.append((line, [cell.strip() for cell in cells]))
    except Unreadable:
        # The rows so far will do; the reading proper says what is wrong and where.
        if not any(cells for _, cells in rows):
            raise
    return rows


def delimiter_of(start: bytes, path: str) -> str:
    """What parts the cells of a CSV that begins with these bytes. Raises Unreadable for an empty file."""
    text = start[:SNIFFED].decode("utf-8-sig", "ignore")
    if not text.strip():
        raise Unreadable(error("no-header", Where(file=path), "the file is empty", "a line of headings"))
    return delimiter(text)
