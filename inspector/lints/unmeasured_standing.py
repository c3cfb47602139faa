"""A rule lets a theme be `showing` or `lasting` without a measured change behind it.

What:
    A rule that concludes `showing` or `lasting` and does not rest, itself or through the findings it builds on, on a change
    that figures show: a gain of a trajectory, work that a gain followed, a recommendation that did, a claim that the figures
    bear out, what is left of an earlier gain. `inspector framework facts` says which fields are measured.

Why:
    The ladder is a law: `doing` is work recorded as it happens, `showing` a measured change that chance does not explain,
    `lasting` one that held. The later half of a log held against the first half is no measured change: nobody knows what chance
    makes of it. Such a number may stand beside one, not instead of it.

Bad:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 12"}}
    conclude: {standing: showing}

Good:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 12"}}
    conclude: {standing: doing}

Waive:
    Where the change was measured by something that no signal reads: say by what.
"""

from inspector.lints._grounds import grounds
from inspector.lints._implies import Known
from inspector.lints._walk import Vocabulary, remark
from inspector.model.ladder import Standing
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "unmeasured-standing"
FAMILY = "ladder"
LEVEL = "error"
NEEDS: tuple[Standing, ...] = ("showing", "lasting")


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule that gives `showing` or `lasting` without what the word says."""
    known = Known.of(framework, vocabulary)
    found = []
    for rule in framework.rules:
        standing = rule.conclude.standing
        if standing in NEEDS and not any(one.measured or one.field.role is None for one in grounds(rule, known)):
            message = f"{rule.id} gives {standing} and does not rest on a measured change"
            expected = "a pattern, or a finding with one, that a measured change has to fit (trajectory, claimed-effect, held, …)"
            place = rule.place("conclude/standing")
            found.append(remark(ID, place, message, expected, "conclude doing, or ask for the change"))
    return tuple(found)
