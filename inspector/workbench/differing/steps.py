"""Numbers that a fact can have: to six decimals, so that none lies between a bound and the last number below it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import z3

from inspector.model.rules import Condition, Framework, Pattern, Rule, Tally, VerdictRow
from inspector.workbench.theory.views import STEP, Term, View, number


def on_steps(frameworks: Sequence[Framework], facts: Mapping[str, Sequence[View]]) -> list[Term]:
    """Of every bound of the frameworks that a number is at it, or a whole step away. Else a solver finds such as is neither.

    A number that is not below 0.5, nor 0.5 or above, is written as one of them, and shows nothing.
    """
    bounds = {(kind, one.field, value) for kind, one in _conditions(frameworks) for value in _values(one)}
    return [
        term
        for kind, field, value in sorted(bounds)
        for view in facts.get(kind, ())
        for term in _apart(view, field, value)
    ]


def _apart(view: View, field: str, value: Decimal) -> Iterator[Term]:
    mine = view.fields.get(field)
    if mine is None or mine.type != "number" or isinstance(mine.is_, int):
        return
    yield z3.Or(mine.is_ <= number(value - STEP), mine.is_ >= number(value))
    yield z3.Or(mine.is_ <= number(value), mine.is_ >= number(value + STEP))


def _conditions(frameworks: Sequence[Framework]) -> Iterator[tuple[str, Condition]]:
    for framework in frameworks:
        entries: tuple[Rule | VerdictRow, ...] = (*framework.rules, *framework.verdicts)
        for entry in entries:
            for part in (*entry.when, *entry.unless):
                for pattern in _patterns(part):
                    yield from ((pattern.kind, one) for one in pattern.conditions)


def _patterns(part: Pattern | Tally) -> tuple[Pattern, ...]:
    if isinstance(part, Pattern):
        return (part,)
    return (part.count,) if part.of is None else (part.count, part.of)


def _values(one: Condition) -> Iterator[Decimal]:
    for value in one.values if one.ref is None else ():
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield Decimal(repr(value))
