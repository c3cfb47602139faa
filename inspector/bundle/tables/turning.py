"""Tables that lie on their side: the fields one below the other, the records across."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from inspector.bundle.tables.finding import Found
from inspector.bundle.tables.mapping import Mapping
from inspector.bundle.tables.naming import named
from inspector.model.limits import most

MOST_FIELDS = 1_000
"""A table with more rows than that is not turned."""
LEADING = 3
"""The fields are looked for in so many of the first columns."""


@dataclass(frozen=True)
class Turned:
    """The rows turned, headings first, and the column (from 0) in which the headings stood."""

    rows: list[list[Any]]
    lead: int


def turned(
    rows: Sequence[Sequence[Any]], found: Found, schema: dict[str, Any], mapping: Mapping | None
) -> Turned | None:
    """The rows turned so that the fields are headings, where they stand below one another; None where they do not.

    A column is believed before a row only where it names twice as many fields, two or more, and what every record has
    is among them. Every row is as long as the longest.
    """
    if (mapping and mapping.rows) or len(rows) > MOST_FIELDS or not rows or len(rows[0]) > most("table-columns"):
        return None
    if found.named >= len(schema["properties"]) or set(schema.get("required", ())) <= named(
        found.headings, schema, mapping
    ):
        return None
    best, place = max((len(_names(rows, at, schema, mapping)), -at) for at in range(min(LEADING, len(rows[0]))))
    names = _names(rows, -place, schema, mapping)
    record = schema.get("x-record")
    needed = {record} if schema.get("x-tolerant") and record else set(schema.get("required", ()))
    if best < max(2, 2 * found.named) or not needed <= names:
        return None
    lead = -place
    kept = [
        row for row in rows if _filled(row) > 1 or (_filled(row) == 1 and named([_text(row[lead])], schema, mapping))
    ]
    return Turned([list(row) for row in list(zip(*kept, strict=True))[lead:]], lead)


def _filled(row: Sequence[Any]) -> int:
    return sum(cell not in ("", None) for cell in row)


def _names(rows: Sequence[Sequence[Any]], at: int, schema: dict[str, Any], mapping: Mapping | None) -> set[str]:
    return named([_text(row[at]) for row in rows], schema, mapping)


def _text(cell: Any) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""
