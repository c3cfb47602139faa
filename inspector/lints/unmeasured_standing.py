"""A rule lets a theme be `showing` or `lasting` without a measured change behind it.

What:
    A rule that concludes `showing` and does not rest, itself or through the findings it builds on, on a change that figures show:
    a gain of a trajectory, work that a gain followed, a recommendation that did, a claim that the figures bear out. One that
    concludes `lasting` and does not rest on how long it held, or how long ago the work on it ended.

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

from collections.abc import Mapping

from inspector.lints._walk import Vocabulary, remark
from inspector.model.ladder import Standing
from inspector.model.problems import Problem
from inspector.model.rules import Condition, Framework, Pattern, Rule, Tally

ID = "unmeasured-standing"
FAMILY = "ladder"
LEVEL = "query"
GAINS = ("gradual-gain", "sudden-gain")
FOLLOWED = ("followed", "same-time")
CHANGED: dict[str, dict[str, tuple[str, ...]]] = {
    "signal/trajectory": {"call": (*GAINS, "faded-gain", "loss")},
    "signal/claimed-effect": {"outcome": FOLLOWED},
    "signal/held": {"outcome": ("held",)},
    "signal/recommendation-path": {"effect": FOLLOWED},
    "signal/self-claims": {"outcome": ("supported",), "direction": ("better", "worse")},
}
"""Signals that measure a change, and what their fields have to be asked for: one of these values and no other."""
HELD = ("held_months", "work_ended_months", "share_left")
"""Fields that tell how long a change held, of signals that measure one."""
NEEDS: dict[Standing, str] = {
    "showing": "a pattern, or a finding with one, that a measured change has to fit (trajectory, claimed-effect, held, …)",
    "lasting": f"one that says how long the change held ({', '.join(HELD)})",
}


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A query for each rule that gives `showing` or `lasting` without what the word says."""
    rules = {rule.id: rule for rule in framework.rules}
    found = []
    for rule in framework.rules:
        standing = rule.conclude.standing
        if standing not in NEEDS or _rests(rule, rules, standing, frozenset()):
            continue
        change = "a measured change" if standing == "showing" else "a change that was seen to hold"
        message = f"{rule.id} gives {standing} and does not rest on {change}"
        found.append(remark(ID, rule.where, message, NEEDS[standing], "conclude doing, or ask for the change", "query"))
    return tuple(found)


def _rests(rule: Rule, rules: Mapping[str, Rule], standing: Standing, seen: frozenset[str]) -> bool:
    """Whether a rule cannot fire without such a change. One that builds on itself rests on nothing by that."""
    return any(_needs(part, rules, standing, seen | {rule.id}) for part in rule.when)


def _needs(part: Pattern | Tally, rules: Mapping[str, Rule], standing: Standing, seen: frozenset[str]) -> bool:
    pattern = part if isinstance(part, Pattern) else part.count if any(map(_at_least_one, part.tests)) else None
    if pattern is None:
        return False
    other = rules.get(pattern.kind.removeprefix("finding/")) if pattern.kind.startswith("finding/") else None
    if other is not None:
        return other.id not in seen and _rests(other, rules, standing, seen)
    return _held(pattern) if standing == "lasting" else _changed(pattern) or _held(pattern)


def _changed(pattern: Pattern) -> bool:
    """Whether every field that has to say that something changed is asked for values that say so."""
    wanted = CHANGED.get(pattern.kind)
    return wanted is not None and all(
        any(c.field == field and _equal(c) and {str(v) for v in c.values} <= set(values) for c in pattern.conditions)
        for field, values in wanted.items()
    )


def _held(pattern: Pattern) -> bool:
    return pattern.kind in CHANGED and any(c.field in HELD and _above(c) for c in pattern.conditions)


def _equal(condition: Condition) -> bool:
    return condition.operator == "==" and condition.ref is None


def _above(condition: Condition) -> bool:
    """Whether a condition asks for more than nothing: `>= 12`, `> 0`."""
    least = condition.values[0] if condition.values else None
    if not isinstance(least, int | float):
        return False
    return (condition.operator == ">=" and least > 0) or (condition.operator == ">" and least >= 0)


def _at_least_one(condition: Condition) -> bool:
    return _above(condition) or (condition.operator == "==" and condition.values not in ((0,), ()))
