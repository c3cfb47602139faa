"""The smallest improvement in practice that would raise each theme by one step."""

from collections.abc import Iterable, Sequence

from inspector.model.argument import Step
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, ThemeResult
from inspector.model.ladder import STANDINGS, Standing, rank
from inspector.model.rules import Framework, Rule
from inspector.rules.vocabulary import Vocabulary
from inspector.rules.why_not import why_not

CHECKED = "Let somebody who gains nothing from it check the evidence of this finding, and say so in the register."


def next_steps(
    themes: Iterable[ThemeResult],
    findings: Sequence[Finding],
    framework: Framework,
    facts: Sequence[Fact],
    vocabulary: Vocabulary,
) -> tuple[Step, ...]:
    """One step a theme, as far as its rules say what can be done in practice. `facts` are those of the engine, findings too.

    Where a limit holds the theme down, the step lifts it; else it is that of the nearest rule of the next standing.
    """
    steps = (_step(theme, findings, framework, facts, vocabulary) for theme in themes)
    return tuple(step for step in steps if step is not None)


def _step(
    theme: ThemeResult, findings: Sequence[Finding], framework: Framework, facts: Sequence[Fact], vocabulary: Vocabulary
) -> Step | None:
    if theme.standing == STANDINGS[-1]:
        return None
    mine = [finding for finding in findings if finding.theme == theme.theme and not finding.withdrawn]
    rules = {rule.id: rule for rule in framework.rules if rule.theme == theme.theme}
    held = [f for f in mine if f.limit == theme.standing and _would_rise(theme.standing, mine)]
    for finding in held:
        if rules[finding.rule].practice:
            return _said(theme, STANDINGS[rank(theme.standing) + 1], rules[finding.rule])
    lowered = [f for f in mine if f.trust == "exposed" and rank(f.reached or "silent") > rank(theme.standing)]
    if lowered:
        least = min(lowered, key=lambda f: rank(f.reached or "silent"))
        return Step(
            theme=theme.theme, now=theme.standing, then=least.reached or "silent", rule=least.rule, says=CHECKED
        )
    return _raise(theme, rules.values(), {f.rule for f in mine}, framework, facts, vocabulary)


def _would_rise(now: Standing, findings: Sequence[Finding]) -> bool:
    return any(f.standing is not None and rank(f.standing) > rank(now) for f in findings)


def _raise(
    theme: ThemeResult,
    rules: Iterable[Rule],
    fired: set[str],
    framework: Framework,
    facts: Sequence[Fact],
    vocabulary: Vocabulary,
) -> Step | None:
    able = [rule for rule in rules if rule.id not in fired and rule.practice and rule.conclude.standing]
    above = [rule for rule in able if rank(rule.conclude.standing or "silent") > rank(theme.standing)]
    if not above:
        return None
    least = min(rank(rule.conclude.standing or "silent") for rule in above)
    nearest = [rule for rule in above if rank(rule.conclude.standing or "silent") == least]
    chosen = min(nearest, key=lambda rule: _lacking(rule, framework, facts, vocabulary))
    return _said(theme, STANDINGS[least], chosen)


def _lacking(rule: Rule, framework: Framework, facts: Sequence[Fact], vocabulary: Vocabulary) -> int:
    """How much a rule lacks: one for each condition the nearest fact fails, more where there is no fact at all."""
    lacking = 0
    for account in why_not(framework, rule, facts, vocabulary):
        if account.part == "when" and not account.held:
            lacking += min((len(near.lacks) for near in account.nearest), default=5)
    return lacking


def _said(theme: ThemeResult, then: Standing, rule: Rule) -> Step:
    return Step(theme=theme.theme, now=theme.standing, then=then, rule=rule.id, says=rule.practice)
