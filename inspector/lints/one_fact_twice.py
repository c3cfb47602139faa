"""Two patterns want the same fact, and no fact plays two parts.

What:
    Two patterns of `when` that ask for facts of one kind which can only be one and the same: the signal gives a single fact, or
    both name the same thing by all that tells its facts apart (the same indicator, the same scale).

Why:
    The facts that fit a rule are all different, so that such a rule never fires. Mostly a band was meant.

Bad:
    when:
      from: {signal: trajectory, indicator: waits, probability: ">= 0.2"}
      to: {signal: trajectory, indicator: waits, probability: "< 0.5"}
    conclude: {direction: neither}

Good:
    when:
      move: {signal: trajectory, indicator: waits, probability: ">= 0.2, < 0.5"}
    conclude: {direction: neither}

Waive:
    It cannot be waived: the rule never fires.
"""

from itertools import combinations

from inspector.lints._walk import Holder, Vocabulary, holders, remark
from inspector.model.problems import Problem
from inspector.model.rules import Condition, Framework, Pattern, Ref

ID = "one-fact-twice"
FAMILY = "logic"
LEVEL = "error"
WAIVABLE = False


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each second pattern that can only want the fact of an earlier one."""
    return tuple(problem for holder in holders(framework) for problem in _holder(holder, vocabulary))


def _holder(holder: Holder, vocabulary: Vocabulary) -> list[Problem]:
    parts = [part for part in holder.when if isinstance(part, Pattern)]
    found: dict[str, Problem] = {}
    for a, b in combinations(parts, 2):
        if a.kind == b.kind and b.alias not in found and (same := _same(a, b, vocabulary)):
            found[b.alias] = _remark(a, b, same)
    return list(found.values())


def _same(a: Pattern, b: Pattern, vocabulary: Vocabulary) -> str:
    """In words why both are of one fact; empty where they may be of two, or nobody knows."""
    group, _, name = a.kind.partition("/")
    if group not in ("signal", "probe"):
        return ""
    fields = vocabulary.get(a.kind, ())
    keys = [field.name for field in fields if field.key]
    if not keys:
        # Only of a signal that says what its fields are is it known that nothing tells its facts apart.
        return f"{name} gives a single fact" if any(field.role for field in fields) else ""
    if all(_one(a, b, key) for key in keys):
        return f"both are of the same {' and '.join(keys)}"
    return ""


def _one(a: Pattern, b: Pattern, key: str) -> bool:
    """Whether a field is the same of both: one literal, one field of an earlier fact, or of the other."""
    other = _value(b, key)
    return other is not None and other in (_value(a, key), Ref(alias=a.alias, field=key))


def _value(pattern: Pattern, field: str) -> object:
    """What a field has to be: one literal, or a field of an earlier fact; None where that is open."""
    for one in pattern.conditions:
        if one.field == field and one.operator == "==" and (one.ref is not None or len(one.values) == 1):
            return one.ref if one.ref is not None else (type(one.values[0]), one.values[0])
    return None


def _remark(a: Pattern, b: Pattern, same: str) -> Problem:
    message = f"{a.alias} and {b.alias} want the same fact ({same}), and no fact plays two parts"
    return remark(ID, b.where, message, "one pattern with the conditions of both", _fix(a, b))


def _fix(a: Pattern, b: Pattern) -> str:
    """The band that was meant, where both have a bound of one field."""
    for one in a.conditions:
        other = next((c for c in b.conditions if c.field == one.field and c.operator != "==" != one.operator), None)
        if other is not None:
            return f'as a band in {a.alias}: {one.field}: "{_written(one)}, {_written(other)}"'
    return f"put the conditions of {b.alias} into {a.alias}"


def _written(condition: Condition) -> str:
    right = f"${condition.ref.alias}.{condition.ref.field}" if condition.ref else str(condition.values[0])
    return f"{condition.operator} {right}"
