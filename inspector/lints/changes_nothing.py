"""A rule, or a row of the decision table, can never change an answer.

What:
    A rule that concludes nothing, asks nothing and is read by nobody. A rule beside another of its theme that fires whenever it
    does and concludes as much. A row after one that always holds. A table whose last row has conditions, so that there may be
    no verdict at all: that is an error.

Why:
    What cannot change an answer is read, reviewed and kept for nothing, and hides a rule that somebody meant otherwise.

Bad:
    rules:
      - {id: tried, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}, conclude: {standing: doing}, ask: []}
      - {id: tried-a-bit, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4", months: ">= 6"}}, conclude: {standing: doing}, ask: []}

Good:
    rules:
      - {id: tried, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}, conclude: {standing: doing}, ask: []}
      - {id: tried-a-bit, when: {pace: {signal: improvement-pace, scale: any, count: ">= 1"}}, conclude: {standing: stated}, ask: []}

Waive:
    Where a rule waits for another that a coming version brings: say which.
"""

from collections.abc import Iterator

from inspector.lints._walk import Vocabulary, holders, patterns, remark
from inspector.model.ladder import rank
from inspector.model.problems import Problem
from inspector.model.rules import Condition, Framework, Pattern, Rule, Tally

ID = "changes-nothing"
FAMILY = "structure"
LEVEL = "query"
Signature = tuple[str, str, tuple[str, ...], str]


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """Queries for rules and rows without effect; an error for a decision table without a last resort."""
    return (*_mute(framework), *_shadowed(framework), *_table(framework))


def _mute(framework: Framework) -> Iterator[Problem]:
    read = {p.kind.removeprefix("finding/") for h in holders(framework) for p in patterns(h)}
    for rule in framework.rules:
        end = rule.conclude
        if (
            end.standing is None
            and end.limit is None
            and end.direction == "neither"
            and not rule.ask
            and rule.id not in read
        ):
            message = f"{rule.id} concludes nothing, asks nothing, and no rule reads it"
            yield remark(ID, rule.where, message, fix="give it a question to ask on site", level="query")


def _shadowed(framework: Framework) -> Iterator[Problem]:
    read = {p.kind.removeprefix("finding/") for h in holders(framework) for p in patterns(h)}
    for rule in framework.rules:
        if rule.ask or rule.id in read:
            continue
        for other in framework.rules:
            if other.id != rule.id and _concludes_as_much(other, rule) and _fires_whenever(other, rule):
                message = f"{other.id} fires whenever {rule.id} does, and concludes as much"
                yield remark(ID, rule.where, message, fix="let one of them go", level="query")
                break


def _concludes_as_much(other: Rule, rule: Rule) -> bool:
    a, b = other.conclude, rule.conclude
    same = other.theme == rule.theme and a.direction == b.direction and a.limit == b.limit
    return same and (b.standing is None or (a.standing is not None and rank(a.standing) >= rank(b.standing)))


def _fires_whenever(other: Rule, rule: Rule) -> bool:
    """Whether every pattern of `other` is one of `rule` with the same or fewer conditions, and nothing takes it away."""
    if other.unless or any(isinstance(part, Tally) for part in other.when):
        return False
    return all(
        any(_weaker(p, q) for q in rule.when if isinstance(q, Pattern)) for p in other.when if isinstance(p, Pattern)
    )


def _weaker(pattern: Pattern, than: Pattern) -> bool:
    return pattern.kind == than.kind and {_signature(c) for c in pattern.conditions} <= {
        _signature(c) for c in than.conditions
    }


def _signature(condition: Condition) -> Signature:
    ref = f"{condition.ref.alias}.{condition.ref.field}" if condition.ref else ""
    return condition.field, condition.operator, tuple(sorted(map(repr, condition.values))), ref


def _table(framework: Framework) -> Iterator[Problem]:
    rows = framework.verdicts
    for place, row in enumerate(rows[:-1]):
        if not row.when and not row.unless:
            message = f"{row.id} always holds, so the {len(rows) - place - 1} after it are never reached"
            yield remark(ID, row.where, message, fix="put it last")
    if rows and (rows[-1].when or rows[-1].unless):
        yield remark(
            ID, rows[-1].where, "the last row has conditions, so there may be no verdict", "a last row without `when`"
        )
