"""A rule concludes nothing that another has not concluded already.

What:
    A rule of which another one of its theme fires whenever it does, and concludes as much. Where both have the same patterns
    and this one is only stricter, or it wants the finding of the other and nothing else, it is told of also if it has a question
    of its own.

Why:
    The stricter condition looks as if it counted for something. Either it was meant to conclude more, or it is not needed.

Bad:
    rules:
      - {id: tried, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}, conclude: {standing: doing}}
      - {id: tried-long, when: {pace: {signal: improvement-pace, scale: any, count: ">= 40"}}, conclude: {standing: doing}}

Good:
    rules:
      - {id: planned, when: {flow: {signal: idea-flow, raised: ">= 4"}}, conclude: {standing: stated}}
      - {id: tried, when: {flow: {signal: idea-flow, raised: ">= 4", tested: ">= 4"}}, conclude: {standing: doing}}

Waive:
    Where the rule is there for its words: say whom they tell something.
"""

from inspector.lints._implies import Known, implies, kinds
from inspector.lints._walk import Vocabulary, holders, patterns, remark
from inspector.model.ladder import rank
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Pattern, Rule

ID = "implied-rule"
FAMILY = "logic"
LEVEL = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A query for each rule that another makes idle."""
    known = Known.of(framework, vocabulary)
    read = {p.kind.removeprefix("finding/") for holder in holders(framework) for p in patterns(holder)}
    found = []
    for rule in framework.rules:
        other = next((one for one in framework.rules if _outdoes(one, rule, read, known)), None)
        if other is not None:
            message = f"{other.id} fires whenever {rule.id} does, and concludes as much"
            found.append(remark(ID, rule.where, message, fix="let one of them go, or conclude more", level="query"))
    return tuple(found)


def _outdoes(other: Rule, rule: Rule, read: set[str], known: Known) -> bool:
    if other.id == rule.id or rule.id in read or not _concludes_as_much(other, rule):
        return False
    if _repeats(rule, other):
        return True
    if rule.ask and kinds(other) != kinds(rule):
        return False
    # Of two that are the same another lint tells.
    return implies(rule, other, known) and not implies(other, rule, known)


def _repeats(rule: Rule, other: Rule) -> bool:
    """Whether a rule wants the finding of the other and nothing else: whatever it asks could be asked there."""
    alone = rule.when[0] if len(rule.when) == 1 else None
    return isinstance(alone, Pattern) and alone.kind == f"finding/{other.id}" and not alone.conditions


def _concludes_as_much(other: Rule, rule: Rule) -> bool:
    a, b = other.conclude, rule.conclude
    if other.theme != rule.theme or a.direction != b.direction or a.limit != b.limit:
        return False
    if b.standing is None:
        return b.limit is not None or b.direction != "neither"
    return a.standing is not None and rank(a.standing) >= rank(b.standing)
