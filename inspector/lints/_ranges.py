"""The values that conditions leave a field: spans of numbers, or words.

Days and standings are whole numbers here, in their order. What a condition leaves is never too little: a condition on another
fact's field leaves everything, so "none can meet this" and "all that meet this meet that" are said only where they are so.
"""

from collections.abc import Iterable
from datetime import date
from math import ceil, floor, inf
from typing import NamedTuple

from inspector.model.facts import Field, FieldType, Scalar
from inspector.model.ladder import STANDINGS
from inspector.model.rules import Condition

SHARES = ("share", "probability", "chance", "p_value", "evenness")
"""How fields are called that run from 0 to 1, where nobody says their range."""
SIGNED = {"change", "lag"}
"""Words in the names of whole numbers that may be below 0, where nobody says their range."""
WHOLE: frozenset[FieldType] = frozenset({"integer", "date", "standing"})
NUMBERS: frozenset[FieldType] = WHOLE | {"number"}


class Span(NamedTuple):
    """The numbers from `low` to `high`; the ends belong to it where `has_low` and `has_high` say so."""

    low: float = -inf
    high: float = inf
    has_low: bool = True
    has_high: bool = True

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        return self.low > self.high or (self.low == self.high and not (self.has_low and self.has_high))


class Words(NamedTuple):
    """The words named, or with `others` all but those named."""

    named: frozenset[Scalar]
    others: bool = False


Values = Words | tuple[Span, ...]
"""What a field may be; spans are apart and in order. No span at all, and no word: nothing."""
ANYTHING: tuple[Span, ...] = (Span(),)


def of_field(field: Field) -> Values:
    """All that a field can ever be."""
    if field.type == "boolean" and field.always is not None:
        return Words(frozenset({field.always}))
    if field.type == "boolean":
        return Words(frozenset({True, False}))
    if field.type not in NUMBERS:
        return Words(frozenset(field.choices)) if field.choices else Words(frozenset(), others=True)
    return _united([Span(*_ends(field))], whole=field.type in WHOLE)


def _ends(field: Field) -> tuple[float, float]:
    if field.type == "standing":
        return 0, len(STANDINGS) - 1
    if field.least is not None or field.most is not None:
        return (
            -inf if field.least is None else field.least,
            inf if field.most is None else field.most,
        )
    if field.type == "number" and field.name.endswith(SHARES):
        return 0, 1
    counts = field.type == "integer" and not SIGNED & set(field.name.split("_"))
    return 0 if counts else -inf, inf


def of_condition(field: Field, condition: Condition) -> Values:
    """What one condition leaves, of whatever value; everything where it compares with another fact."""
    if condition.ref is not None or not condition.values:
        return ANYTHING if field.type in NUMBERS else Words(frozenset(), others=True)
    if field.type not in NUMBERS:
        return Words(frozenset(condition.values), others=condition.operator == "!=")
    numbers = [n for value in condition.values if (n := number(field, value)) is not None]
    if len(numbers) < len(condition.values):
        return ANYTHING
    return _united([span for n in numbers for span in _compared(condition.operator, n)], whole=field.type in WHOLE)


def number(field: Field, value: Scalar) -> float | None:
    """A literal as a number: a day by its ordinal, a standing by its height. None where it is none."""
    if isinstance(value, bool):
        return None
    if field.type == "standing":
        return STANDINGS.index(value) if value in STANDINGS else None
    if field.type == "date":
        return _day(value)
    return float(value) if isinstance(value, int | float) else None


def _day(value: Scalar) -> float | None:
    try:
        return (value if isinstance(value, date) else date.fromisoformat(str(value))).toordinal()
    except ValueError:
        return None


def _compared(operator: str, n: float) -> tuple[Span, ...]:
    if operator == "!=":
        return Span(high=n, has_high=False), Span(low=n, has_low=False)
    spans = {
        "==": Span(n, n), "<": Span(high=n, has_high=False), "<=": Span(high=n),
        ">": Span(low=n, has_low=False), ">=": Span(low=n),
    }  # fmt: skip
    return (spans[operator],)


def allowed(field: Field, conditions: Iterable[Condition]) -> Values:
    """What all conditions on a field together leave of all that it can be."""
    left = of_field(field)
    for condition in conditions:
        left = meet(left, of_condition(field, condition), whole=field.type in WHOLE)
    return left


def meet(a: Values, b: Values, *, whole: bool = False) -> Values:
    """What lies in both. What is of two sorts (numbers and words) is left as it is."""
    if isinstance(a, Words) and isinstance(b, Words):
        return _common(a, b)
    if isinstance(a, Words) or isinstance(b, Words):
        return a
    return _united([_cut(one, other) for one in a for other in b], whole=whole)


def _common(a: Words, b: Words) -> Words:
    if a.others and b.others:
        return Words(a.named | b.named, others=True)
    if a.others or b.others:
        closed, open_ = (b, a) if a.others else (a, b)
        return Words(closed.named - open_.named)
    return Words(a.named & b.named)


def _cut(a: Span, b: Span) -> Span:
    low, high = max(a.low, b.low), min(a.high, b.high)
    has_low = all(one.has_low for one in (a, b) if one.low == low)
    return Span(low, high, has_low, all(one.has_high for one in (a, b) if one.high == high))


def _united(spans: Iterable[Span], *, whole: bool) -> tuple[Span, ...]:
    """The spans in order, those joined that touch; of whole numbers, to the whole numbers in them."""
    made: list[Span] = []
    for span in sorted(_to_whole(one) if whole else one for one in spans):
        if span.empty:
            continue
        if made and _touch(made[-1], span, whole=whole):
            made[-1] = _joined(made[-1], span)
        else:
            made.append(span)
    return tuple(made)


def _to_whole(span: Span) -> Span:
    low, high = span.low, span.high
    if low != -inf:
        low = ceil(low) if span.has_low else floor(low) + 1
    if high != inf:
        high = floor(high) if span.has_high else ceil(high) - 1
    return Span(low, high)


def _touch(first: Span, then: Span, *, whole: bool) -> bool:
    if whole:
        return then.low <= first.high + 1
    return then.low < first.high or (then.low == first.high and (first.has_high or then.has_low))


def _joined(first: Span, then: Span) -> Span:
    if then.high == first.high:
        return first._replace(has_high=first.has_high or then.has_high)
    return first if then.high < first.high else first._replace(high=then.high, has_high=then.has_high)


def is_empty(values: Values) -> bool:
    """Whether nothing is left."""
    return not values.named and not values.others if isinstance(values, Words) else not values


def within(inner: Values, outer: Values) -> bool:
    """Whether all that is in the first is in the second."""
    if isinstance(inner, Words) and isinstance(outer, Words):
        if outer.others:
            return not (outer.named - inner.named) if inner.others else not (outer.named & inner.named)
        return not inner.others and inner.named <= outer.named
    if isinstance(inner, Words) or isinstance(outer, Words):
        return is_empty(inner)
    return all(any(_cut(span, over) == span for over in outer) for span in inner)


def hull(values: Values) -> Span:
    """The least span that holds all; of words, everything."""
    if isinstance(values, Words) or not values:
        return Span()
    first, last = values[0], values[-1]
    return Span(first.low, last.high, first.has_low, last.has_high)
