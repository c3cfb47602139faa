"""A rule holds it against a service that people speak up.

What:
    A rule that concludes worse, or a limit, for much of what is brought forward freely: bad news in a self-evaluation, ideas
    given up, targets questioned, entries that say themselves how late they were written (`set_aside`), things that
    families or staff said, reviews held, claims that something got worse. Nothing
    else in it speaks against the service, as that nobody was answered would.

Why:
    Next year there would be less of it, and nothing would be better. Whoever reports harm has to be no worse off than whoever
    keeps silent.

Bad:
    when: {self: {signal: self-knowledge, bad_news: ">= 3"}}
    conclude: {limit: doing}

Good:
    when: {self: {signal: self-knowledge, claims: ">= 6", bad_news: 0}}
    conclude: {limit: doing}

Waive:
    Hardly ever: hold against it what was not done about what was said.
"""

from inspector.lints._grounds import Ground, grounds, present
from inspector.lints._implies import Known
from inspector.lints._ranges import Words
from inspector.lints._rewards import SILENCE, punishes
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "candour-punished"
FAMILY = "direction"
LEVEL = "error"
SCALES = {"reviews", "said", "raised", "shared", "upward", "well_recorded"}
"""Counts that also only say how large the rest is: they count as brought forward where nothing else is asked for."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule by which it costs something to speak up."""
    known = Known.of(framework, vocabulary)
    return tuple(problem for rule in framework.rules if punishes(rule) and (problem := _punished(rule, known)))


def _punished(rule: Rule, known: Known) -> Problem | None:
    told = [one for one in grounds(rule, known) if one.field.role != "name"]
    candid = [one for one in told if one.own and (_brought(one) or _claimed(one))]
    if not candid or any(one.sense == "bad" or one.measured for one in told if one not in candid and not _figures(one)):
        return None
    scales = all(one.field.name in SCALES for one in candid)
    if scales and (len(told) > len(candid) or len(present(rule)) < len(rule.when)):
        return None
    message = f"{rule.id} holds it against a service that there is much of {candid[0].field.name}"
    return remark(ID, candid[0].where.where, message, "what was not done about it", "conclude better, or neither")


def _brought(ground: Ground) -> bool:
    return ground.field.name in {*SILENCE, "set_aside"} and ground.more and not ground.less


def _claimed(ground: Ground) -> bool:
    if not isinstance(ground.values, Words) or ground.values.others or not ground.values.named:
        return False
    return ground.field.role == "declared" and ground.values.named <= {"worse", "unchanged"}


def _figures(ground: Ground) -> bool:
    """That figures bear a claim out makes it no worse to have made it."""
    return isinstance(ground.values, Words) and ground.values.named == {"supported"}
