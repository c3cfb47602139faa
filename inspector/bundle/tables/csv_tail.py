"""Rows of a CSV that are no records, and cells below no heading: looked for at its end and by whole columns."""

import io
from collections import deque
from collections.abc import Collection, Iterable

import polars as pl

from inspector.bundle.open.content import Content
from inspector.bundle.tables import leftovers
from inspector.bundle.tables.csv_header import Header, plain
from inspector.bundle.tables.csv_text import rows_of, rows_of_lines
from inspector.bundle.tables.placed import unheaded as said_of_unheaded
from inspector.bundle.tables.table import ROW
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable

WINDOWS = (1 << 16, 1 << 20, 1 << 24)
"""So many of the last bytes are looked at, more where the last ones are all blank."""
NEAR = 4
"""So many rows above headings that stand again may be titles."""


def scan(content: Content, header: Header) -> pl.LazyFrame:
    """The rows below the header as a plan, columns named by their places, a CSV that all readers read alike."""
    return pl.scan_csv(
        content.source(),
        has_header=False,
        skip_lines=header.line,
        separator=header.delimiter,
        schema=dict.fromkeys((str(place) for place in range(len(header.headings))), pl.String),
        row_index_name=ROW,
        row_index_offset=header.row + 1,
        n_rows=None if header.end is None else header.end - 1 - header.row,
        glob=False,
        missing_columns="insert",
    )


def left_out(content: Content, header: Header, last: int | None, needed: Collection[int]) -> dict[int, str]:
    """Totals and notes at the end, by their rows; `last` is the number of the last row where a line break ends a row."""
    tail = _at_the_end(content, header, last) if last is not None else _by_reading(content, header)
    return leftovers.below(tail, sum(map(bool, header.headings)), needed)


def _at_the_end(content: Content, header: Header, last: int) -> list[leftovers.Row]:
    for window in WINDOWS:
        data = content.tail(window)
        rows = _trimmed(_parsed(data, header, last, whole=len(data) < window))
        if rows or len(data) < window:
            return rows
    return []


def _parsed(data: bytes, header: Header, last: int, *, whole: bool) -> list[leftovers.Row]:
    """The rows that begin in the data, numbered from the last one upwards."""
    start = 0 if whole else _row_begins(data)
    if start is None:
        return []
    text = data[start:].decode("utf-8-sig", "replace")
    try:
        rows = [cells for _, _, cells in rows_of_lines(io.StringIO(text, newline=""), header.delimiter, "")]
    except Unreadable:
        return []
    first = last - len(rows) + 1
    numbered = (leftovers.Row(first + at, [plain(cell) for cell in cells]) for at, cells in enumerate(rows))
    return [row for row in numbered if row.number > header.row]


def _row_begins(data: bytes) -> int | None:
    """Where the first row begins that does so within the data, which end with the last row.

    As many quotes behind a line break as close what they open: the break stands in no cell.
    """
    behind, at = data.count(b'"'), 0
    while at < len(data):
        end = data.find(b"\n", at) + 1
        if not end:
            return None
        behind, at = behind - data.count(b'"', at, end), end
        if behind % 2 == 0:
            return at
    return None


def _by_reading(content: Content, header: Header) -> list[leftovers.Row]:
    held: deque[leftovers.Row] = deque(maxlen=leftovers.TAIL)
    try:
        for row, _, cells in rows_of(content, header.delimiter):
            # Blank rows count only between others.
            if row > header.row and (any(cells) or (held and held[-1].filled)):
                held.append(leftovers.Row(row, [plain(cell) for cell in cells]))
    except Unreadable:
        return []
    return _trimmed(list(held))


def _trimmed(rows: list[leftovers.Row]) -> list[leftovers.Row]:
    while rows and not rows[-1].filled:
        rows = rows[:-1] if len(rows) < leftovers.TAIL else rows[: _last_filled(rows) + 1]
    return rows[-leftovers.TAIL :]


def _last_filled(rows: list[leftovers.Row]) -> int:
    return next((at for at in range(len(rows) - 1, -1, -1) if rows[at].filled), -1)


def amid(
    content: Content, plan: pl.LazyFrame, header: Header, fields: dict[str, int], needed: Collection[str]
) -> dict[int, str]:
    """The rows between records that say the headings once more, or are totals of groups, of a file in memory.

    The plan has a column a field, `needed` are the fields that every record has.
    """
    order = sorted(fields, key=lambda field: fields[field])
    data = (content.data or b"").lower()
    if not order or not header.heads:
        return {}
    heads = [[head[fields[field]] if fields[field] < len(head) else "" for field in order] for head in header.heads]
    first, found = heads[-1][0], dict[int, str]()
    if first and data.count(first.lower().encode()) > 1:
        found |= leftovers.again(_rows(plan, pl.col(order[0]) == first, order, NEAR), heads)
    if b"total" in data:
        totals = pl.col(order[0]).str.contains(leftovers.SUBTOTAL.pattern)
        found |= leftovers.within(_rows(plan, totals, order, 0), [order.index(field) for field in needed])
    return found


def _rows(plan: pl.LazyFrame, test: pl.Expr, order: list[str], above: int) -> list[leftovers.Row]:
    """The rows that pass a test, and so many above each."""
    try:
        places: list[int] = plan.filter(test).select(ROW).collect(engine="streaming")[ROW].to_list()
        near = {row - back for row in places for back in range(above + 1)}
        some = plan.filter(pl.col(ROW).is_in(sorted(near))).select(ROW, *order) if near else None
        rows = [] if some is None else some.collect(engine="streaming").sort(ROW).rows()
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        # The reading proper says what is wrong and where.
        return []
    return [leftovers.Row(row, [plain(cell or "") for cell in cells]) for row, *cells in rows]


def unheaded(content: Content, header: Header, *, plain: bool) -> list[Problem]:
    """A query on columns that have no heading and hold something; `plain`: all readers read the file alike."""
    places = [place for place, heading in enumerate(header.headings) if not heading]
    if not places:
        return []
    filled = _counted(content, header, places) if plain else _count(content, header, places)
    return said_of_unheaded(filled, Where(file=content.path), header.row)


def _counted(content: Content, header: Header, places: list[int]) -> dict[int, int]:
    cells = [(pl.col(str(place)).str.strip_chars() != "").sum() for place in places]
    try:
        return dict(zip(places, scan(content, header).select(cells).collect(engine="streaming").row(0), strict=True))
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        return {}


def _count(content: Content, header: Header, places: Iterable[int]) -> dict[int, int]:
    filled = dict.fromkeys(places, 0)
    try:
        for row, _, cells in rows_of(content, header.delimiter):
            if row > header.row and (header.end is None or row < header.end):
                for place in filled:
                    filled[place] += place < len(cells) and bool(cells[place].strip())
    except Unreadable:
        return {}
    return filled
