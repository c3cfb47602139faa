"""Tables whose rows passed every check, as the typed values that signals and probes see."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import polars as pl

from inspector.bundle.tables.table import ROW, Table
from inspector.model.base import Noun

T = TypeVar("T", bound=Noun)


def typed(table: Table, noun: type[T], without: set[int]) -> tuple[T, ...]:
    """The rows of a table as values of `noun`, rows named in `without` left out. The cells must have passed the checks."""
    schema = table.schema
    frame = table.frame.filter(~pl.col(ROW).is_in(sorted(without))) if without else table.frame
    casts = [_cast(field, schema["properties"][field]) for field in frame.columns if field != ROW]
    rows = frame.select(ROW, *casts).iter_rows(named=True)
    special = {field: cell for field, cell in schema["properties"].items() if _special(cell)}
    make: Callable[..., T] = noun
    return tuple(make(resource=table.place, row=row.pop(ROW), **_values(row, special, table.separator)) for row in rows)


def _special(cell: dict[str, Any]) -> bool:
    return cell["type"] == "array" or cell.get("format") == "date-time"


def _cast(field: str, cell: dict[str, Any]) -> pl.Expr:
    text = pl.col(field)
    if cell["type"] == "number":
        return text.cast(pl.Float64)
    if cell["type"] == "integer":
        return text.cast(pl.Float64).cast(pl.Int64)
    if cell["type"] == "boolean":
        return text == "true"
    return text.str.to_date("%Y-%m-%d") if cell.get("format") == "date" else text


def _values(row: dict[str, Any], special: dict[str, dict[str, Any]], separator: str) -> dict[str, Any]:
    values = {field: value for field, value in row.items() if value is not None}
    for field in special.keys() & values.keys():
        values[field] = _one(values[field], special[field], separator)
    return values


def _one(text: str, cell: dict[str, Any], separator: str) -> Any:
    if cell["type"] == "array":
        parts = [part.strip() for part in text.split(separator) if part.strip()]
        return tuple(date.fromisoformat(p) for p in parts) if cell["items"].get("format") == "date" else tuple(parts)
    return datetime.fromisoformat(text)
