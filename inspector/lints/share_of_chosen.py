"""A rule rewards a share from which what went wrong was left out.

What:
    A rule that concludes `doing` or more, or better, for a share of facts (`share` / `of` / `is`) whose `of` names values of
    the field that is asked about, and none of those that speak against improvement.

Why:
    Of those that got better or stood still many got better. How many got worse is what the share was to tell.

Bad:
    when:
      better:
        share: {signal: trajectory, call: sudden-gain}
        of: {signal: trajectory, call: [sudden-gain, no-change]}
        is: ">= 0.5"
      enough: {count: {signal: trajectory}, is: ">= 4"}
    conclude: {direction: better}

Good:
    when:
      better:
        share: {signal: trajectory, call: sudden-gain}
        of: {signal: trajectory, call: "!= too-few-points"}
        is: ">= 0.5"
      enough: {count: {signal: trajectory}, is: ">= 4"}
    conclude: {direction: better}

Waive:
    Where what was left out is asked for in another pattern: say in which.
"""

from inspector.lints._boxes import box
from inspector.lints._ranges import Words
from inspector.lints._rewards import rewards
from inspector.lints._walk import Vocabulary, remark
from inspector.model.facts import Field
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Tally

ID = "share-of-chosen"
FAMILY = "incentives"
LEVEL = "error"
AGAINST = {"contradicted", "question", "strong-question"}
"""Values that speak against what is claimed, of fields that do not say which do."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each share of what was chosen beforehand."""
    found = []
    for rule in framework.rules:
        for tally in (part for part in rule.when if isinstance(part, Tally) and part.of and rewards(rule)):
            for name in _chosen(tally, vocabulary):
                message = f"{tally.alias} is a share from which whatever speaks against it is left out ({name})"
                found.append(remark(ID, tally.where, message, f"`of` with every {name}, or without it"))
    return tuple(found)


def _chosen(tally: Tally, vocabulary: Vocabulary) -> list[str]:
    if tally.of is None:
        return []
    fields = vocabulary.get(tally.of.kind, ())
    whole, part = box(tally.of, fields), box(tally.count, fields)
    return [
        field.name
        for field in fields
        if field.name in whole and field.name in part and _left_out(field, whole[field.name], part[field.name])
    ]


def _left_out(field: Field, whole: object, part: object) -> bool:
    bad = {*field.worse, *(AGAINST & set(field.choices))}
    if not bad or not isinstance(whole, Words) or not isinstance(part, Words) or whole.others:
        return False
    return not (whole.named | part.named) & bad
