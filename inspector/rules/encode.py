"""Facts and literals as the matchers read them: integers and strings, by the declared type of each field."""

import math
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from inspector.model.facts import Fact, FieldType, Scalar
from inspector.model.ladder import STANDINGS
from inspector.model.problems import Where
from inspector.rules.intermediate import CompiledRule, Earlier, Encoded, EncodedFact
from inspector.rules.refusal import refuse

SCALE = 1_000_000
"""Numbers are compared to six decimals."""
LARGEST = 2**63 - 1

Wanted = Mapping[str, Mapping[str, FieldType]]
"""Kind to the fields that rules read, with their types."""


def sort_of(field: FieldType) -> str:
    """The sort of values a type belongs to. Values of one sort may be compared with one another."""
    return "number" if field == "integer" else field


def ordered(field: FieldType) -> bool:
    """Whether `<` and its like mean anything for this type."""
    return field not in ("string", "boolean")


def encode_value(value: Scalar, field: FieldType) -> Encoded:
    """One value as an integer or a string in NFC.

    Numbers, dates (days since 1 January of year 1) and standings (height on the ladder) are scaled by a million and
    rounded half to even. Raises ValueError, with the reason in words, where the value is not of the type or not finite,
    or is too large for 64 bits.
    """
    if field == "string":
        if not isinstance(value, str):
            raise ValueError("is not text")
        return unicodedata.normalize("NFC", value)
    if field == "boolean":
        if not isinstance(value, bool):
            raise ValueError("is neither yes nor no")
        return int(value)
    scaled = _SCALED[field](value)
    if abs(scaled) > LARGEST:
        raise ValueError("is too large to compare")
    return scaled


def encode_fact(fact: Fact, fields: Mapping[str, FieldType]) -> EncodedFact:
    """The fact with only the fields named. Raises CannotComplete naming fact and field."""
    attrs = {}
    for name, field in sorted(fields.items()):
        if name in fact.fields:
            try:
                attrs[name] = encode_value(fact.fields[name], field)
            except ValueError as reason:
                where = Where(file="facts", path=f"{fact.id}, field {name}")
                message = f"{fact.fields[name]!r} {reason}"
                raise refuse("fact-value", where, message, expected=f"a value of type {field}") from None
    return EncodedFact(fact.id, fact.kind, attrs)


def encode_facts(facts: Iterable[Fact], wanted: Wanted) -> tuple[EncodedFact, ...]:
    """The facts of the kinds wanted, in order of id."""
    chosen = sorted((fact for fact in facts if fact.kind in wanted), key=lambda fact: fact.id)
    return tuple(encode_fact(fact, wanted[fact.kind]) for fact in chosen)


def fields_read(rules: Iterable[CompiledRule]) -> dict[str, set[str]]:
    """Kind to the fields its patterns test and later patterns refer to."""
    read: dict[str, set[str]] = {}
    for rule in rules:
        for pattern in rule.patterns:
            fields = read.setdefault(pattern.kind, set())
            for check in pattern.checks:
                fields.add(check.attr)
                if isinstance(check.value, Earlier):
                    read[rule.patterns[check.value.pattern].kind].add(check.value.attr)
    return read


def _number(value: Scalar) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("is not a number")
    if isinstance(value, int):
        return value * SCALE
    if not math.isfinite(value):
        raise ValueError("is not finite")
    return int((Decimal(repr(value)) * SCALE).to_integral_value())


def _integer(value: Scalar) -> int:
    if isinstance(value, float) and not value.is_integer():
        raise ValueError("is not a whole number")
    return _number(value)


def _date(value: Scalar) -> int:
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            raise ValueError("is not a date") from None
    if isinstance(value, datetime) or not isinstance(value, date):
        raise ValueError("is not a date")
    return value.toordinal() * SCALE


def _standing(value: Scalar) -> int:
    if value not in STANDINGS:
        raise ValueError("is not a standing")
    return STANDINGS.index(value) * SCALE


_SCALED = {"number": _number, "integer": _integer, "date": _date, "standing": _standing}
