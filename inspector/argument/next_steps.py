"""The smallest improvement in practice that would raise each theme by one step."""

from collections.abc import Iterable, Mapping, Sequence, Set

from inspector.model.argument import Step
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, ThemeResult, TrustIn
from inspector.model.ladder import STANDINGS, Standing, lower, rank
from inspector.model.rules import Framework, Rule
from inspector.rules.vocabulary import Vocabulary
from inspector.rules.why_not import why_not

ANSWERED = "Answer the questions about the evidence of this finding, with the records behind it at hand."
CHECKED = "Let somebody who gains nothing from it check the evidence of this finding, and say so in the register."


def next_steps(
    themes: Iterable[ThemeResult],
    findings: Sequence[Finding],
    framework: Framework,
    facts: Sequence[Fact],
    vocabulary: Vocabulary,
    trust: Sequence[TrustIn] = (),
) -> tuple[Step, ...]:
    """One step a theme, as far as its rules say what can be done in practice. `facts` are those of the engine, findings too.

    Where limits hold the theme down, the step lifts all of them; else it is that of the nearest rule of the next standing.
    """
    asked = {one.evidence for one in trust if one.asked}
    doubted = {fact.id for fact in facts if asked.intersection(fact.rests_on)}
    steps = (_step(theme, findings, framework, facts, vocabulary, doubted) for theme in themes)
    return tuple(step for step in steps if step is not None)


def _step(
    theme: ThemeResult,
    findings: Sequence[Finding],
    framework: Framework,
    facts: Sequence[Fact],
    vocabulary: Vocabulary,
    doubted: Set[str],
) -> Step | None:
    if theme.standing == STANDINGS[-1]:
        return None
    mine = [finding for finding in findings if finding.theme == theme.theme and not finding.withdrawn]
    rules = {rule.id: rule for rule in framework.rules if rule.theme == theme.theme}
    if _would_rise(theme.standing, mine):
        held = list(dict.fromkeys(f.rule for f in mine if f.limit == theme.standing and rules[f.rule].practice))
        if held:
            says = " ".join(rules[name].practice for name in held)
            return Step(
                theme=theme.theme, now=theme.standing, then=STANDINGS[rank(theme.standing) + 1], rule=held[0], says=says
            )
    top = min((f.limit for f in mine if f.limit), key=rank, default=STANDINGS[-1])
    lowered = [f for f in mine if f.trust == "exposed" and rank(_reach(f, top)) > rank(theme.standing)]
    if lowered:
        least = min(lowered, key=lambda f: rank(_reach(f, top)))
        says = ANSWERED if doubted & set(least.facts) else CHECKED
        return Step(theme=theme.theme, now=theme.standing, then=_reach(least, top), rule=least.rule, says=says)
    return _raise(theme, rules, mine, framework, facts, vocabulary)


def _reach(finding: Finding, top: Standing) -> Standing:
    return lower(finding.reached or "silent", top)


def _would_rise(now: Standing, findings: Sequence[Finding]) -> bool:
    return any(f.standing is not None and rank(f.standing) > rank(now) for f in findings)


def _raise(
    theme: ThemeResult,
    rules: Mapping[str, Rule],
    findings: Sequence[Finding],
    framework: Framework,
    facts: Sequence[Fact],
    vocabulary: Vocabulary,
) -> Step | None:
    fired = {finding.rule for finding in findings}
    able = [rule for rule in rules.values() if rule.id not in fired and rule.practice and rule.conclude.standing]
    above = [rule for rule in able if rank(rule.conclude.standing or "silent") > rank(theme.standing)]
    if not above:
        return None
    least = min(rank(rule.conclude.standing or "silent") for rule in above)
    nearest = [rule for rule in above if rank(rule.conclude.standing or "silent") == least]
    chosen = min(nearest, key=lambda rule: _lacking(rule, framework, facts, vocabulary))
    # What would hold the theme below that has to be lifted too.
    holding = dict.fromkeys(f.rule for f in findings if f.limit is not None and rank(f.limit) < least)
    says = " ".join(dict.fromkeys([chosen.practice, *(rules[name].practice for name in holding)])).strip()
    return Step(theme=theme.theme, now=theme.standing, then=STANDINGS[least], rule=chosen.id, says=says)


def _lacking(rule: Rule, framework: Framework, facts: Sequence[Fact], vocabulary: Vocabulary) -> int:
    """How much a rule lacks: one for each condition the nearest fact fails, more where there is no fact at all."""
    lacking = 0
    for account in why_not(framework, rule, facts, vocabulary):
        if account.part == "when" and not account.held:
            lacking += min((len(near.lacks) for near in account.nearest), default=5)
    return lacking
