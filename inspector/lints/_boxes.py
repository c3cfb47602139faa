"""What a pattern leaves its fact: the values of each field that it asks for, by the field's range and by its fellows.

`changed_share = changed / said` and "kept is at most due" make a pattern narrower than each of its conditions: who asks for
`kept: 0` and `kept_share: ">= 0.5"` asks for nothing that can be. The values left are never too few.
"""

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import inf, isnan

from inspector.lints._ranges import ANYTHING, Span, Values, Words, allowed, hull, is_empty, meet, of_field
from inspector.model.facts import Field
from inspector.model.rules import Condition, Pattern

Box = Mapping[str, Values]
ROUNDS = 6
"""As often one field is narrowed by the others."""
ROUNDED = 1e-5
"""Numbers are rounded to six digits, so what is worked out may lie this much beside; a share of small numbers, as of one."""


def box(pattern: Pattern, fields: Sequence[Field] | None) -> Box:
    """The values left to each field that the pattern has a condition on; nothing of fields that nobody knows."""
    wide = _wide(pattern, fields or ())
    return {name: values for name, values in wide.items() if any(c.field == name for c in pattern.conditions)}


def beyond(pattern: Pattern, fields: Sequence[Field] | None, names: Iterable[str]) -> Box:
    """What the pattern leaves to other fields of its fact, by what these have to do with those it asks for."""
    wide = _wide(pattern, fields or ())
    return {name: wide[name] for name in names if name in wide}


def asked(pattern: "Pattern | _Asked", name: str) -> list[Condition]:
    """The conditions of a pattern on one field."""
    return [condition for condition in pattern.conditions if condition.field == name]


def _wide(pattern: Pattern, fields: Sequence[Field]) -> Box:
    return _left(_Asked(pattern.conditions, fields))


class _Asked:
    """What a pattern asks of fields, as a key: each rule is held against every other, and fields are many to compare."""

    def __init__(self, conditions: tuple[Condition, ...], fields: Sequence[Field]) -> None:
        self.conditions, self.fields = conditions, fields
        self._hash = hash((conditions, id(fields)))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self.fields is other.fields and self.conditions == other.conditions


@lru_cache(maxsize=4096)
def _left(asked_for: _Asked) -> Box:
    pattern, fields = asked_for, asked_for.fields
    known = {field.name: field for field in fields}
    values = {name: allowed(field, asked(pattern, name)) for name, field in known.items()}
    mine = {c.field for c in pattern.conditions if c.field in known}
    for name in mine:
        where, words = known[name].only_where or ("", ())
        if where in known:
            values[where] = meet(values[where], Words(frozenset(words)))
    if len(mine) > 1 or any(known[name].at_most or known[name].equals for name in mine):
        _narrow(values, known)
    return values


def _narrow(values: dict[str, Values], known: Mapping[str, Field]) -> None:
    related = [field for field in known.values() if field.equals or field.at_most]
    for _ in range(ROUNDS):
        before = dict(values)
        for field in related:
            for other in field.at_most:
                if other in known:
                    _under(values, field, known[other])
            if field.equals:
                _equal(values, field, known)
        if values == before or any(map(is_empty, values.values())):
            return


def _under(values: dict[str, Values], field: Field, other: Field) -> None:
    top, floor = hull(values[other.name]), hull(values[field.name])
    _cut(values, field, Span(high=top.high, has_high=top.has_high))
    _cut(values, other, Span(low=floor.low, has_low=floor.has_low))


def _cut(values: dict[str, Values], field: Field, to: Span) -> None:
    if isinstance(values[field.name], Words) or is_empty(values[field.name]):
        return
    values[field.name] = meet(values[field.name], (to,), whole=field.type != "number")


def _equal(values: dict[str, Values], field: Field, known: Mapping[str, Field]) -> None:
    tree = _parsed(field.equals)
    names = set(_names(tree)) if tree is not None else {""}
    if tree is None or not names <= set(known) or any(isinstance(values[n], Words) for n in names):
        return
    rough = field.type == "number"
    _cut(values, field, _wider(_value(tree, values)) if rough else _value(tree, values))
    goal = hull(values[field.name])
    _backwards(tree, _wider(goal) if rough else goal, values, known)


def _backwards(tree: ast.expr, goal: Span, values: dict[str, Values], known: Mapping[str, Field]) -> None:
    """What the parts of a sum, a difference or a quotient may be, when the whole lies in `goal`."""
    if isinstance(tree, ast.Name):
        _cut(values, known[tree.id], goal)
        return
    if not isinstance(tree, ast.BinOp):
        return
    left, right = _value(tree.left, values), _value(tree.right, values)
    if isinstance(tree.op, ast.Add):
        ways = (_less(goal, right), _less(goal, left))
    elif isinstance(tree.op, ast.Sub):
        ways = (_plus(goal, right), _less(left, goal))
    elif isinstance(tree.op, ast.Div):
        ways = (_times(goal, right), _over(left, goal))
    else:
        return
    _backwards(tree.left, ways[0], values, known)
    _backwards(tree.right, ways[1], values, known)


@lru_cache(maxsize=1000)
def _parsed(text: str) -> ast.expr | None:
    try:
        return ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError):
        return None


def _names(tree: ast.expr) -> list[str]:
    return [part.id for part in ast.walk(tree) if isinstance(part, ast.Name)]


def _value(tree: ast.expr, values: Mapping[str, Values]) -> Span:
    if isinstance(tree, ast.Name):
        return _closed(hull(values[tree.id]))
    if isinstance(tree, ast.Constant) and isinstance(tree.value, int | float):
        return Span(tree.value, tree.value)
    if isinstance(tree, ast.BinOp):
        for sort, work in _WORK.items():
            if isinstance(tree.op, sort):
                return work(_value(tree.left, values), _value(tree.right, values))
    return Span()


def _closed(span: Span) -> Span:
    return Span(span.low, span.high)


def _plus(a: Span, b: Span) -> Span:
    return Span(a.low + b.low, a.high + b.high)


def _less(a: Span, b: Span) -> Span:
    return Span(a.low - b.high, a.high - b.low)


def _times(a: Span, b: Span) -> Span:
    ends = [0.0 if 0 in (x, y) else x * y for x in (a.low, a.high) for y in (b.low, b.high)]
    return Span(min(ends), max(ends))


def _over(a: Span, b: Span) -> Span:
    """A quotient of numbers that are not negative; of others anything."""
    if a.low < 0 or b.low < 0 or b.high == 0:
        return Span()
    low = 0.0 if b.high == inf else a.low / b.high
    high = inf if b.low == 0 or a.high == inf else a.high / b.low
    if b.low == 0 and a.high == 0:
        high = 0.0
    return Span() if isnan(low) or isnan(high) else Span(low, high)


_WORK: Mapping[type[ast.operator], Callable[[Span, Span], Span]] = {
    ast.Add: _plus, ast.Sub: _less, ast.Mult: _times, ast.Div: _over,
}  # fmt: skip


def _wider(span: Span) -> Span:
    room = [0.0 if abs(end) == inf else ROUNDED * max(1.0, abs(end)) for end in (span.low, span.high)]
    return Span(span.low - room[0], span.high + room[1])


def bites(field: Field, conditions: Iterable[Condition]) -> bool:
    """Whether some value that the field can have does not meet the conditions."""
    left = allowed(field, conditions)
    return left != of_field(field)


__all__ = ["ANYTHING", "Box", "asked", "beyond", "bites", "box"]
