"""`"type": ["string", "null"]` as tables have it: a field of the one type whose cells may be empty."""

from typing import Any


def without_null(schema: Any) -> Any:
    """A row schema with `null` taken out of the types of its fields, which then need not be filled; others as they are.

    An empty cell is a field that is not there, and that is all that null can mean in a table.
    """
    properties = schema.get("properties") if isinstance(schema, dict) else None
    if not isinstance(properties, dict):
        return schema
    nullable = {name for name, cell in properties.items() if _may_be_null(cell)}
    if not nullable:
        return schema
    plain = {
        name: {**cell, "type": _other(cell["type"])} if name in nullable else cell for name, cell in properties.items()
    }
    required = schema.get("required")
    kept = {"required": [name for name in required if name not in nullable]} if isinstance(required, list) else {}
    return {**schema, "properties": {name: _values(cell) for name, cell in plain.items()}, **kept}


def _may_be_null(cell: Any) -> bool:
    kinds = cell.get("type") if isinstance(cell, dict) else None
    return isinstance(kinds, list) and len(kinds) == 2 and kinds.count("null") == 1


def _other(kinds: list[Any]) -> Any:
    return next(kind for kind in kinds if kind != "null")


def _values(cell: dict[str, Any]) -> dict[str, Any]:
    """Null among the codes says the same once more."""
    codes = cell.get("enum")
    return (
        {**cell, "enum": [code for code in codes if code is not None]}
        if isinstance(codes, list) and None in codes
        else cell
    )
