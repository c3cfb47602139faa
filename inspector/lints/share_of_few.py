"""A rule rewards a share and does not ask of how many.

What:
    A rule that concludes `doing` or more, or better, for a share (`kept_share: ">= 0.7"`), and whose pattern has no least
    number: neither of what the share is of, nor of anything else. A share of facts (`share` / `of` / `is`) without a `count`
    beside it is the same.

Why:
    One of one is all of them. The easiest way to a high share is to have few, and to choose them.

Bad:
    when: {kept: {signal: commitments-kept, of: all, kept_share: ">= 0.7"}}
    conclude: {standing: doing}

Good:
    when: {kept: {signal: commitments-kept, of: all, due: ">= 4", kept_share: ">= 0.7"}}
    conclude: {standing: doing}

Waive:
    Where the signal has no fact unless there are many: say of how many.
"""

from inspector.lints._grounds import Ground, grounds, wanted
from inspector.lints._implies import Known, needs, numbers
from inspector.lints._ranges import hull, is_empty
from inspector.lints._rewards import at_least, is_share, least, out_of, rewards
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule, Tally

ID = "share-of-few"
FAMILY = "incentives"
LEVEL = "error"
TWO = 2


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each share that one of one would meet."""
    known = Known.of(framework, vocabulary)
    found = []
    for rule in framework.rules:
        if rewards(rule):
            found += _of_fields(rule, known)
            found += _of_facts(rule, known)
    return tuple(found)


def _of_fields(rule: Rule, known: Known) -> list[Problem]:
    mine = grounds(rule, known)
    shares = [one for one in mine if one.own and one.more and is_share(one.field) and not is_empty(one.values)]
    if any(not one.own and one.field.type == "integer" and least(one) >= TWO for one in mine) or _counts(rule, known):
        return []
    return [
        remark(ID, one.where.where, f"{rule.id} asks for {one.field.name} and not of how many", _number_of(one))
        for one in shares
        if not _enough(one, known)
    ]


def _number_of(ground: Ground) -> str:
    names = out_of(ground.field)
    return f'a least number beside it: {names[0]}: ">= 4"' if names else "a least number beside it"


def _enough(ground: Ground, known: Known) -> bool:
    fields = known.vocabulary.get(ground.pattern.kind, ())
    whole = [f.name for f in fields if f.type == "integer"]
    asked = {c.field for c in ground.pattern.conditions if c.field in whole} | {*out_of(ground.field)} & {*whole}
    return any(at_least(ground.pattern, fields, name) >= TWO for name in asked)


def _of_facts(rule: Rule, known: Known) -> list[Problem]:
    parts = [need.part for need in needs(rule, known)]
    tallies = [part for part in parts if isinstance(part, Tally) and wanted(part)]
    if _counts(rule, known):
        return []
    return [
        remark(ID, tally.test.where, f"{rule.id} asks for a share of facts and not of how many", "a `count` beside it")
        for tally in tallies
        if tally.of is not None and tally in rule.when
    ]


def _counts(rule: Rule, known: Known) -> bool:
    """Whether a rule, or one whose finding it needs, wants several facts of some kind."""
    parts = [need.part for need in needs(rule, known)]
    return any(isinstance(part, Tally) and part.of is None and hull(numbers(part)).low >= TWO for part in parts)
