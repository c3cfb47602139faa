"""Evidence as a framework counts it, and what is observed of it: facts and traces."""

from inspector import clock, probes, signals
from inspector.judging.rulebooks import Rulebook
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.traces import Trace
from inspector.verdict.false_discovery import hold


def as_known(evidence: Evidence, rulebook: Rulebook) -> Evidence:
    """The evidence with its register as it counts: the framework's word on measures known by name, who vouches for the rest."""
    from inspector.evidence.verified import better_as_seen
    from inspector.packing.known import settled

    rows, directions = settled(evidence.indicators, rulebook.framework.indicators, better_as_seen(evidence))
    return evidence.model_copy(update={"indicators": rows, "directions": directions})


def recomputed(evidence: Evidence, rulebook: Rulebook) -> Evidence:
    """The evidence with every figure that the framework's derivations compute from its case records."""
    if not evidence.case_lists or not rulebook.framework.derivations:
        return evidence
    from inspector.derived import recompute

    return evidence.model_copy(update={"recomputed": recompute(evidence, rulebook.framework.derivations)})


def observe(evidence: Evidence) -> tuple[tuple[Fact, ...], tuple[Trace, ...]]:
    """The facts of every signal and the traces of every probe, sorted, false discoveries held down."""
    return measured(evidence), questions(evidence)


def measured(evidence: Evidence) -> tuple[Fact, ...]:
    """The facts of every signal alone, sorted."""
    with clock.phase("measuring signals"):
        names = signals.ids()
        facts = [fact for name in clock.each(names, len(names)) for fact in signals.load(name).measure(evidence)]
    return tuple(sorted(facts, key=lambda fact: fact.id))


def questions(evidence: Evidence) -> tuple[Trace, ...]:
    """The traces of every probe alone, false discoveries held down: what an authority asks before it submits."""
    with clock.phase("asking probes"):
        names = probes.ids()
        traces = [trace for name in clock.each(names, len(names)) for trace in probes.load(name).examine(evidence)]
        return hold(tuple(sorted(traces, key=lambda trace: (trace.probe, trace.subject))))
