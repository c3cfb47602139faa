"""Where the header of a CSV is, and what parts its cells."""

import io
from dataclasses import dataclass
from typing import Any

from inspector.bundle.open.content import LONGEST_LINE
from inspector.bundle.tables.csv_reader import failure, reader
from inspector.bundle.tables.headings import Mapping, header_row
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, error

SNIFFED = 1 << 16
DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class Header:
    """The headings, the line after them (from 0), their row (from 1) and what parts the cells."""

    headings: list[str]
    line: int
    row: int
    delimiter: str


def header_of(start: bytes, schema: dict[str, Any], mapping: Mapping | None, path: str) -> Header:
    """The header of a CSV that begins with these bytes. Raises Unreadable where there is none."""
    text = start[:SNIFFED].decode("utf-8-sig", "ignore")
    if not text.strip():
        raise Unreadable(error("no-header", Where(file=path), "the file is empty", "a line of headings"))
    first = next(line for line in text.splitlines() if line.strip())
    # A comma rules; only where the first line has none is another one believed.
    delimiter = "," if "," in first else max(DELIMITERS, key=first.count)
    each = reader(io.StringIO(text, newline=""), LONGEST_LINE, delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    try:
        for row in each:
            rows.append((each.line_num, [cell.strip() for cell in row]))
            if len(rows) == 20:
                break
    except failure(LONGEST_LINE):
        # The rows so far will do; the reading proper says what is wrong and where.
        pass
    if not rows:
        raise Unreadable(error("unclosed-quote", Where(file=path, row=1), "the header cannot be read"))
    place = header_row([cells for _, cells in rows], schema, mapping)
    line, headings = rows[place]
    while headings and not headings[-1]:
        headings = headings[:-1]
    width = max(len(rows[place][1]), 1)
    return Header([*headings, *[""] * (width - len(headings))], line, place + 1, delimiter)
