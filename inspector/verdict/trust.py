"""How much each piece of evidence may support, once the register and the probes have been heard.

`exposed` evidence is highly manipulable by its register (something hangs on it and nobody else checks it), or one probe
questions it: then it is worth no more than a claim until the question is answered. `compromised` evidence is questioned
by two probes that look at different things, or strongly by one. A series is `corroborated` where its figures were
recomputed from case records and came out the same, and nothing questions it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from inspector.model.evidence import Evidence, Rows
from inspector.model.facts import Fact
from inspector.model.inspection import TrustIn
from inspector.model.ladder import Standing, Trust, least
from inspector.model.traces import Trace, parts_of
from inspector.rules.engine import TrustOf
from inspector.verdict.manipulability import manipulability
from inspector.verdict.struck import Part
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


def trust_in(
    evidence: Evidence, traces: Sequence[Trace], parts: Sequence[Part] = (), fell: Collection[str] = ()
) -> tuple[TrustIn, ...]:
    """The trust in every indicator of the register and every resource kind of the bundle, sorted by name.

    A question whose rows are `parts` lowers nothing but the trust in what `fell` because of it: the rows are struck instead.
    """
    names = {resource.kind for resource in evidence.resources} | {
        f"indicator/{indicator.indicator}" for indicator in evidence.indicators
    }
    exposed = {f"indicator/{one.indicator}": one.because for one in manipulability(evidence) if one.level == "high"}
    asked, agreed, unread = _asked(traces, parts, fell), _corroborated(traces), _unread(evidence)
    for part in parts:
        agreed.pop(part.evidence, None)
    return tuple(
        _one(name, exposed.get(name, ""), asked.get(name, ()), unread(name), agreed.get(name)) for name in sorted(names)
    )


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


def _one(name: str, exposed: str, asked: Sequence[Trace], unread: Sequence[str], agreed: str | None) -> TrustIn:
    told = (f"{t.probe} asks: {t.says.rstrip('.')}" for t in asked)
    reasons = [*([exposed] if exposed else []), *told, *unread]
    trust: Trust = "exposed" if reasons else "plain"
    if not asked and agreed is not None and not unread:
        return TrustIn(evidence=name, trust="corroborated", reasons=(agreed,))
    if independent(asked) >= WITNESSES or any(t.outcome == "strong-question" for t in asked):
        trust = "compromised"
    return TrustIn(evidence=name, trust=trust, reasons=tuple(reasons), asked=bool(asked))


def _asked(traces: Sequence[Trace], parts: Sequence[Part], fell: Collection[str]) -> dict[str, list[Trace]]:
    """The traces that weigh, by what each is about: its subject and, of a list of the case records, what that is a part of."""
    found: dict[str, list[Trace]] = {}
    of_rows = {id(part.trace) for part in parts}
    for trace in traces:
        if weighs(trace) and id(trace) not in of_rows:
            for name in parts_of(trace.subject):
                found.setdefault(name, []).append(trace)
    for part in parts:
        if part.evidence in fell:
            found.setdefault(part.evidence, []).append(part.trace)
    return found


def _corroborated(traces: Sequence[Trace]) -> dict[str, str]:
    """What is said of the subjects whose figures the case records give, over enough periods to say so."""
    told: dict[str, str] = {}
    for t in traces:
        if t.probe == RECOMPUTED:
            told.setdefault(t.subject, t.says)
    return {
        t.subject: told[t.subject]
        for t in traces
        if t.probe == RECOMPUTED and t.outcome == "clear" and t.n >= CORROBORATING_PERIODS
    }


def _unread(evidence: Evidence) -> Callable[[str], list[str]]:
    """Rows left out count against the evidence they would have joined: an unreadable bad month gains nothing."""
    kinds = {resource.name: resource.kind for resource in evidence.resources}
    paths = {resource.path: resource.kind for resource in evidence.resources}
    out = [(kinds.get(rows.resource) or paths.get(rows.resource), _unread_words(rows)) for rows in evidence.left_out]
    impossible = _impossible(evidence)

    def reasons(name: str) -> list[str]:
        figures = name.startswith("indicator/")
        told = [words for kind, words in out if kind == name or (kind == "indicators" and figures)]
        return [*told, *impossible.get(name, ())]

    return reasons


def _impossible(evidence: Evidence) -> dict[str, list[str]]:
    """More than one impossible figure in ten is no slip of the pen: whoever made them chose which the series lacks."""
    lost = Counter(f"indicator/{one.indicator}" for one in evidence.set_aside if one.impossible)
    kept = Counter(f"indicator/{one.indicator}" for one in evidence.figures)
    return {
        name: [f"{gone} of its {gone + kept[name]} figures are impossible"]
        for name, gone in lost.items()
        if gone >= 2 and gone > SLIPS * (gone + kept[name])
    }


def _unread_words(rows: Rows) -> str:
    count = len(rows.rows)
    return f"{count} {'row' if count == 1 else 'rows'} of {rows.resource} could not be read as meant"
