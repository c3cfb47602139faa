"""Changes that no fact could tell, as far as that can be proved from ranges and from what is never beside what."""

from collections.abc import Mapping
from math import ceil, floor, inf
from typing import NamedTuple

from inspector.model.facts import Field, Scalar
from inspector.model.rules import Condition, Pattern, Tally, VerdictRow


class Span(NamedTuple):
    """Numbers from `low` to `high`, each end in or out."""

    low: float
    low_in: bool
    high: float
    high_in: bool

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        return self.low > self.high or (self.low == self.high and not (self.low_in and self.high_in))

    def within(self, other: "Span") -> "Span":
        """What both have."""
        low, low_in = max((self.low, not self.low_in), (other.low, not other.low_in))
        high, high_in = min((self.high, self.high_in), (other.high, other.high_in))
        return Span(low, not low_in, high, high_in)


def same_range(was: Condition, becomes: Condition | None, field: Field | None) -> str:
    """Why two conditions on one field hold for the same values of its range; empty where that is not proved.

    A condition left out is never the same: a fact that lacks the field met it not.
    """
    if becomes is None or field is None:
        return ""
    old, new = span(was, field), span(becomes, field)
    if old is None or new is None or (old != new and not (old.empty and new.empty)):
        return ""
    least, most = _said(field.least), _said(field.most)
    known = f"from {least} to {most}" if field.most is not None else f"never below {least}"
    return f"{field.name} is {known}: the same values fit"


def span(one: Condition, field: Field) -> Span | None:
    """The numbers of a field's range that fit a condition; None where that is no one stretch of numbers."""
    value = one.values[0] if len(one.values) == 1 else None
    if one.ref is not None or isinstance(value, bool) or not isinstance(value, int | float) or one.operator == "!=":
        return None
    stretch = {
        "==": Span(value, True, value, True),
        "<": Span(-inf, False, value, False),
        "<=": Span(-inf, False, value, True),
        ">": Span(value, False, inf, False),
        ">=": Span(value, True, inf, False),
    }[one.operator]
    low = -inf if field.least is None else field.least
    high = inf if field.most is None else field.most
    found = stretch.within(Span(low, field.least is not None, high, field.most is not None))
    return _whole(found) if field.type == "integer" else found


def same_words(pattern: Pattern, number: int, becomes: Condition | None, fields: Mapping[str, Field]) -> str:
    """Why a pattern fits the same facts with another condition, or none, in place of its `number`-th; empty where not proved.

    So it is where the pattern asks for a field that is there only beside some words, and the change is about other words: with
    too few points there is no probability, so none that is 0.8 or more.
    """
    was = pattern.conditions[number]
    field = fields.get(was.field)
    asked = (fields.get(one.field) for one in pattern.conditions)
    beside = [other for other in asked if other is not None and other.only_where and other.only_where[0] == was.field]
    if field is None or not beside:
        return ""
    there = frozenset(field.choices).intersection(*(other.only_where[1] for other in beside if other.only_where))
    old, new = _words(was, field), _words(becomes, field)
    if old is None or new is None or old & there != new & there:
        return ""
    names = " and ".join(dict.fromkeys(other.name for other in beside))
    spelt = ", ".join(word for word in field.choices if word in there)
    return f"{names} is there only where {field.name} is {spelt}: the same facts fit"


def _words(one: Condition | None, field: Field) -> frozenset[Scalar] | None:
    """The choices of a field that fit a condition, all where there is none; None where that is not known."""
    choices: frozenset[Scalar] = frozenset(field.choices)
    if one is None:
        return choices
    if one.ref is not None or one.operator not in ("==", "!="):
        return None
    return choices & set(one.values) if one.operator == "==" else choices - set(one.values)


def _whole(found: Span) -> Span:
    """The same whole numbers, with both ends in."""
    if found.empty:
        return found
    low, high = found.low, found.high
    if low != -inf:
        low = ceil(low) + (0 if found.low_in or ceil(low) != low else 1)
    if high != inf:
        high = floor(high) - (0 if found.high_in or floor(high) != high else 1)
    return Span(low, low != -inf, high, high != inf)


def _said(bound: Scalar | None) -> str:
    return "" if bound is None else f"{bound:g}"


def exclude(one: VerdictRow, other: VerdictRow, fields: Mapping[str, Field], tallied: Mapping[str, Field]) -> str:
    """Why two rows never hold for the same facts, so that their order is nothing; empty where that is not proved."""
    for mine in one.when:
        for theirs in other.when:
            if why := _apart(mine, theirs, fields, tallied):
                return why
    return ""


def _apart(
    one: Pattern | Tally, other: Pattern | Tally, fields: Mapping[str, Field], tallied: Mapping[str, Field]
) -> str:
    if isinstance(one, Tally) and isinstance(other, Tally):
        field = tallied["n" if one.of is None else "share"]
        if _bare(one.count) != _bare(other.count) or _bare(one.of) != _bare(other.of):
            return ""
        return _never_both(one.test, other.test, field, one.alias)
    if isinstance(one, Pattern) and isinstance(other, Pattern) and one.kind == other.kind and one.kind == "basis":
        alike = [(a, b) for a in one.conditions for b in other.conditions if a.field == b.field and a.field in fields]
        return next((why for a, b in alike if (why := _never_both(a, b, fields[a.field], a.field))), "")
    return ""


def _never_both(one: Condition, other: Condition, field: Field, name: str) -> str:
    mine, theirs = span(one, field), span(other, field)
    if mine is None or theirs is None or not mine.within(theirs).empty:
        return ""
    return f"the two never hold together: {name} cannot be both"


def _bare(one: Pattern | None) -> object:
    if one is None:
        return None
    return one.kind, frozenset((c.field, c.operator, c.values, c.ref) for c in one.conditions)
