"""Conditions and parts as an author writes them."""

from inspector.model.facts import Scalar
from inspector.model.rules import Condition, Pattern, Tally


def condition(one: Condition, name: str = "") -> str:
    """`probability: ">= 0.8"`, `call: [gradual-gain, sudden-gain]`, `indicator: $move.indicator`."""
    field = name or one.field
    if one.ref is not None:
        right = f"${one.ref.alias}.{one.ref.field}"
        return f"{field}: {right}" if one.operator == "==" else f'{field}: "{one.operator} {right}"'
    if len(one.values) > 1:
        return f"{field}: {'' if one.operator == '==' else one.operator + ' '}[{', '.join(map(value, one.values))}]"
    if not one.values:
        return f"{field}: []"
    said = value(one.values[0])
    return f"{field}: {said}" if one.operator == "==" else f'{field}: "{one.operator} {said}"'


def value(one: Scalar) -> str:
    """A value as YAML has it."""
    if isinstance(one, bool):
        return "true" if one else "false"
    return f"{one:g}" if isinstance(one, float) and len(f"{one:g}") < len(str(one)) else str(one)


def pattern(one: Pattern) -> str:
    """`{signal: trajectory, call: loss}`."""
    head, _, rest = one.kind.partition("/")
    named = {"standing": "theme"}.get(head, head)
    begins = "verdict-basis: true" if one.kind == "basis" else f"{named}: {rest}"
    return "{" + ", ".join([begins, *map(condition, one.conditions)]) + "}"


def part(one: Pattern | Tally) -> str:
    """`move: {signal: trajectory, …}`, with its alias."""
    if isinstance(one, Pattern):
        return f"{one.alias}: {pattern(one)}"
    test = ", ".join(condition(each, "is") for each in one.tests)
    if one.of is None:
        return f"{one.alias}: {{count: {pattern(one.count)}, {test}}}"
    return f"{one.alias}: {{share: {pattern(one.count)}, of: {pattern(one.of)}, {test}}}"
