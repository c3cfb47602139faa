"""A rule speaks against a service for a number that every large service has.

What:
    A rule that concludes worse, or a limit, for a count of something (`overdue: ">= 3"`) of which the signal also tells the
    share, and does not ask for the share.

Why:
    Three of four and three of four thousand are not the same. Of a large service some will always be overdue, so the rule
    speaks of its size.

Bad:
    when: {actions: {signal: action-strength, of: all, overdue: ">= 3"}}
    conclude: {limit: doing, direction: worse}

Good:
    when: {actions: {signal: action-strength, of: all, overdue: ">= 3", overdue_share: ">= 0.5"}}
    conclude: {limit: doing, direction: worse}

Waive:
    Where one is one too many, in a service of any size: say why.
"""

from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known
from inspector.lints._rewards import punishes, top_of
from inspector.lints._walk import Vocabulary, remark
from inspector.model.facts import Field
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "count-without-share"
FAMILY = "incentives"
LEVEL = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A query for each count held against a service without the share that the signal tells of it."""
    known = Known.of(framework, vocabulary)
    return tuple(
        remark(
            ID,
            one.where.where,
            f"{rule.id} holds a number of {one.field.name} against a service, however large it is",
            f"{share.name} beside it",
            level="query",
        )
        for rule in framework.rules
        if punishes(rule)
        for one in grounds(rule, known)
        if one.own and one.more and (share := _share_of(one, vocabulary)) and not _asks_for_a_share(one, vocabulary)
    )


def _share_of(ground: Ground, vocabulary: Vocabulary) -> Field | None:
    fields = vocabulary.get(ground.pattern.kind, ())
    bad = ground.field.type == "integer" and ground.field.good == "down"
    return next((f for f in fields if bad and f.unit == "share" and top_of(f) == ground.field.name), None)


def _asks_for_a_share(ground: Ground, vocabulary: Vocabulary) -> bool:
    shares = {f.name for f in vocabulary.get(ground.pattern.kind, ()) if f.type == "number"}
    return any(condition.field in shares for condition in ground.pattern.conditions)
