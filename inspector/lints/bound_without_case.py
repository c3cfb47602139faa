"""No test case stands at a bound of a rule.

What:
    A condition on a number (`>= 12`, `< 0.5`) of which no case has a fact that is just within it: 12 for `>= 12`, the nearest
    number below for `<`.

Why:
    `>` for `>=`, or 11 for 12, is a slip that only a case at the bound notices. Bounds are also what people will argue about.

Bad:
    rules: [{id: tried, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}}]
    cases:
      - {name: nine were tried, facts: [{signal: improvement-pace, scale: any, count: 9}], expect: {findings: [tried]}}

Good:
    rules: [{id: tried, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}}]
    cases:
      - {name: four were tried, facts: [{signal: improvement-pace, scale: any, count: 4}], expect: {findings: [tried]}}

Waive:
    Where the bound only keeps out what cannot be, as a count below 1.
"""

from collections.abc import Iterable

from inspector.lints._walk import Vocabulary, field_of, patterns, remark
from inspector.model.cases import Case
from inspector.model.facts import Field
from inspector.model.problems import Level, Problem
from inspector.model.rules import Condition, Framework

ID = "bound-without-case"
FAMILY = "tests"
LEVEL: Level = "query"
NEAR = 0.05
"""A number that is not whole stands at a bound which it does not reach itself when it is so near."""
Given = dict[tuple[str, str], set[float]]
"""The numbers that cases have, by kind and field."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """Nothing: without the cases there is nothing to say."""
    return ()


def examine_cases(framework: Framework, cases: Iterable[Case], vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One query for each rule with such bounds, at the first of them."""
    given = _given(cases)
    found = []
    for rule in framework.rules:
        missed = [
            (f"{c.field} {c.operator} {c.values[0]}", c.where)
            for pattern in patterns(rule)
            for c in pattern.conditions
            if pattern.kind.startswith(("signal/", "probe/"))
            and c.operator in ("<", "<=", ">", ">=")
            and _number(c.values[0] if c.values else None)
            and not _met(c, field_of(vocabulary.get(pattern.kind), c.field), given.get((pattern.kind, c.field), set()))
        ]
        if missed:
            message = f"no test case stands at a bound of {rule.id}: {', '.join(words for words, _ in missed)}"
            found.append(remark(ID, missed[0][1], message, "a case just within it", "add one to tests/", LEVEL))
    return tuple(found)


def _given(cases: Iterable[Case]) -> Given:
    found: Given = {}
    for case in cases:
        for fact in case.facts or ():
            for name, value in fact.fields.items():
                if _number(value):
                    found.setdefault((fact.kind, name), set()).add(float(value))  # type: ignore[arg-type]
    return found


def _met(condition: Condition, field: Field | None, values: set[float]) -> bool:
    """Whether one of the values is the first that the condition lets in."""
    bound = float(condition.values[0])  # type: ignore[arg-type]
    if condition.operator in (">=", "<="):
        return bound in values
    whole = field is not None and field.type == "integer"
    step = 1.0 if whole else max(NEAR, abs(bound) * NEAR)
    low, high = (bound, bound + step) if condition.operator == ">" else (bound - step, bound)
    return any(low <= value <= high and value != bound for value in values)


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
