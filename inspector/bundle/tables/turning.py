"""Tables that lie on their side: the fields one below the other, the records across."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from inspector.bundle.tables.cells import Cells
from inspector.bundle.tables.finding import Found
from inspector.bundle.tables.mapping import Mapping as Said
from inspector.bundle.tables.naming import named
from inspector.bundle.tables.table import letter
from inspector.model.limits import most

MOST_FIELDS = 1_000
"""A table with more rows than that is not turned."""
LEADING = 3
"""The fields are looked for in so many of the first columns."""


@dataclass(frozen=True)
class Turned:
    """The rows turned, headings first; `lead` is the column (from 0) of the headings, `places` their rows (from 1)."""

    rows: list[list[Any]]
    lead: int
    places: list[int]

    def cells(self, fields: Mapping[str, int], headings: Sequence[str]) -> Cells:
        """Where the cells of the records stand: a record is a column, a field a row."""
        letters = [letter(self.lead + 1 + at) for at in range(len(self.rows) - 1)]
        return Cells(
            {
                field: tuple((self.places[place], column, headings[place]) for column in letters)
                for field, place in fields.items()
            },
            tuple((self.places[0], column, "") for column in letters),
        )


def turned(rows: Sequence[Sequence[Any]], found: Found, schema: dict[str, Any], mapping: Said | None) -> Turned | None:
    """The rows turned so that the fields are headings, where they stand below one another; None where they do not.

    A column is believed before a row only where it names twice as many fields, two or more, and what every record has
    is among them. Every row is as long as the longest.
    """
    if (
        not rows
        or len(rows) > MOST_FIELDS
        or len(rows[0]) > most("table-columns")
        or not may_be(found, schema, mapping)
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
        at
        for at, row in enumerate(rows)
        if _filled(row) > 1 or (_filled(row) == 1 and named([_text(row[lead])], schema, mapping))
    ]
    across = [list(row) for row in list(zip(*(rows[at] for at in kept), strict=True))[lead:]]
    return Turned(across, lead, [at + 1 for at in kept])


def may_be(found: Found, schema: dict[str, Any], mapping: Said | None) -> bool:
    """Whether the headings that were found leave it open that the table lies on its side."""
    required = set(schema.get("required", ()))
    if (mapping and mapping.rows) or found.named >= len(schema["properties"]):
        return False
    return not (required and required <= named(found.headings, schema, mapping))


def _filled(row: Sequence[Any]) -> int:
    return sum(cell not in ("", None) for cell in row)


def _names(rows: Sequence[Sequence[Any]], at: int, schema: dict[str, Any], mapping: Said | None) -> set[str]:
    return named([_text(row[at]) for row in rows], schema, mapping)


def _text(cell: Any) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""
