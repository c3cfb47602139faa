"""What the rules of a theme can conclude of it."""

from collections.abc import Iterable

from inspector.lints._walk import patterns
from inspector.model.ladder import Standing, rank
from inspector.model.rules import Framework, Rule, Theme


def rules_of(framework: Framework, theme: Theme) -> list[Rule]:
    """The rules of a theme, in their order."""
    return [rule for rule in framework.rules if rule.theme == theme.id]


def highest(rules: Iterable[Rule]) -> Standing:
    """The highest standing that one of the rules gives; `silent` where none gives any."""
    return max((r.conclude.standing for r in rules if r.conclude.standing is not None), key=rank, default="silent")


def reaches(rules: Iterable[Rule], standing: Standing) -> bool:
    """Whether one of the rules gives this standing or a higher one."""
    return rank(highest(rules)) >= rank(standing)


def speaks_against(rule: Rule) -> bool:
    """Whether a rule can lower its theme, or says that something got worse."""
    return rule.conclude.limit is not None or rule.conclude.direction == "worse"


def signals(rules: Iterable[Rule], framework: Framework) -> set[str]:
    """The signals and probes that rules rest on, through the findings they build on."""
    by_id = {rule.id: rule for rule in framework.rules}
    waiting, seen, found = list(rules), set[str](), set[str]()
    while waiting:
        rule = waiting.pop()
        if rule.id in seen:
            continue
        seen.add(rule.id)
        for kind in {pattern.kind for pattern in patterns(rule)}:
            other = by_id.get(kind.removeprefix("finding/")) if kind.startswith("finding/") else None
            if other is not None:
                waiting.append(other)
            else:
                found.add(kind)
    return found
