"""Numbers in conditions against the unit and the range of the field."""

from math import inf

from inspector.lints._ranges import NUMBERS, Span, hull, number, of_field
from inspector.model.facts import Field
from inspector.model.rules import Condition

PARTS = ("share", "probability")
HUNDRED = 100
TIMES = ("days", "weeks", "months", "years")


def outside(field: Field, condition: Condition) -> bool:
    """Whether a condition compares a field with a number that it can never be near: outside of its range."""
    if condition.ref is not None or field.type not in NUMBERS or field.type in ("date", "standing"):
        return False
    span = hull(of_field(field))
    return any(not span.low <= n <= span.high for v in condition.values if (n := number(field, v)) is not None)


def sort_of(field: Field) -> str:
    """What sort of number a field is: a share, a probability, a time in some unit, else a count of something."""
    if field.type not in ("number", "integer"):
        return ""
    if field.unit in TIMES or field.unit in PARTS:
        return field.unit
    return "count" if field.type == "integer" else field.unit


def possible(field: Field) -> str:
    """What a field can be, in words."""
    if field.choices:
        return f"one of {', '.join(field.choices)}"
    span = hull(of_field(field))
    if field.type in ("number", "integer") and span != Span():
        ends = f"{span.low:g} to {span.high:g}" if span.high != inf else f"{span.low:g} or more"
        return f"a whole number, {ends}" if field.type == "integer" else ends
    return "a whole number" if field.type == "integer" else "a value that it can have"


def percent(field: Field, condition: Condition) -> bool:
    """Whether a share or probability is held against what looks like a percentage."""
    value = condition.values[0] if condition.values else None
    part = field.unit in PARTS or field.name in PARTS
    return part and isinstance(value, int | float) and not isinstance(value, bool) and 1 < value <= HUNDRED
