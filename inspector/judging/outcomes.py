"""What a framework makes of facts alone, or of a whole bundle, for its own test cases."""

from collections.abc import Mapping
from pathlib import Path

from inspector import bundle as bundles
from inspector.framework.read_by import read_by_this
from inspector.judging import rulebooks
from inspector.judging.concluding import findings_and_standings
from inspector.judging.observing import as_known, recomputed
from inspector.judging.rulebooks import Rulebook
from inspector.judging.settling import Workings, settle
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact, Scalar
from inspector.model.inspection import TrustIn
from inspector.model.outcome import Outcome
from inspector.model.problems import CannotComplete, listed
from inspector.model.rules import Framework
from inspector.rules.decision import decide
from inspector.rules.matching import Choice
from inspector.rules.same import Same
from inspector.verdict.basis import stating, table_facts
from inspector.verdict.movement import KIND as MOVES
from inspector.verdict.outcome import drawn

NOTHING_STATED: Mapping[str, Scalar] = {}


def evaluate_case(
    framework: Framework,
    facts: tuple[Fact, ...],
    trust: tuple[TrustIn, ...] = (),
    stated: Mapping[str, Scalar] = NOTHING_STATED,
    matcher: Choice = "auto",
) -> Outcome:
    """What the framework makes of facts alone: for the framework's own test cases, and the definition of what they see.

    All facts are trusted but those that rest on what `trust` names. Fields of the verdict's basis that are `stated` count in
    place of those that follow from the facts: without a bundle nothing is missing and nothing dropped.
    """
    return evaluated(rulebooks.of(Same(framework)), facts, trust, stated, matcher)


def evaluated(
    rulebook: Rulebook,
    facts: tuple[Fact, ...],
    trust: tuple[TrustIn, ...] = (),
    stated: Mapping[str, Scalar] = NOTHING_STATED,
    matcher: Choice = "auto",
) -> Outcome:
    """As `evaluate_case`, by a framework whose vocabulary is known already."""
    framework = rulebook.framework
    firings, findings, themes = findings_and_standings(rulebook, facts, trust, matcher)
    moves = [fact for fact in firings.facts if fact.kind == MOVES]
    table = (*firings.facts, *stating(table_facts(themes, findings, (), trust, moves), stated))
    row, _ = decide(framework.verdicts, table, rulebook.vocabulary, matcher)
    found = drawn(framework, firings.firings)
    return Outcome(found, {t.theme: t.standing for t in themes}, row.verdict, row.id, row.says, row.brief)


def evaluate_bundle(framework: Framework, path: Path) -> Outcome:
    """What the framework makes of a whole bundle: for the framework's own test cases."""
    rulebook = rulebooks.of(Same(framework))
    return outcome_of(settle(rulebook, evidence_of_case(rulebook, path)))


def evidence_of_case(rulebook: Rulebook, path: Path) -> Evidence:
    """The evidence of a bundle as the framework sees it. Raises CannotComplete where it cannot be read as meant."""
    reading = bundles.read_bundle(path, by=read_by_this(rulebook.framework))
    if reading.evidence is None or reading.stopping:
        raise CannotComplete(listed(reading.problems))
    return recomputed(as_known(reading.evidence, rulebook), rulebook)


def outcome_of(workings: Workings) -> Outcome:
    """What a test case sees of an inspection."""
    result, verdict = workings.inspection, workings.inspection.verdict
    found = drawn(workings.rulebook.framework, workings.firings.firings)
    standing = {theme.theme: theme.standing for theme in result.themes}
    return Outcome(found, standing, verdict.verdict, verdict.row, verdict.says, verdict.brief)
