"""Firings of rules written up as findings that people can name, weigh and follow to facts."""

from collections import Counter
from collections.abc import Mapping, Sequence

from inspector.model.facts import Fact
from inspector.model.inspection import Finding
from inspector.model.rules import Framework, Rule
from inspector.rules.engine import Firing

Kept = dict[tuple[object, ...], tuple[Firing, Finding]]
"""Findings drawn before, for those who ask again and again; each with its firing, so that no other can come to have its id."""


def findings(
    framework: Framework, firings: Sequence[Firing], facts: Mapping[str, Fact], kept: Kept | None = None
) -> tuple[Finding, ...]:
    """One finding a firing, in the order of the framework's themes and rules.

    A finding is called by its rule, with the indicator it is about where the rule fired more than once. What is `kept` is of
    this framework alone.
    """
    known: Kept = {} if kept is None else kept
    rules = {rule.id: rule for rule in framework.rules}
    names = name(firings, facts)
    support = {fired.finding.id: fired.facts for fired in firings}
    drawn = [_finding(rules[fired.rule], fired, names, support, known) for fired in firings]
    themes = [theme.id for theme in framework.themes]
    places = list(rules)
    return tuple(sorted(drawn, key=lambda f: (themes.index(f.theme), places.index(f.rule), f.id)))


def name(firings: Sequence[Firing], facts: Mapping[str, Fact]) -> dict[str, str]:
    """A name for the finding of each firing, by the id of its fact: `RULE`, `RULE/INDICATOR`, `RULE/INDICATOR/2`."""
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    alone = _once([fired.rule for fired in firings])
    for fired in firings:
        subject = _subject(fired, facts)
        wanted = fired.rule if fired.rule in alone or not subject else f"{fired.rule}/{subject}"
        taken[wanted] = taken.get(wanted, 0) + 1
        names[fired.finding.id] = wanted if taken[wanted] == 1 else f"{wanted}/{taken[wanted]}"
    return names


def _once(rules: Sequence[str]) -> set[str]:
    return {rule for rule, times in Counter(rules).items() if times == 1}


def _subject(fired: Firing, facts: Mapping[str, Fact]) -> str:
    """The one indicator that what fired the rule is about, else what the signal behind it is about; else empty."""
    bound = [facts[name] for _, name in fired.bindings if name in facts]
    about = {str(fact.fields["indicator"]) for fact in bound if "indicator" in fact.fields}
    about = about or {fact.id.split("/", 2)[2] for fact in bound if fact.id.count("/") >= 2}
    return about.pop() if len(about) == 1 else ""


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
