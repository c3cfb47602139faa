"""A table in memory, in any of the shapes that people have one in, as headings and rows of text.

Read are frames of Polars and pandas and what is like them, Arrow tables, rows as mappings, and columns as a mapping.
Nothing of these libraries is imported: what is asked for is what all of their kind have.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from inspector.door.refusal import refused

Cells = tuple[list[str], list[list[str]]]
EXPECTED = (
    "a path, a frame, rows as mappings, or a mapping of columns, with a period and a value or numerator in each row"
)


def cells(source: Any, name: str) -> Cells:
    """The headings of a table, and its rows. Raises CannotComplete for what is no table, or has no rows."""
    headings, rows = _parts(source, name)
    if not rows:
        raise refused("no-rows", name, "there are no rows", EXPECTED)
    return [_text(heading) for heading in headings], [[_text(cell) for cell in row] for row in rows]


def _parts(source: Any, name: str) -> tuple[list[Any], list[Sequence[Any]]]:
    if isinstance(source, Mapping):
        return _of_columns(source, name)
    source = _whole(source)
    if hasattr(source, "columns"):
        if callable(getattr(source, "iter_rows", None)):
            return list(source.columns), list(source.iter_rows())
        if callable(getattr(source, "itertuples", None)):
            return list(source.columns), list(source.itertuples(index=False, name=None))
    if callable(getattr(source, "to_pylist", None)):
        source = source.to_pylist()
    if isinstance(source, Iterable) and not isinstance(source, str | bytes):
        return _of_mappings(source, name)
    raise refused("not-a-table", name, f"a {type(source).__name__} is no table", EXPECTED)


def _whole(source: Any) -> Any:
    """A lazy frame collected, a series of pandas as a frame, and what stands in a named index as a column."""
    if callable(getattr(source, "collect_schema", None)) and callable(getattr(source, "collect", None)):
        return source.collect()
    if hasattr(source, "index") and callable(getattr(source, "to_frame", None)):
        source = source.to_frame()
    names = getattr(getattr(source, "index", None), "names", ())
    return source.reset_index() if any(name is not None for name in names) else source


def _of_columns(source: Mapping[Any, Any], name: str) -> tuple[list[Any], list[Sequence[Any]]]:
    columns = []
    for heading, column in source.items():
        if isinstance(column, str | bytes) or not isinstance(column, Iterable):
            fix = "for one row, give a list with this mapping in it"
            message = f"the column {_text(heading)!r} holds no list of values"
            raise refused("not-a-table", name, message, EXPECTED, fix)
        columns.append(list(column))
    lengths = {len(column) for column in columns}
    if len(lengths) > 1:
        told = ", ".join(f"{_text(heading)} {len(column)}" for heading, column in zip(source, columns, strict=True))
        raise refused("not-a-table", name, f"the columns have not the same length: {told}", "columns of one length")
    return list(source), list(zip(*columns, strict=True))


def _of_mappings(source: Iterable[Any], name: str) -> tuple[list[Any], list[Sequence[Any]]]:
    rows = list(source)
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            message = f"row {number} is a {type(row).__name__}, which does not say what is what"
            raise refused("not-a-table", name, message, EXPECTED)
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    return headings, [[row.get(heading) for heading in headings] for row in rows]


def _text(cell: Any) -> str:
    """A cell as it would stand in a CSV; what is absent is empty."""
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return ""
    if isinstance(cell, datetime):
        # Midnight is how libraries write a day; any other time of day is told as what it is.
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell)
    return "" if text in ("NaT", "<NA>", "nan") else text
