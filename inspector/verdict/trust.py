"""How much each piece of evidence may support, once the register and the probes have been heard.

`exposed` evidence is highly manipulable by its register (something hangs on it and nobody else checks it), or one probe
questions it: then it is worth no more than a claim until the question is answered. `compromised` evidence is questioned
by two probes that look at different things, or strongly by one. A series is `corroborated` where its figures were
recomputed from case records and came out the same, and nothing questions it.
"""

from collections.abc import Mapping, Sequence

from inspector.model.evidence import Evidence, Rows
from inspector.model.facts import Fact
from inspector.model.inspection import TrustIn
from inspector.model.ladder import Standing, Trust, least
from inspector.model.traces import Trace
from inspector.rules.engine import TrustOf
from inspector.verdict.manipulability import manipulability
from inspector.verdict.witnesses import WITNESSES, independent, weighs

RECOMPUTED = "claimed-against-recomputed"
CORROBORATING_PERIODS = 3
"""So many periods must agree with the case records before a series is corroborated."""
EXPOSED_AT_MOST: Standing = "doing"
"""The highest standing that exposed evidence may support."""
ASKED_AT_MOST: Standing = "stated"
"""The highest standing that evidence may support while a probe asks about it: what plans alone would give."""
SLIPS = 0.1
"""Up to this share of a series, and always one figure, may be impossible before the rest of it is trusted less."""


def trust_in(evidence: Evidence, traces: Sequence[Trace]) -> tuple[TrustIn, ...]:
    """The trust in every indicator of the register and every resource kind of the bundle, sorted by name."""
    names = {resource.kind for resource in evidence.resources} | {
        f"indicator/{indicator.indicator}" for indicator in evidence.indicators
    }
    exposed = {f"indicator/{one.indicator}": one.because for one in manipulability(evidence) if one.level == "high"}
    return tuple(_one(name, exposed.get(name, ""), evidence, traces) for name in sorted(names))


def of_facts(facts: Sequence[Fact], trust: Mapping[str, Trust]) -> Trust:
    """The trust that facts share: the least of all the evidence they rest on."""
    return least([trust.get(name, "plain") for fact in facts for name in fact.rests_on])


def by(trust: Sequence[TrustIn]) -> TrustOf:
    """What facts may support, given the trust in the evidence they rest on: the least trust, and the highest standing left."""
    known = {one.evidence: one.trust for one in trust}
    asked = {one.evidence for one in trust if one.asked}

    def trust_of(facts: tuple[Fact, ...]) -> tuple[Trust, Standing | None]:
        found = of_facts(facts, known)
        if any(name in asked for fact in facts for name in fact.rests_on):
            return found, ASKED_AT_MOST
        return found, EXPOSED_AT_MOST if found == "exposed" else None

    return trust_of


def _one(name: str, exposed: str, evidence: Evidence, traces: Sequence[Trace]) -> TrustIn:
    asked = [t for t in traces if _about(t.subject, name) and weighs(t)]
    told = (f"{t.probe} asks: {t.says.rstrip('.')}" for t in asked)
    reasons = [*([exposed] if exposed else []), *told, *_unread(name, evidence)]
    trust: Trust = "exposed" if reasons else "plain"
    if not asked and name in _corroborated(traces) and not _unread(name, evidence):
        found = next(t.says for t in traces if t.subject == name and t.probe == RECOMPUTED)
        return TrustIn(evidence=name, trust="corroborated", reasons=(found,))
    if independent(asked) >= WITNESSES or any(t.outcome == "strong-question" for t in asked):
        trust = "compromised"
    return TrustIn(evidence=name, trust=trust, reasons=tuple(reasons), asked=bool(asked))


def _about(subject: str, name: str) -> bool:
    """Whether a trace's subject is this evidence or, as a list of the case records, a part of it."""
    return subject == name or subject.startswith(f"{name}/")


def _corroborated(traces: Sequence[Trace]) -> set[str]:
    """Subjects whose figures the case records give, over enough periods to say so."""
    return {
        t.subject for t in traces if t.probe == RECOMPUTED and t.outcome == "clear" and t.n >= CORROBORATING_PERIODS
    }


def _unread(name: str, evidence: Evidence) -> list[str]:
    """Rows left out count against the evidence they would have joined: an unreadable bad month gains nothing."""
    kinds = {resource.name: resource.kind for resource in evidence.resources}
    paths = {resource.path: resource.kind for resource in evidence.resources}
    reasons = []
    for rows in evidence.left_out:
        kind = kinds.get(rows.resource) or paths.get(rows.resource)
        if kind == name or (kind == "indicators" and name.startswith("indicator/")):
            reasons.append(_unread_words(rows))
    return [*reasons, *_impossible(name, evidence)]


def _impossible(name: str, evidence: Evidence) -> list[str]:
    """More than one impossible figure in ten is no slip of the pen: whoever made them chose which the series lacks."""
    gone = sum(one.impossible and f"indicator/{one.indicator}" == name for one in evidence.set_aside)
    if gone < 2:
        return []
    kept = sum(f"indicator/{one.indicator}" == name for one in evidence.figures)
    many = gone > SLIPS * (gone + kept)
    return [f"{gone} of its {gone + kept} figures are impossible"] if many else []


def _unread_words(rows: Rows) -> str:
    count = len(rows.rows)
    return f"{count} {'row' if count == 1 else 'rows'} of {rows.resource} could not be read as meant"
