"""Whether facts are as the fields of their signals say: in range, told apart by keys, by sums and bounds of their fellows."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import isclose
from typing import NamedTuple

from inspector.model import relations
from inspector.model.facts import Fact, Field, Scalar
from inspector.model.ladder import rank

ROUNDED = 2e-5
"""Facts hold six figures: what is worked out of some that are rounded is no nearer than this."""


class Held(NamedTuple):
    """What is wrong with facts, and what was held at all: `id.field equals`, `id.field at_most fellow`."""

    faults: list[str]
    asked: set[str]


def held(id: str, fields: Sequence[Field], facts: Iterable[Fact]) -> Held:
    """The facts of one kind held to what its fields say."""
    found, by_name, told = Held([], set()), {field.name: field for field in fields}, set()
    for fact in facts:
        key = tuple(fact.fields.get(field.name) for field in fields if field.key)
        if key in told:
            found.faults.append(f"{id}: two facts of {key}")
        told.add(key)
        for name, value in fact.fields.items():
            _one(f"{id}.{name}", by_name[name], value, fact, found)
    return found


def _one(name: str, field: Field, value: Scalar, fact: Fact, found: Held) -> None:
    number = _size(field, value)
    if number is not None and not _within(field, number):
        found.faults.append(f"{name} is {value}, of {field.least} to {field.most}")
    if field.choices and value not in field.choices:
        found.faults.append(f"{name} is {value}, none of {field.choices}")
    _there(name, field, value, fact, found)
    for other in field.at_most:
        beside = _size(field, fact.fields[other]) if other in fact.fields else None
        if number is not None and beside is not None:
            found.asked.add(f"{name} at most {other}")
            if number > beside and not isclose(number, beside, rel_tol=ROUNDED):
                found.faults.append(f"{name} is {value}, more than {other}, {beside}")
    if field.equals and number is not None:
        worked = relations.worked_out(relations.read(field.equals), fact.fields)
        if worked is not None:
            found.asked.add(f"{name} equals")
            if not isclose(number, worked, rel_tol=ROUNDED, abs_tol=1e-9):
                found.faults.append(f"{name} is {value}, and {field.equals} is {worked}")


def _there(name: str, field: Field, value: Scalar, fact: Fact, found: Held) -> None:
    if field.only_where:
        where, words = field.only_where
        found.asked.add(f"{name} only where {where}")
        if fact.fields[where] not in words:
            found.faults.append(f"{name} is there where {where} is {fact.fields[where]}")
    if field.always is not None and value != field.always:
        found.faults.append(f"{name} is {value}")


def _within(field: Field, number: float) -> bool:
    return (field.least is None or number >= field.least) and (field.most is None or number <= field.most)


def _size(field: Field, value: Scalar) -> float | None:
    """What can be held against a bound: a number, a day, or the place of a standing."""
    if field.type == "standing":
        return rank(str(value))  # type: ignore[arg-type]
    if isinstance(value, date):
        return value.toordinal()
    return None if isinstance(value, bool | str) else value
