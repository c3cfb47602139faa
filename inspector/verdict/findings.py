"""Firings of rules written up as findings that people can name, weigh and follow to facts."""

from collections.abc import Mapping, Sequence

from inspector.model.facts import Fact
from inspector.model.inspection import Finding
from inspector.model.rules import Framework, Rule
from inspector.rules.engine import Firing
from inspector.verdict.names import name

Kept = dict[tuple[object, ...], tuple[Firing, Finding]]
"""Findings drawn before, for those who ask again and again; each with its firing, so that no other can come to have its id."""


def findings(
    framework: Framework, firings: Sequence[Firing], facts: Mapping[str, Fact], kept: Kept | None = None
) -> tuple[Finding, ...]:
    """One finding a firing, in the order of the framework's themes and rules.

    What a finding is called says `inspector.verdict.names`. What is `kept` is of this framework alone.
    """
    known: Kept = {} if kept is None else kept
    rules = {rule.id: rule for rule in framework.rules}
    names = name(framework, firings, facts)
    support = {fired.finding.id: fired.facts for fired in firings}
    drawn = [_finding(rules[fired.rule], fired, names, support, known) for fired in firings]
    themes = [theme.id for theme in framework.themes]
    places = list(rules)
    return tuple(sorted(drawn, key=lambda f: (themes.index(f.theme), places.index(f.rule), f.id)))


def _finding(
    rule: Rule, fired: Firing, names: Mapping[str, str], support: Mapping[str, tuple[str, ...]], known: Kept
) -> Finding:
    name = names[fired.finding.id]
    grounds = tuple(sorted(_grounds(fired.facts, support)))
    builds_on = tuple(sorted(names[f] for f in fired.facts if f in names))
    key = id(fired), name, grounds, builds_on
    if key not in known:
        known[key] = fired, _drawn(rule, fired, name, grounds, builds_on)
    return known[key][1]


def _drawn(rule: Rule, fired: Firing, name: str, grounds: tuple[str, ...], builds_on: tuple[str, ...]) -> Finding:
    return Finding(
        id=name,
        rule=rule.id,
        theme=rule.theme,
        says=fired.finding.says,
        brief=fired.brief,
        direction=rule.conclude.direction,
        reached=rule.conclude.standing,
        standing=fired.standing,
        limit=rule.conclude.limit,
        trust=fired.trust,
        withdrawn=fired.withdrawn,
        ask=() if fired.withdrawn else fired.ask,
        whom=rule.whom,
        cites=rule.cites,
        facts=grounds,
        builds_on=builds_on,
    )


def _grounds(facts: Sequence[str], support: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Facts, with every finding among them replaced by what it rests on in turn."""
    grounds: set[str] = set()
    for fact in facts:
        grounds |= _grounds(support[fact], support) if fact in support else {fact}
    return grounds
