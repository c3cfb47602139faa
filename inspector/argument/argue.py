"""The argument about a verdict that stands: against it, what would change it, what it cannot know, and what to do on site."""

from collections.abc import Collection

from inspector import signals
from inspector.argument.case_against import case_against
from inspector.argument.coverage import coverage
from inspector.argument.fieldwork import fieldwork
from inspector.argument.next_steps import next_steps
from inspector.argument.not_performance import not_performance
from inspector.argument.what_would_change import Case, what_would_change
from inspector.framework.vocabulary import Vocabulary, extend
from inspector.model.argument import Argument
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection
from inspector.model.rules import Framework
from inspector.rules.engine import Firings
from inspector.verdict import trust as trusting
from inspector.verdict.standings import NO_LIMIT, AtMost


def case_of(
    found: Inspection,
    framework: Framework,
    known: Vocabulary,
    evidence: Evidence,
    firings: Firings,
    at_most: AtMost = NO_LIMIT,
) -> Case:
    """What the verdict was drawn from, for whoever asks what else it could have been."""
    return Case(
        framework=framework,
        vocabulary=extend(framework, known),
        evidence=evidence,
        observed=found.facts,
        firings=firings.firings,
        traces=found.traces,
        trust=found.trust,
        measure=measured,
        trust_of=trusting.by(found.trust),
        at_most=at_most,
    )


def argument(
    found: Inspection,
    framework: Framework,
    known: Vocabulary,
    evidence: Evidence,
    firings: Firings,
    seed: str = "",
    at_most: AtMost = NO_LIMIT,
) -> Argument:
    """Every part of the argument. `known` is the vocabulary of signals and probes; `firings` gave the findings.

    `at_most` are the standings that themes were held to.
    """
    case = case_of(found, framework, known, evidence, firings, at_most)
    steps = next_steps(found.themes, found.findings, framework, firings.facts, known, found.trust)
    change = what_would_change(found, case, steps)
    return Argument(
        case_against=case_against(found),
        would_change=change,
        not_performance=not_performance(found, evidence),
        fields=coverage(framework, evidence),
        fieldwork=fieldwork(found, evidence, change, seed),
    )


def measured(evidence: Evidence, kinds: Collection[str]) -> tuple[Fact, ...]:
    """The facts of the signals of these kinds (`signal/ID`) alone."""
    names = [name for name in signals.ids() if f"signal/{name}" in kinds]
    return tuple(fact for name in names for fact in signals.load(name).measure(evidence))
