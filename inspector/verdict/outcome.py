"""Firings as test cases see them."""

from collections.abc import Iterable

from inspector.model.outcome import Drawn
from inspector.model.rules import Framework, Rule
from inspector.rules.engine import Firing

OWN = frozenset(("theme", "direction", "trust", "standing"))
"""Fields that every finding has; all others are carried."""


def drawn(framework: Framework, firings: Iterable[Firing]) -> tuple[Drawn, ...]:
    """What a test case sees of firings, in their order."""
    rules = {rule.id: rule for rule in framework.rules}
    return tuple(one_drawn(rules[fired.rule], fired) for fired in firings)


def one_drawn(rule: Rule, fired: Firing) -> Drawn:
    """What a test case sees of one firing of a rule."""
    return Drawn(
        rule=rule.id,
        theme=rule.theme,
        direction=rule.conclude.direction,
        standing=fired.standing,
        limit=rule.conclude.limit,
        trust=fired.trust,
        withdrawn=fired.withdrawn,
        carried=tuple((name, value) for name, value in fired.finding.fields.items() if name not in OWN),
        facts=fired.facts,
        says=fired.finding.says,
        brief=fired.brief,
        ask=() if fired.withdrawn else fired.ask,
        whom=rule.whom,
    )
