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
        _climb(rule, by_id, heights)
    layers = sorted(set(heights.values()))
    return tuple(tuple(by_id[name] for name in sorted(heights) if heights[name] == layer) for layer in layers)


def findings_read(rule: Rule | VerdictRow) -> tuple[Pattern, ...]:
    """The patterns of a rule, those within tallies included, that want a finding."""
    patterns: list[Pattern] = []
    for part in (*rule.when, *rule.unless):
        patterns += [part.count, *([part.of] if part.of else [])] if isinstance(part, Tally) else [part]
    return tuple(pattern for pattern in patterns if pattern.kind.startswith(_PREFIX))


def _climb(first: Rule, by_id: Mapping[str, Rule], heights: dict[str, int]) -> None:
    """The height of a rule and of all that it waits for: 0 where it reads no finding, else one more than the highest read."""
    path = [first.id]
    while path:
        rule = by_id[path[-1]]
        needed = _needed(rule, by_id)
        waits = next((name for name in needed if name not in heights), None)
        if waits is None:
            heights[rule.id] = max((1 + heights[name] for name in needed), default=0)
            path.pop()
        elif waits in path:
            chain = " needs ".join((*path[path.index(waits) :], waits))
            raise refuse("rule-cycle", by_id[waits].where, f"rules wait for one another: {chain}")
        else:
            path.append(waits)


def _needed(rule: Rule, by_id: Mapping[str, Rule]) -> list[str]:
    found = []
    for pattern in findings_read(rule):
        name = pattern.kind.removeprefix(_PREFIX)
        if name not in by_id:
            raise refuse("unknown-rule", pattern.where, f"there is no rule {name}")
        found.append(name)
    return found
