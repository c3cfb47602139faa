"""A rule lets a change show that nobody says how sure it is.

What:
    A rule that concludes `showing` or `lasting` on what a figure is called to have done (`call: sudden-gain`) and asks nowhere,
    itself or through the findings it builds on, how probable that is, or how often chance brings it about. Also one that
    concludes anything at all and asks for a probability below one half.

Why:
    Of ten measures that stand still about one is called better now and then. A gain called with a probability of 0.5 is as
    likely none.

Bad:
    when: {move: {signal: trajectory, call: [gradual-gain, sudden-gain]}}
    conclude: {standing: showing}

Good:
    when: {move: {signal: trajectory, call: [gradual-gain, sudden-gain], probability: ">= 0.8"}}
    conclude: {standing: showing}

Waive:
    Where it is enough that a change is likelier than all else together: say why.
"""

from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known
from inspector.lints._rewards import least
from inspector.lints._walk import Vocabulary, field_of, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "change-without-sureness"
FAMILY = "ladder"
LEVEL = "query"
EVEN = 0.5
SURE = {"probability", "share of false matches"}
DOUBTS = {"chance", "chance_of_all", "false_share", "p_value", "probability", "probability_gain"}


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A query for each rule that lets show what may well be chance."""
    known = Known.of(framework, vocabulary)
    found: list[Problem] = []
    found += [problem for rule in framework.rules if (problem := _likelier_not(rule, known))]
    for rule in framework.rules:
        mine = grounds(rule, known)
        if rule.conclude.standing not in ("showing", "lasting") or any(_sure(one) for one in mine):
            continue
        called = [one for one in mine if one.measured]
        # Where figures and something else agree, both are surer than each.
        if called and len({one.pattern.kind for one in called}) == 1 and _could_be_surer(called[0], vocabulary):
            message = f"{rule.id} gives {rule.conclude.standing} on {called[0].field.name}, however unsure it is"
            expected = 'how probable it is (probability: ">= 0.8"), or how often chance brings it about'
            found.append(remark(ID, rule.place("conclude/standing"), message, expected, level="query"))
    return tuple(found)


def _likelier_not(rule: Rule, known: Known) -> Problem | None:
    """A query where all that is asked of a change is that it is less likely than not."""
    if rule.conclude.direction == "neither" and rule.conclude.standing is None:
        return None
    mine = [one for one in grounds(rule, known) if one.own]
    sure = [one for one in mine if one.field.unit == "probability" and one.more]
    if not sure or not any(one.measured for one in mine) or max(map(least, sure)) >= EVEN:
        return None
    message = f"{rule.id} asks for a probability of {least(sure[0]):g}: that it is not so is likelier"
    return remark(ID, sure[0].where.where, message, 'a probability that bears a conclusion (">= 0.8")', level="query")


def _sure(ground: Ground) -> bool:
    return ground.field.unit in SURE or ground.field.name in DOUBTS


def _could_be_surer(ground: Ground, vocabulary: Vocabulary) -> bool:
    fields = vocabulary.get(ground.pattern.kind)
    return bool(ground.field.choices) and any(field_of(fields, name) is not None for name in DOUBTS)
