"""A rule concludes worse from what speaks for improvement.

What:
    A rule that concludes worse, or a row whose verdict is `slipping` or `deteriorating`, and whose conditions are all met
    by what got better, or by much of what is good: a gain,
    promises that were kept, families that were answered.

Why:
    Somebody turned an operator or a list round. Whoever improves would be told that things go badly.

Bad:
    when: {kept: {signal: commitments-kept, of: all, due: ">= 4", kept_share: ">= 0.7"}}
    conclude: {direction: worse}

Good:
    when: {kept: {signal: commitments-kept, of: all, due: ">= 4", kept_share: "< 0.3"}}
    conclude: {direction: worse}

Waive:
    Where something good is a bad sign beside something that no field tells: say what.
"""

from inspector.lints._grounds import grounds
from inspector.lints._implies import Known
from inspector.lints._walk import Vocabulary, remark
from inspector.model.ladder import rank
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule, VerdictRow

ID = "gain-called-worse"
FAMILY = "direction"
LEVEL = "error"
WORSE = ("slipping", "deteriorating")


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule that holds against a service what speaks for it."""
    known = Known.of(framework, vocabulary)
    holders: list[Rule | VerdictRow] = [
        *filter(_against, framework.rules),
        *(row for row in framework.verdicts if row.verdict in WORSE),
    ]
    return tuple(problem for holder in holders if (problem := _blamed(holder, known)))


def _against(rule: Rule) -> bool:
    end = rule.conclude
    low = end.limit is not None and end.standing is None and rank(end.limit) <= rank("doing")
    return end.direction == "worse" or (low and end.direction == "neither")


def _blamed(rule: Rule | VerdictRow, known: Known) -> Problem | None:
    mine = [one for one in grounds(rule, known) if one.field.role in ("activity", "measured", "declared")]
    good = [one for one in mine if one.own and one.sense == "good"]
    if not good or any(one.sense == "bad" for one in grounds(rule, known)):
        return None
    fields = ", ".join(dict.fromkeys(one.field.name for one in good))
    message = f"{rule.id} holds against a service what speaks for it: {fields}"
    expected = "direction: better, or conditions that speak against it"
    return remark(ID, good[0].where.where, message, expected, "turn the conclusion, or the condition")
