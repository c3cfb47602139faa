"""Tables whose rows passed every check, as the typed values that signals and probes see."""

from collections.abc import Iterator
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
    rows = (
        pl.Series("row", [table.row_in_file(row) for row in frame[ROW]], dtype=pl.Int64) if table.cells else pl.col(ROW)
    )
    ready = frame.select(pl.lit(table.place).alias("resource"), rows.alias("row"), *casts)
    special = [
        (field, cell) for field, cell in schema["properties"].items() if _special(cell) and field in ready.columns
    ]
    return noun.each(_rows(ready, special, table.separator))


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


def _rows(frame: pl.DataFrame, special: list[tuple[str, dict[str, Any]]], separator: str) -> Iterator[dict[str, Any]]:
    """What each row says, without its empty cells."""
    names = frame.columns
    for row in frame.iter_rows():
        values = {name: value for name, value in zip(names, row, strict=True) if value is not None}
        for field, cell in special:
            if field in values:
                values[field] = _one(values[field], cell, separator)
        yield values


def _one(text: str, cell: dict[str, Any], separator: str) -> Any:
    if cell["type"] == "array":
        parts = [part.strip() for part in text.split(separator) if part.strip()]
        return tuple(date.fromisoformat(p) for p in parts) if cell["items"].get("format") == "date" else tuple(parts)
    return datetime.fromisoformat(text)
