"""How much each piece of evidence may support, once the register and the probes have been heard.

`exposed` evidence is highly manipulable by its register (nobody else checks it), or leaves blank what would show how it came
about (see `evidence/blanks.py`), or one probe questions it: then it is worth no more than a claim until the question is
answered. `compromised` evidence is questioned by two probes that look at different things, or strongly by one. A series is
`corroborated` where its figures were recomputed from case records that another body gave and sealed, and came out the same,
and nothing questions it; from the authority's own lists it agrees with itself, which makes it `plain`. A direction that is
the authority's own word exposes a measure, one that its title or somebody who looked contradicts compromises it, and so does
a look at which few agreed.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from inspector.evidence.blanks import doubts
from inspector.evidence.givers import given_by
from inspector.evidence.verified import HALF, Judged, judged
from inspector.model.directions import Direction
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
WAYS = {
    "nobody": "which direction is better is the authority's own word: the framework does not know the measure, and nobody "
    "outside says so",
    "contradicted": "which direction is better is contradicted, by its title or by a body that looked",
}
"""What is said of a direction that nobody outside vouches for."""
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
    asked, agreed, unread = _asked(traces, parts, fell), _corroborated(traces, evidence), _unread(evidence)
    blank = doubts(evidence)
    for part in parts:
        agreed.pop(part.evidence, None)
    ways, looked = _ways(evidence), _looked(evidence)

    def weighed(name: str) -> Weighed:
        return Weighed(
            tuple(filter(None, (exposed.get(name, ""), *blank.get(name, ())))),
            asked.get(name, ()),
            unread(name),
            agreed.get(name),
            ways.get(name),
            looked.get(name, ()),
        )

    return tuple(_one(name, weighed(name)) for name in sorted(names))


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


class Weighed(NamedTuple):
    """What is held against one piece of evidence, or for it: each with its words."""

    exposed: Sequence[str]
    asked: Sequence[Trace]
    unread: Sequence[str]
    agreed: "Agreed | None"
    way: Direction | None
    looked: Sequence[Judged]


class Agreed(NamedTuple):
    """That figures came out the same when they were worked out again, and whether the lists were another body's."""

    says: str
    by_another: bool


def _one(name: str, on: Weighed) -> TrustIn:
    told = [f"{t.probe} asks: {t.says.rstrip('.')}" for t in on.asked]
    way = WAYS.get(on.way.vouched, "") if on.way else ""
    few = [f"{one.says}: fewer than nine in ten" for one in on.looked]
    reasons = [*on.exposed, *([way] if way else []), *few, *told, *on.unread]
    lists = on.agreed if not on.asked and not on.unread and not few else None
    if lists is not None and not way:
        if lists.by_another:
            return TrustIn(evidence=name, trust="corroborated", reasons=(lists.says,))
        return TrustIn(
            evidence=name,
            trust="plain",
            reasons=(f"{lists.says.rstrip('.')}, by lists that the authority itself gave",),
        )
    trust: Trust = "exposed" if reasons else "plain"
    strongly = independent(on.asked) >= WITNESSES or any(t.outcome == "strong-question" for t in on.asked)
    turned = on.way is not None and on.way.vouched == "contradicted"
    if strongly or turned or any(one.share < HALF for one in on.looked):
        trust = "compromised"
    return TrustIn(evidence=name, trust=trust, reasons=tuple(reasons), asked=bool(on.asked))


def _ways(evidence: Evidence) -> dict[str, Direction]:
    """Who vouches for the direction of each indicator, by the row of the register that counts."""
    found: dict[str, Direction] = {}
    for one in evidence.directions:
        found.setdefault(f"indicator/{one.indicator}", one)
    return found


def _looked(evidence: Evidence) -> dict[str, list[Judged]]:
    """Looks at which few agreed, by what was looked at."""
    found: dict[str, list[Judged]] = {}
    kinds = {key: r.kind for r in evidence.resources for key in (r.name, r.path)}
    for one in judged(evidence):
        if one.few_agreed:
            record = one.record
            about = (
                f"indicator/{record.indicator}"
                if record.indicator
                else "recommendations"
                if record.recommendation
                else ""
            )
            found.setdefault(about or kinds.get(record.of_resource or "", ""), []).append(one)
    return found


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


def _corroborated(traces: Sequence[Trace], evidence: Evidence) -> dict[str, Agreed]:
    """What is said of the subjects whose figures the case records give, over enough periods to say so, and whose they are."""
    told: dict[str, str] = {}
    for t in traces:
        if t.probe == RECOMPUTED:
            told.setdefault(t.subject, t.says)
    lists: dict[str, set[str]] = {}
    for one in evidence.recomputed:
        lists.setdefault(f"indicator/{one.indicator}", set()).add(one.resource)
    return {
        t.subject: Agreed(told[t.subject], _of_another(lists.get(t.subject, set()), evidence))
        for t in traces
        if t.probe == RECOMPUTED and t.outcome == "clear" and t.n >= CORROBORATING_PERIODS
    }


def _of_another(lists: set[str], evidence: Evidence) -> bool:
    return bool(lists) and all(given_by(evidence, one).another for one in lists)


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
