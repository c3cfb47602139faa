"""Facts as a solver sees them: whether each is there, and of every field whether it is stated and what it says.

Numbers are compared to six decimals, as everywhere: less than 0.5 is 0.499999 and below, so that no value between the two that
a matcher could not tell apart is taken for a proof.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import z3

from inspector.model.facts import FieldType, Scalar
from inspector.model.ladder import STANDINGS
from inspector.model.rules import Condition, Operator

Term = Any
"""A formula or a number of the solver, or a plain bool or number where it is known."""
STEP = Decimal("0.000001")


class Value(NamedTuple):
    """A field of a fact: its type, whether it is stated, and what it says."""

    type: FieldType
    has: Term
    is_: Term


class View(NamedTuple):
    """A fact, as far as the solver knows it. `name` tells views of one kind apart."""

    kind: str
    name: str
    there: Term
    fields: Mapping[str, Value]


class Words:
    """Texts as whole numbers, the same for the same text wherever it stands."""

    OTHER = 1000
    """From here on numbers stand for texts that no rule names."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def code(self, text: str) -> int:
        """The number of a text."""
        return self._known.setdefault(text, len(self._known))

    def text(self, code: int) -> str:
        """The text of a number; one made up for what no rule names."""
        for text, number in self._known.items():
            if number == code:
                return text
        return f"one-{code - self.OTHER + 1}"


def all_of(parts: Iterable[Term]) -> Term:
    """Whether all hold; known parts are left out."""
    kept = []
    for part in parts:
        if part is False:
            return False
        if part is not True:
            kept.append(part)
    return True if not kept else kept[0] if len(kept) == 1 else z3.And(kept)


def any_of(parts: Iterable[Term]) -> Term:
    """Whether any holds; known parts are left out."""
    kept = []
    for part in parts:
        if part is True:
            return True
        if part is not False:
            kept.append(part)
    return False if not kept else kept[0] if len(kept) == 1 else z3.Or(kept)


def none_of(part: Term) -> Term:
    """Whether it does not hold."""
    return (not part) if isinstance(part, bool) else z3.Not(part)


def count_of(parts: Sequence[Term]) -> Term:
    """How many hold."""
    known = sum(part is True for part in parts)
    left = [z3.If(part, 1, 0) for part in parts if not isinstance(part, bool)]
    return z3.Sum([*left, z3.IntVal(known)]) if left else known


def number(value: float | Decimal) -> Term:
    """A number as the solver takes it, exactly as it is written."""
    return z3.RealVal(str(value if isinstance(value, Decimal) else Decimal(repr(value))))


def coded(value: Scalar, type: FieldType, words: Words) -> Decimal:
    """A literal as a number: texts by their code, days by their place in the calendar, standings by their height."""
    if type == "string":
        return Decimal(words.code(str(value)))
    if type == "standing":
        return Decimal(STANDINGS.index(str(value)))
    if type == "date":
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
        return Decimal(day.toordinal())
    return Decimal(int(value)) if isinstance(value, bool) else Decimal(repr(value))


def meets(condition: Condition, view: View, bound: Mapping[str, View], words: Words) -> Term:
    """Whether the fact meets the condition; `bound` are the earlier ones by alias."""
    mine = view.fields.get(condition.field)
    if mine is None:
        return False
    if condition.ref is not None:
        source = bound.get(condition.ref.alias)
        other = source.fields.get(condition.ref.field) if source is not None else None
        if other is None:
            return False
        return all_of([mine.has, other.has, compared(condition.operator, mine, other.is_)])
    some = [compared(condition.operator, mine, coded(value, mine.type, words)) for value in condition.values]
    return all_of([mine.has, any_of(some)])


def compared(operator: Operator, mine: Value, other: Term) -> Term:
    """A comparison, known at once where both sides are."""
    left, right = mine.is_, other
    known = isinstance(left, int | Decimal) and isinstance(right, int | Decimal)
    if known:
        return _plainly(operator, Decimal(left), Decimal(right))
    step = STEP if mine.type == "number" else Decimal(0)
    return _asked(operator, _term(left), right, step)


def _plainly(operator: Operator, left: Decimal, right: Decimal) -> bool:
    return {
        "==": left == right,
        "!=": left != right,
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
    }[operator]


def _asked(operator: Operator, left: Term, right: Term, step: Decimal) -> Term:
    lower, upper = (
        (right - step, right + step) if isinstance(right, Decimal) else (right - _term(step), right + _term(step))
    )
    low, high, same = _term(lower), _term(upper), _term(right)
    if not step:
        return {
            "==": left == same,
            "!=": left != same,
            "<": left < same,
            "<=": left <= same,
            ">": left > same,
            ">=": left >= same,
        }[operator]
    return {
        "==": left == same,
        "!=": z3.Or(left <= low, left >= high),
        "<": left <= low,
        "<=": left <= same,
        ">": left >= high,
        ">=": left >= same,
    }[operator]


def _term(value: Term) -> Term:
    if isinstance(value, Decimal):
        return z3.IntVal(int(value)) if value == value.to_integral_value() else z3.RealVal(str(value))
    return value
