"""What a cell of a table says as a JSON value. This is the definition; compiled checks are held equal to it."""

import re
from datetime import date, datetime
from typing import Any

NUMBER = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$"
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_DATE_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
_NUMBER = re.compile(NUMBER)
_DATE = re.compile(DATE)
LARGEST = 1e300
LARGEST_WHOLE = 2.0**53
"""Up to here, every whole number has a place of its own among floats."""


def to_json(cell: str, schema: dict[str, Any], separator: str = ";") -> Any:
    """The JSON value of a cell for a property of that schema.

    A number, integer or boolean is one where the text is its JSON literal, else the text itself, which then fails the
    type. An array is split at `separator`. Numbers beyond 1e300, and for an integer from 2^53, stay text.
    """
    kind = schema.get("type")
    if kind in ("number", "integer") and _NUMBER.fullmatch(cell) and abs(float(cell)) < largest(kind):
        return float(cell) if not re.fullmatch(r"-?[0-9]+", cell) else int(cell)
    if kind == "boolean" and cell in ("true", "false"):
        return cell == "true"
    if kind == "array":
        return [part.strip() for part in cell.split(separator) if part.strip()]
    return cell


def largest(kind: str) -> float:
    """The bound below which a number of that JSON type is read."""
    return LARGEST_WHOLE if kind == "integer" else LARGEST


def within_bounds(value: Any, schema: dict[str, Any]) -> Any:
    """A JSON value as it is, but a number too large to be read as its text, as in a cell."""
    if isinstance(value, int | float) and abs(value) >= largest(schema.get("type", "number")):
        return str(value)
    return value


def is_date(text: str) -> bool:
    """Whether the text is a day that exists, as 2025-03-31."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_date_time(text: str) -> bool:
    """Whether the text is a moment that exists, with its offset, as 2025-03-31T09:00:00Z."""
    if not _DATE_TIME.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
