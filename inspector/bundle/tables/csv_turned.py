"""A CSV that lies on its side: the fields one below the other, the records across."""

from itertools import islice
from typing import Any

from inspector.bundle.open.content import Content
from inspector.bundle.tables import turning
from inspector.bundle.tables.csv_header import Header, plain
from inspector.bundle.tables.csv_text import rows_of
from inspector.bundle.tables.mapping import Mapping
from inspector.model.limits import most
from inspector.model.remarks import Unreadable


def turned(content: Content, header: Header, schema: dict[str, Any], mapping: Mapping | None) -> turning.Turned | None:
    """The rows turned, headings first; None where the table stands upright, or cannot be read as a whole."""
    if header.found is None or not turning.may_be(header.found, schema, mapping):
        return None
    try:
        rows = [[plain(cell) for cell in cells] for _, _, cells in _some(content, header)]
    except Unreadable:
        return None
    width = max(map(len, rows), default=0)
    if len(rows) > turning.MOST_FIELDS or width > most("table-columns"):
        return None
    return turning.turned([[*row, *[""] * (width - len(row))] for row in rows], header.found, schema, mapping)


def _some(content: Content, header: Header) -> Any:
    return islice(rows_of(content, header.delimiter), turning.MOST_FIELDS + 1)
