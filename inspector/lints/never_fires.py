"""A rule or a row of the decision table can never fire.

What:
    Conditions that contradict each other, a tally that asks for a count below 0 or a share outside of 0 to 1, or a rule that needs
    the finding of another that itself can never fire.

Why:
    A rule that is silent whatever is submitted looks like a question that was asked and answered with nothing.

Bad:
    when: {pace: {signal: improvement-pace, scale: any, active_share: "> 1"}}

Good:
    when: {pace: {signal: improvement-pace, scale: any, active_share: ">= 0.75"}}

Waive:
    Hardly ever: a test case in which the rule fires says more than a waiver.
"""

from collections.abc import Iterator

from inspector.lints._walk import Holder, Vocabulary, field_of, holders, remark
from inspector.model.facts import Field, FieldType, Scalar
from inspector.model.ladder import STANDINGS
from inspector.model.problems import Problem
from inspector.model.rules import Condition, Framework, Pattern, Tally

ID = "never-fires"
FAMILY = "structure"
LEVEL = "error"
_SIGNED = ("lag_months",)
_SHARES = ("share", "probability", "chance", "p_value", "evenness")


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One remark for each rule or row that no evidence could make fire, with the reason."""
    dead: dict[str, Problem] = {}
    while True:
        found = {h.id: p for h in holders(framework) if h.id not in dead and (p := _reason(h, vocabulary, dead))}
        if not found:
            return tuple(dead.values())
        dead |= found


def _reason(holder: Holder, vocabulary: Vocabulary, dead: dict[str, Problem]) -> Problem | None:
    for part in holder.when:
        problem = _tally(part, vocabulary) if isinstance(part, Tally) else _pattern(part, vocabulary)
        if problem is not None:
            return problem
        needed = part.kind.removeprefix("finding/") if isinstance(part, Pattern) else ""
        if isinstance(part, Pattern) and part.kind.startswith("finding/") and needed in dead:
            return remark(ID, part.where, f"it needs the finding of {needed}, which can never fire")
    return None


def _tally(tally: Tally, vocabulary: Vocabulary) -> Problem | None:
    bound = (0.0, float("inf")) if tally.of is None else (0.0, 1.0)
    if _empty(list(tally.tests), "integer" if tally.of is None else "number", *bound):
        return remark(ID, tally.test.where, "no count or share can meet this", "a count from 0, a share from 0 to 1")
    asks_for_none = all(_holds_for_none(test) for test in tally.tests)
    return None if asks_for_none or tally.of is not None else _pattern(tally.count, vocabulary)


def _holds_for_none(test: Condition) -> bool:
    value = test.values[0] if test.values else 0
    zero = 0 if isinstance(value, int | float) else value
    return {"==": zero == value, "!=": zero != value}.get(test.operator, test.operator in ("<", "<="))


def _pattern(pattern: Pattern, vocabulary: Vocabulary) -> Problem | None:
    for name in dict.fromkeys(condition.field for condition in pattern.conditions):
        field = field_of(vocabulary.get(pattern.kind), name)
        mine = [c for c in pattern.conditions if c.field == name and c.ref is None]
        if field is not None and mine and _impossible(field, mine):
            return remark(ID, mine[-1].where, f"no {name} can meet this", _possible(field))
    return None


def _impossible(field: Field, conditions: list[Condition]) -> bool:
    if field.choices:
        return not any(all(_allows(c, choice) for c in conditions) for choice in field.choices)
    if field.type == "standing":
        return not any(all(_standing(c, place) for c in conditions) for place in range(len(STANDINGS)))
    if field.type == "integer" and field.name not in _SIGNED:
        return _empty(conditions, field.type, 0.0, float("inf"))
    low, high = (0.0, 1.0) if field.name.endswith(_SHARES) and field.type == "number" else (float("-inf"), float("inf"))
    return field.type in ("number", "integer") and _empty(conditions, field.type, low, high)


def _allows(condition: Condition, choice: str) -> bool:
    return (choice in condition.values) == (condition.operator == "==")


def _standing(condition: Condition, place: int) -> bool:
    places = [STANDINGS.index(v) for v in condition.values if v in STANDINGS]
    return not places or any(_compares(place, condition.operator, other) for other in places)


def _compares(left: float, operator: str, right: float) -> bool:
    tests = {"==": left == right, "!=": left != right, "<": left < right, "<=": left <= right, ">": left > right}
    return tests.get(operator, left >= right)


def _empty(conditions: list[Condition], kind: FieldType, low: float, high: float) -> bool:
    """Whether no number from `low` to `high` meets all conditions: tried on every bound and between and beyond them."""
    values = sorted(
        {float(v) for c in conditions for v in _numbers(c.values)} | {b for b in (low, high) if abs(b) < 1e300}
    )
    tried = set(_candidates(values, kind))
    return bool(values) and not any(
        low <= x <= high
        and all(any(_compares(x, c.operator, float(v)) for v in _numbers(c.values)) for c in conditions)
        for x in tried
    )


def _numbers(values: tuple[Scalar, ...]) -> Iterator[int | float]:
    return (v for v in values if isinstance(v, int | float) and not isinstance(v, bool))


def _candidates(values: list[float], kind: FieldType) -> Iterator[float]:
    for value in values:
        around = (
            (value - 1, value, value + 1)
            if kind == "integer"
            else (value - 1, value - 1e-6, value, value + 1e-6, value + 1)
        )
        yield from (float(round(x)) for x in around) if kind == "integer" else around


def _possible(field: Field) -> str:
    if field.choices:
        return f"one of {', '.join(field.choices)}"
    return "a whole number" if field.type == "integer" else "0 to 1" if field.name.endswith(_SHARES) else "a number"
