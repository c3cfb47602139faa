"""What a fact of a test case may say of a field: nothing that its signal would never give."""

from datetime import date
from typing import Any

from inspector.model.facts import Field, FieldType, Scalar
from inspector.model.ladder import STANDINGS
from inspector.model.remarks import did_you_mean, one_of

HUNDRED = 100
PARTS = ("share", "probability")
_SORTS: dict[FieldType, str] = {
    "string": "a word", "number": "a number", "integer": "a whole number", "boolean": "true or false",
    "date": "a day as 2025-03-31", "standing": f"one of {', '.join(STANDINGS)}",
}  # fmt: skip


def value_of(field: Field, value: Any) -> Scalar | None:
    """The value as the field's type, or None where the field can never be that: of another sort, or out of its range."""
    if field.choices and value not in field.choices:
        return None
    if _out_of_range(field, value):
        return None
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if field.type == "number":
        return float(value) if number else None
    if field.type == "integer":
        return value if number and isinstance(value, int) else None
    if field.type == "boolean":
        return value if isinstance(value, bool) else None
    if not isinstance(value, str):
        return None
    if field.type == "date":
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value


def _out_of_range(field: Field, value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    below = field.least is not None and value < field.least
    return below or (field.most is not None and value > field.most)


def wanted(field: Field, value: Any) -> tuple[str, str]:
    """What the field can be, and what may have been meant."""
    if field.choices:
        return one_of(field.choices), did_you_mean(value, field.choices)
    part = field.unit in PARTS and isinstance(value, int | float) and 1 < value <= HUNDRED
    fix = f"{value / HUNDRED:g} for {value} per cent" if part else ""
    ends = [] if field.least is None else [f"{field.least:g} or more"]
    if field.least is not None and field.most is not None:
        ends = [f"{field.least:g} to {field.most:g}"]
    return ", ".join([_SORTS[field.type], *ends]), fix
