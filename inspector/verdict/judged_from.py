"""Everything that a judgement could be drawn from: the evidence with and without the rows that questions are about.

Which rows are struck and which pieces fall is settled by the verdict, and so by the rules. To judge by other rules takes what
they may ask for: the facts and the trust for each set of pieces whose rows can come to be set aside.
"""

from collections.abc import Callable, Collection, Sequence

from inspector import probes
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection
from inspector.model.judged_from import AsIf, Asked, JudgedFrom, Lacks, Trusted, Under
from inspector.model.rules import Framework
from inspector.model.traces import Trace
from inspector.verdict.expected import Expected, known_as
from inspector.verdict.movement import indicators
from inspector.verdict.striking import EACH
from inspector.verdict.struck import ASKING, Part, asked, fallen, struck
from inspector.verdict.trust import trust_in

Measured = Callable[[Evidence], tuple[Fact, ...]]


def judged_from(
    found: Inspection, evidence: Evidence, framework: Framework, measured: Measured, under: Under | None = None
) -> JudgedFrom:
    """What the inspection of this evidence, as it was submitted, can be drawn from; `measured` says which facts there are."""
    traces = found.traces
    parts = asked(evidence, traces)
    falls = fallen(parts)
    names = sorted({part.evidence for part in parts})
    seen = tuple(probes.fact_of(trace) for trace in traces)
    # What was found there need not be measured again: in a large bundle that takes seconds.
    there = {part.evidence for part in found.struck.parts if part.set_aside} if found.struck else set()

    def as_if(out: Collection[str]) -> AsIf:
        left = struck(evidence, parts, out)
        facts = found.facts if there == set(out) else (*measured(left), *seen)
        return AsIf(
            struck=tuple(sorted(out)),
            facts=facts,
            trust=_trusted(left, traces, parts, ()),
            fallen=tuple(one for one in _trusted(left, traces, parts, names) if one.evidence in names),
            dropped=_dropped(left, framework, facts),
        )

    return JudgedFrom(
        known={one.indicator: tuple(sorted(known_as(one, framework))) for one in evidence.indicators},
        computed=tuple(sorted({one.derivation for one in evidence.recomputed})),
        questions=sum(trace.outcome in ASKING for trace in traces),
        asked=tuple(Asked(evidence=name, falls=name in falls) for name in names),
        as_if=tuple(map(as_if, sets_aside(names, falls))),
        under=under,
    )


def sets_aside(names: Sequence[str], falls: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """The sets of pieces whose rows can come to be set aside together, by whatever rules; of four pieces or more nearly all.

    Where a verdict would rise without the rows of two or three of four pieces or more, those stay, and the others are a set that
    is not here.
    """
    rest = [name for name in names if name not in falls]
    found = [(), tuple(rest), tuple(names)]
    if 1 < len(rest) <= EACH:
        found += [(name,) for name in rest]
        found += [tuple(one for one in rest if one != name) for name in rest]
    return tuple(dict.fromkeys(found))


def _trusted(
    left: Evidence, traces: Sequence[Trace], parts: Sequence[Part], fell: Collection[str]
) -> tuple[Trusted, ...]:
    return tuple(
        Trusted(evidence=one.evidence, trust=one.trust, asked=one.asked) for one in trust_in(left, traces, parts, fell)
    )


def _dropped(left: Evidence, framework: Framework, facts: Sequence[Fact]) -> tuple[Lacks, ...]:
    gaps = Expected(left, framework).gaps(indicators(facts))
    return tuple(Lacks(indicator=one.indicator, why=one.why) for one in gaps.dropped)
