"""A rule lets a theme be `lasting` though nothing says that the change held.

What:
    A rule that concludes `lasting`, rests on a measured change, and asks nowhere how long it held, how long ago the work on it
    ended, or what is left of it.

Why:
    A change that was seen is `showing`. Most gains fade when nobody looks any more, and nobody knows of this one yet whether it
    will.

Bad:
    when: {move: {signal: trajectory, call: [gradual-gain, sudden-gain]}}
    conclude: {standing: lasting}

Good:
    when: {move: {signal: trajectory, call: [gradual-gain, sudden-gain], held_months: ">= 12"}}
    conclude: {standing: lasting}

Waive:
    Where a field that does not say so tells of time: say how.
"""

from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known
from inspector.lints._rewards import least
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "lasting-without-time"
FAMILY = "ladder"
LEVEL = "error"
SHORTEST = 6
"""Months: in fewer the project that made a change may still run, and no season came again."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule that gives `lasting` to what was measured and not seen to hold."""
    known = Known.of(framework, vocabulary)
    found = []
    for rule in framework.rules:
        if rule.conclude.standing != "lasting":
            continue
        mine = grounds(rule, known)
        if (short := _short(mine)) is not None:
            message = f"{rule.id} gives lasting to what held for {short:g} months"
            place = rule.place("conclude/standing")
            found.append(remark(ID, place, message, "a year, or why less is enough", 'ask for more (">= 12")', "query"))
            continue
        if any(one.held or one.field.role is None for one in mine) or not any(one.measured for one in mine):
            continue
        message = f"{rule.id} gives lasting to a change, and nothing in it says how long the change held"
        expected = 'how long it held (held_months: ">= 12"), or what is left of it'
        place = rule.place("conclude/standing")
        found.append(remark(ID, place, message, expected, "conclude showing, or ask for how long"))
    return tuple(found)


def _short(mine: tuple[Ground, ...]) -> float | None:
    """The longest time for which a change has to have held, in months, where that is short and all that says that it held."""
    held = [one for one in mine if one.held]
    times = [least(one) for one in held if one.field.unit == "months"]
    return max(times) if held and len(times) == len(held) and max(times) < SHORTEST else None
