"""The kinds of evidence in words: what a row of each is, from the published schemas."""

import json
from functools import cache
from typing import Any

from inspector.data import schemas_folder

_OTHERWISE = frozenset(("case-records", "return", "table"))
"""Kinds that have no row schema of their own name."""


def kinds() -> tuple[str, ...]:
    """The kinds whose rows have a published schema, in the order of the profile of bundles."""
    resource = _schema("bundle")["properties"]["resources"]["items"]["properties"]
    return tuple(kind for kind in resource["kind"]["enum"] if kind not in _OTHERWISE)


def text(name: str) -> str:
    """What a row of the kind is, and its fields."""
    schema = _schema(name)
    lines = [f"{name} (kind of evidence)", "", str(schema.get("description", "")), "", "Fields of a row:"]
    for field, cell in schema["properties"].items():
        must = " (must be filled)" if field in schema.get("required", ()) else ""
        lines.append(f"  - {field}{must}: {cell.get('description', cell.get('title', field))}")
    return "\n".join(lines)


@cache
def _schema(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((schemas_folder() / f"{name}.schema.json").read_text(encoding="utf-8"))
    return read
