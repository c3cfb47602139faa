"""A rule rewards rows that were set aside.

What:
    A rule that concludes a standing or better for much of `recorded` (or of another count of all that was handed in, whether it
    counts or not) and not for what is left of it.

Why:
    Rows are set aside because they were written long afterwards, cannot be read, or are asked about. Whoever rewards them
    rewards just what the others were set aside for. `recorded: 0` is another thing: nothing of the sort was handed in.

Bad:
    when: {pace: {signal: improvement-pace, scale: any, recorded: ">= 12"}}
    conclude: {standing: doing}

Good:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 12"}}
    conclude: {standing: doing}

Waive:
    Hardly ever: ask for the rows that count.
"""

from inspector.lints._grounds import grounds
from inspector.lints._implies import Known
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "set-aside-counts"
FAMILY = "incentives"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each condition by which rows earn something that do not count."""
    known = Known.of(framework, vocabulary)
    return tuple(
        remark(
            ID,
            one.where.where,
            f"{one.field.name} counts rows that were set aside too, and {rule.id} rewards them",
            "a count of those that count",
        )
        for rule in framework.rules
        if _welcome(rule)
        for one in grounds(rule, known)
        if one.own and one.more and (one.field.name == "recorded" or one.field.name.endswith("_recorded"))
    )


def _welcome(rule: Rule) -> bool:
    return rule.conclude.direction == "better" or rule.conclude.standing not in (None, "silent")
