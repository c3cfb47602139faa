"""The data dictionary: what every field of every kind means, as a table to filter and as a page to read."""

import csv
import io
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """One field of a kind. `must` is yes where it has to be filled; `allowed` are its codes or bounds."""

    kind: str
    field: str
    heading: str
    type: str
    must: str
    allowed: str
    meaning: str


BOUNDS = {
    "minimum": "from",
    "exclusiveMinimum": "over",
    "maximum": "to",
    "formatMinimum": "from",
    "formatMaximum": "to",
}
HEADINGS = Entry("kind", "field", "heading", "type", "must be filled", "allowed", "meaning")


def entries(schemas: Mapping[str, dict[str, Any]]) -> list[Entry]:
    """An entry for each field of each schema, in their order."""
    return [
        Entry(
            kind,
            name,
            cell.get("title", name),
            _type(cell),
            "yes" if name in schema.get("required", ()) else "no",
            _allowed(cell),
            cell.get("description", ""),
        )
        for kind, schema in schemas.items()
        for name, cell in schema["properties"].items()
    ]


def as_csv(found: Sequence[Entry]) -> str:
    """One row a field."""
    stream = io.StringIO()
    out = csv.writer(stream, lineterminator="\r\n")
    out.writerow(HEADINGS)
    out.writerows(found)
    return stream.getvalue()


def as_markdown(found: Sequence[Entry]) -> str:
    """A table for each kind."""
    lines = ["# Data dictionary", ""]
    for kind, fields in groupby(found, key=lambda one: one.kind):
        lines += [f"## {kind}", "", _row(HEADINGS[1:]), _row(["---"] * len(HEADINGS[1:]))]
        lines += [*(_row(one[1:]) for one in fields), ""]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    told = (" ".join(cell.split()).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(told)} |"


def _type(cell: dict[str, Any]) -> str:
    part = cell.get("items", cell)
    said = {"date": "date, as 2025-03-31", "date-time": "moment, as 2025-03-31T16:20:00Z"}.get(part.get("format", ""))
    words = said or {"integer": "whole number", "boolean": "true or false"}.get(part["type"], part["type"])
    return f"list of {words}, parted by ;" if cell["type"] == "array" else words


def _allowed(cell: dict[str, Any]) -> str:
    part = cell.get("items", cell)
    if "enum" in part:
        return "; ".join(str(code) for code in part["enum"])
    return " ".join(f"{word} {part[key]}" for key, word in BOUNDS.items() if key in part)
