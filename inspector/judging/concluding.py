"""From what was observed to findings, standings and the verdict, by a rulebook."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from inspector import clock, probes
from inspector.judging.rulebooks import Rulebook
from inspector.model.assurance import on_paper
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.inspection import Finding, ThemeResult, TrustIn, Verdict
from inspector.model.rules import Framework, Source, VerdictRow
from inspector.model.traces import Trace
from inspector.rules import engine
from inspector.rules.decision import decide
from inspector.rules.matching import Choice
from inspector.verdict import findings as found
from inspector.verdict import trust as trusting
from inspector.verdict.basis import table_facts
from inspector.verdict.could_be import could_be
from inspector.verdict.expected import Expected, Gaps
from inspector.verdict.missing import missing
from inspector.verdict.movement import KIND as MOVES
from inspector.verdict.movement import indicators
from inspector.verdict.names import name
from inspector.verdict.score import score
from inspector.verdict.standings import standings


def findings_and_standings(
    rulebook: Rulebook, observed: tuple[Fact, ...], trust: tuple[TrustIn, ...], matcher: Choice = "auto"
) -> tuple[engine.Firings, tuple[Finding, ...], tuple[ThemeResult, ...]]:
    """Findings and standings from what was observed, as far as its evidence may be trusted."""
    firings = engine.run(rulebook.framework, observed, rulebook.known, matcher, trusting.by(trust))
    everything = {fact.id: fact for fact in firings.facts}
    findings = found.findings(rulebook.framework, firings.firings, everything)
    return firings, findings, standings(rulebook.framework, findings, everything)


def verdict_by(
    rulebook: Rulebook,
    firings: engine.Firings,
    findings: tuple[Finding, ...],
    themes: tuple[ThemeResult, ...],
    traces: tuple[Trace, ...],
    trust: tuple[TrustIn, ...],
    matcher: Choice = "auto",
    evidence: Evidence | None = None,
) -> Verdict:
    """The verdict by the framework's decision table; of `evidence` also what is missing, and the range that this leaves it."""
    moves = [fact for fact in firings.facts if fact.kind == MOVES]
    others = [fact for fact in firings.facts if fact.kind != MOVES]

    def table(moves: Sequence[Fact], gaps: Gaps) -> list[Fact]:
        return [*others, *moves, *table_facts(themes, findings, traces, trust, moves, gaps)]

    def entered(moves: Sequence[Fact], gaps: Gaps) -> VerdictRow:
        return decide(rulebook.framework.verdicts, table(moves, gaps), rulebook.vocabulary, "reference")[0]

    gaps = Expected(evidence, rulebook.framework).gaps(indicators(moves)) if evidence else Gaps()
    row, support = decide(rulebook.framework.verdicts, table(moves, gaps), rulebook.vocabulary, matcher)
    names = name(rulebook.framework, firings.firings, {fact.id: fact for fact in firings.facts})
    because = sorted(f"finding/{names[fact]}" if fact in names else fact for fact in support)
    verdict = Verdict(
        verdict=row.verdict,
        row=row.id,
        says=row.says,
        brief=row.brief,
        because=tuple(because),
        score=score(themes, row.verdict),
        assured=on_paper(row.verdict),
    )
    if evidence is None:
        return verdict
    could = could_be(moves, gaps, entered)
    told = {"missing": missing(evidence, rulebook.framework, gaps), **(could._asdict() if could else {})}
    return verdict.model_copy(update=told)


class Drawn(NamedTuple):
    """What follows from what was observed: trust, findings, standings and verdict."""

    evidence: Evidence
    facts: tuple[Fact, ...]
    traces: tuple[Trace, ...]
    trust: tuple[TrustIn, ...]
    firings: engine.Firings
    findings: tuple[Finding, ...]
    themes: tuple[ThemeResult, ...]
    verdict: Verdict

    @property
    def observed(self) -> tuple[Fact, ...]:
        """What rules read: facts, and traces as facts."""
        return (*self.facts, *(probes.fact_of(trace) for trace in self.traces))

    def __repr__(self) -> str:
        return f"<Drawn: {self.verdict.verdict}>"


def draw(
    rulebook: Rulebook,
    evidence: Evidence,
    facts: tuple[Fact, ...],
    traces: tuple[Trace, ...],
    trust: tuple[TrustIn, ...],
    matcher: Choice,
) -> Drawn:
    """What follows from facts and traces, as far as their evidence may be trusted; nothing is struck here."""
    observed = (*facts, *(probes.fact_of(trace) for trace in traces))
    with clock.phase("matching rules"):
        firings, findings, themes = findings_and_standings(rulebook, observed, trust, matcher)
    with clock.phase("settling the verdict"):
        verdict = verdict_by(rulebook, firings, findings, themes, traces, trust, matcher, evidence)
    return Drawn(evidence, facts, traces, trust, firings, findings, themes, verdict)


def cited(framework: Framework, findings: Iterable[Finding]) -> tuple[Source, ...]:
    """The sources of a framework that any of the findings rests on, in the order of the framework."""
    names = {name for finding in findings for name in finding.cites}
    return tuple(source for source in framework.sources if source.id in names)
