"""Tables whose rows passed every check, as the typed values that signals and probes see."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import polars as pl

from inspector.bundle.framework_words import counted
from inspector.bundle.tables.table import ROW, Table
from inspector.model.base import Noun

T = TypeVar("T", bound=Noun)
PATH = "\x00path"


def typed(table: Table, noun: type[T], without: set[int]) -> tuple[T, ...]:
    """The rows of a table as values of `noun`, rows named in `without` left out. The cells must have passed the checks."""
    schema = table.schema
    frame = table.frame
    if table.element:
        frame = frame.with_columns(paths(table.element).alias(PATH))
    if without:
        frame = frame.filter(~pl.col(ROW).is_in(sorted(without)))
    casts = [_cast(field, schema["properties"][field]) for field in frame.columns if field not in (ROW, PATH)]
    at = [pl.col(PATH).alias("path")] if table.element else []
    rows = (
        pl.Series("row", [table.row_in_file(row) for row in frame[ROW]], dtype=pl.Int64) if table.cells else pl.col(ROW)
    )
    ready = frame.select(pl.lit(table.place).alias("resource"), rows.alias("row"), *at, *casts)
    special = [
        (field, cell) for field, cell in schema["properties"].items() if _special(cell) and field in ready.columns
    ]
    rows_said = _rows(ready, special, table.separator)
    opened, words = counted(schema)
    return noun.each(_counted(rows_said, opened, words) if words else rows_said)


def paths(element: tuple[str, ...]) -> pl.Expr:
    """The place of each row in its JSON: `recommendations[3]`, and of a part, whose rows have that of their owner,
    `recommendations[3].actions[1]`."""
    owner = pl.format("{}[{}]", pl.lit(element[0]), pl.col(ROW) - 2)
    return (
        owner
        if len(element) == 1
        else pl.format("{}.{}[{}]", owner, pl.lit(element[1]), pl.int_range(pl.len()).over(ROW))
    )


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


def _counted(rows: Iterator[dict[str, Any]], opened: str, words: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Rows with a framework's own word counted as the word of ours that it counts as; what the row says stands beside."""
    for row in rows:
        said = row.get(opened, "")
        yield {**row, opened: words[said], "own_word": said} if said in words else row


def _one(text: str, cell: dict[str, Any], separator: str) -> Any:
    if cell["type"] == "array":
        parts = [part.strip() for part in text.split(separator) if part.strip()]
        return tuple(date.fromisoformat(p) for p in parts) if cell["items"].get("format") == "date" else tuple(parts)
    return datetime.fromisoformat(text)
