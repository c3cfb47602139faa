"""The rows of a CSV that readers read differently, as Python's own reader has them: slower, and the same for any bytes."""

from collections.abc import Iterator

import polars as pl

from inspector.bundle.open.content import Content
from inspector.bundle.tables.csv_faults import located
from inspector.bundle.tables.csv_header import Header
from inspector.bundle.tables.csv_text import rows_of
from inspector.bundle.tables.table import ROW, SHORT

AT_ONCE = 50_000
"""Cells that are held before they become a frame."""


def frames(content: Content, header: Header, fields: dict[str, int]) -> Iterator[pl.DataFrame]:
    """The rows below the header; one without cells is left out. Raises Unreadable, also on the way."""
    width = len(header.headings)
    most_rows = max(AT_ONCE // width, 1)
    held: list[tuple[int, list[str]]] = []
    begun = False
    for row, _, cells in rows_of(content, header.delimiter):
        if header.end is not None and row >= header.end:
            break
        if row <= header.row or not cells:
            continue
        if len(cells) > width:
            raise located(content, header)
        held.append((row, cells))
        if len(held) == most_rows:
            yield _frame(held, width, fields)
            held, begun = [], True
    if held or not begun:
        yield _frame(held, width, fields)


def _frame(held: list[tuple[int, list[str]]], width: int, fields: dict[str, int]) -> pl.DataFrame:
    def column(place: int) -> pl.Series:
        cells = [(cells[place] or None) if place < len(cells) else None for _, cells in held]
        return pl.Series(cells, dtype=pl.String)

    rows = pl.Series([row for row, _ in held], dtype=pl.Int64)
    columns = {field: column(place) for field, place in fields.items()}
    return pl.DataFrame({ROW: rows, SHORT: column(width - 1).is_null(), **columns})
