"""What is wrong with how fields are described, and with a fact by what its fields say of themselves."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from math import isclose

from inspector.model import relations
from inspector.model.facts import Field, Scalar

ROUNDED = 1e-4
"""Numbers of a fact hold six figures, and a difference of two may hold fewer."""
Fault = tuple[str, str]
"""What is wrong, and what was expected."""


def misdescribed(fields: Sequence[Field]) -> Iterator[Fault]:
    """What a description of fields says that cannot be so."""
    known = {field.name: field for field in fields}
    for field in fields:
        for other in field.at_most:
            if other not in known or other == field.name:
                yield f"its field {field.name!r} is at most {other!r}", "another field of the signal"
        try:
            named = relations.names(relations.read(field.equals)) if field.equals else frozenset[str]()
        except ValueError:
            yield f"its field {field.name!r} equals {field.equals!r}", "a sum of other fields, as 'changed / said'"
            continue
        for other in sorted(named - (set(known) - {field.name})):
            yield f"its field {field.name!r} equals a sum of {other!r}", "other fields of the signal"
        if field.least is not None and field.most is not None and field.least > field.most:
            yield f"its field {field.name!r} is from {field.least} to {field.most}", "the least first"
        if field.sure_of is not None and (field.role, field.type) != ("doubt", "number"):
            yield (
                f"its field {field.name!r} is sure of a {field.sure_of}",
                "a number whose role is doubt: how probable that is",
            )
        where, words = field.only_where or (field.name, ())
        if where not in known or set(words) - set(known[where].choices or words):
            yield (
                f"its field {field.name!r} is there where {where!r} is {', '.join(words)}",
                "a field and some of its choices",
            )
        for word in sorted({*field.better, *field.worse} - set(field.choices)):
            yield f"its field {field.name!r} is never {word!r}", "one of its choices"


def untrue(field: Field, fact: Mapping[str, Scalar]) -> Iterator[Fault]:
    """What the value that a fact has of a field cannot be, by what the field says. Its type and choices are held elsewhere."""
    value = fact[field.name]
    if field.only_where and fact.get(field.only_where[0], field.only_where[1][0]) not in field.only_where[1]:
        where = field.only_where[0]
        yield (
            f"its field {field.name!r} is there beside {where} {fact[where]}",
            f"{where} {', '.join(field.only_where[1])}",
        )
    if field.always is not None and value != field.always:
        yield f"its field {field.name!r} is {str(value).lower()}", f"{str(field.always).lower()}, as in every such fact"
    size = _size(value)
    if size is None:
        return
    if field.type in ("integer", "number"):
        if field.least is not None and size < field.least:
            yield f"its field {field.name!r} is {value}", f"{field.least:g} or more, as ABOUT says"
        if field.most is not None and size > field.most:
            yield f"its field {field.name!r} is {value}", f"{field.most:g} or less, as ABOUT says"
    for other in field.at_most:
        most = _size(fact[other]) if other in fact else None
        if most is not None and size > most and not isclose(size, most, rel_tol=ROUNDED):
            yield (
                f"its field {field.name!r} is {value}, more than {other!r}, {fact[other]}",
                "at most that, as ABOUT says",
            )
    worked = relations.worked_out(relations.read(field.equals), fact) if field.equals else None
    if worked is not None and not isclose(size, worked, rel_tol=ROUNDED, abs_tol=ROUNDED):
        yield f"its field {field.name!r} is {value}", f"{field.equals}, which is {worked:g}, as ABOUT says"


def _size(value: Scalar) -> float | None:
    if isinstance(value, date):
        return value.toordinal()
    return None if isinstance(value, bool | str) else value
