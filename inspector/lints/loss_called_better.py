"""A rule concludes better, or a standing, from what speaks against it.

What:
    A rule that concludes better, or `doing` or more, and whose conditions are all met by what got worse, or by little of what
    is good, or take one that went back for one that stayed: a loss, what is gone, much that is overdue, few that were kept.

Why:
    Somebody turned an operator or a list round. The finding would praise what ought to be asked about.

Bad:
    when: {move: {signal: trajectory, call: loss, probability: ">= 0.8"}}
    conclude: {direction: better}

Good:
    when: {move: {signal: trajectory, call: loss, probability: ">= 0.8"}}
    conclude: {direction: worse}

Waive:
    Where telling of it is what is meant to be better: say so, and ask for the telling.
"""

from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known
from inspector.lints._ranges import Words
from inspector.lints._rewards import rewards
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "loss-called-better"
FAMILY = "direction"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule that praises what speaks against the service."""
    known = Known.of(framework, vocabulary)
    return tuple(
        problem
        for rule in framework.rules
        if rewards(rule) and not _limits(rule) and (problem := _praised(rule, known) or _mixed(rule, known))
    )


def _mixed(rule: Rule, known: Known) -> Problem | None:
    """A remark where the words that will do are gains and losses, and nothing else: one is taken for the other."""
    for one in grounds(rule, known):
        if not one.own or one.field.role != "measured" or not isinstance(one.values, Words) or one.values.others:
            continue
        named, better, worse = one.values.named, set(one.field.better), set(one.field.worse)
        if named & better and named & worse and named <= better | worse:
            words = ", ".join(sorted(map(str, named & worse)))
            message = f"{rule.id} concludes {_concluded(rule)} from {words} as from a gain"
            return remark(ID, one.where.where, message, "gains alone", f"leave out {words}")
    return None


def _limits(rule: Rule) -> bool:
    end = rule.conclude
    return end.direction == "worse" or (end.limit is not None and end.direction == "neither")


def _praised(rule: Rule, known: Known) -> Problem | None:
    mine = grounds(rule, known)
    against = [one for one in mine if one.own and one.sense == "bad"]
    if not against or any(one.sense == "good" and one.field.role != "doubt" for one in mine):
        return None
    message = f"{rule.id} concludes {_concluded(rule)} from what speaks against it: {_fields(against)}"
    expected = "direction: worse, or conditions that speak for it"
    return remark(ID, against[0].where.where, message, expected, "turn the conclusion, or the condition")


def _concluded(rule: Rule) -> str:
    return "better" if rule.conclude.direction == "better" else str(rule.conclude.standing)


def _fields(against: list[Ground]) -> str:
    return ", ".join(dict.fromkeys(one.field.name for one in against))
