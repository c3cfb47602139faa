"""Layers of rules: a rule that reads a finding, or takes matches away for one, comes after the rule that draws it."""

from collections.abc import Mapping, Sequence

from inspector.model.rules import Pattern, Rule, Tally, VerdictRow
from inspector.rules.refusal import refuse

_PREFIX = "finding/"


def strata(rules: Sequence[Rule]) -> tuple[tuple[Rule, ...], ...]:
    """The rules in layers, each layer in order of id. Raises CannotComplete, located, on a cycle or an unknown rule."""
    by_id = {rule.id: rule for rule in rules}
    heights: dict[str, int] = {}
    for rule in sorted(rules, key=lambda rule: rule.id):
        _height(rule, by_id, heights, ())
    layers = sorted(set(heights.values()))
    return tuple(tuple(by_id[name] for name in sorted(heights) if heights[name] == layer) for layer in layers)


def findings_read(rule: Rule | VerdictRow) -> tuple[Pattern, ...]:
    """The patterns of a rule, those within tallies included, that want a finding."""
    patterns: list[Pattern] = []
    for part in (*rule.when, *rule.unless):
        patterns += [part.count, *([part.of] if part.of else [])] if isinstance(part, Tally) else [part]
    return tuple(pattern for pattern in patterns if pattern.kind.startswith(_PREFIX))


def _height(rule: Rule, by_id: Mapping[str, Rule], heights: dict[str, int], path: tuple[str, ...]) -> int:
    if rule.id in heights:
        return heights[rule.id]
    if rule.id in path:
        chain = " needs ".join((*path[path.index(rule.id) :], rule.id))
        raise refuse("rule-cycle", rule.where, f"rules wait for one another: {chain}")
    height = 0
    for pattern in findings_read(rule):
        name = pattern.kind.removeprefix(_PREFIX)
        if name not in by_id:
            raise refuse("unknown-rule", pattern.where, f"there is no rule {name}")
        height = max(height, 1 + _height(by_id[name], by_id, heights, (*path, rule.id)))
    heights[rule.id] = height
    return height
