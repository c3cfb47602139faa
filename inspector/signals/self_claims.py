"""What the authority claims of itself, held against its own figures.

Measures:
    For each claim of the self-evaluation: whether the indicator it names moved the way it says. `supported` where the
    trajectory says so with probability 0.8 or more, `contradicted` where it says the opposite, `not-shown` where the
    figures did not move and the claim says they did, `cannot-tell` where nobody could know, `no-figures` where the claim names
    no indicator with figures.

Why it matters:
    A service that knows itself says what its own figures say, good and bad. False comfort was how inspectors were
    hoodwinked.

Cannot tell:
    Whether what no figure shows is true. A claim about what cannot be measured needs other evidence: ask for it.

Reference:
    Tate on inspection and false data; Ofsted's three questions to authorities (what do you know, how do you know it, what
    next), definitions/inspection.csv.
"""

from math import floor

from inspector.evidence.records import Found, fact
from inspector.evidence.series import Series, all_series, sureness
from inspector.model import describe
from inspector.model.evidence import Evidence
from inspector.model.facts import About, Fact
from inspector.model.rows import Located
from inspector.model.self_evaluation import Claim, SelfStatement
from inspector.model.words import plain

OUTCOMES = ("supported", "contradicted", "not-shown", "cannot-tell", "no-figures")
SURE = 0.8
_MOVED = {
    "gradual-gain": "better",
    "sudden-gain": "better",
    "loss": "worse",
    "faded-gain": "worse",
    "no-change": "unchanged",
}

WORDS = {
    "supported": "its figures say so too",
    "contradicted": "its figures say otherwise",
    "not-shown": "its figures show no lasting change",
    "cannot-tell": "its figures cannot tell",
    "no-figures": "there are no figures for it",
}

ABOUT = About(
    id="self-claims",
    title="What the authority claims of itself, held against its figures",
    needs=("self-evaluation", "indicators"),
    fields=(
        describe.text("claim", "The id of the claim.", "name", key=True, open=True),
        describe.text("area", "What the statement is about that holds the claim.", "name", open=True),
        describe.choice("direction", "What the authority claims.", ("better", "worse", "unchanged"), "declared"),
        describe.choice("outcome", "What the figures say of the claim.", OUTCOMES, "measured"),
        describe.text("indicator", "The indicator that the claim names, where that has figures.", "name", open=True),
        describe.text("title", "The indicator that the claim names, in words.", "name", open=True),
        describe.flag("evidence", "Whether the claim names evidence.", "declared", good="up"),
    ),
)


def measure(evidence: Evidence) -> tuple[Fact, ...]:
    """One fact a claim, sorted by id; of two with one id the first."""
    series = {one.indicator.indicator: one for one in all_series(evidence)} if evidence.self_evaluation else {}
    claims: dict[str, tuple[SelfStatement, Claim]] = {}
    for statement in evidence.self_evaluation:
        for claim in statement.claims:
            claims.setdefault(claim.id, (statement, claim))
    return tuple(_fact(*claims[id], series.get(claims[id][1].indicator or "")) for id in sorted(claims))


def _fact(statement: SelfStatement, claim: Claim, series: Series | None) -> Fact:
    outcome, why = _outcome(claim, series)
    title = series.indicator.title if series else None
    found: Found = {
        "claim": claim.id,
        "area": statement.area,
        "direction": claim.direction,
        "outcome": outcome,
        "indicator": series.indicator.indicator if series else None,
        "title": title,
        "evidence": bool(claim.evidence),
    }
    about = title or (f"indicator {plain(claim.indicator)}" if claim.indicator else "what no indicator is named for")
    says = f"Claim {claim.id} says {claim.direction} of {about}: {WORDS[outcome]}{why}."
    rests = ["self-evaluation", *([f"indicator/{series.indicator.indicator}"] if series else [])]
    records: list[Located] = [statement, claim, *(series.figures if series else ())]
    return fact(ABOUT, claim.id, found, says, rests, records)


def _outcome(claim: Claim, series: Series | None) -> tuple[str, str]:
    if series is None:
        return "no-figures", ""
    found = series.judgement()
    moved = _MOVED.get(found.call)
    if moved is None:
        return "cannot-tell", ", too few points"
    if found.probability < SURE:
        # What rounds to the bound and is below it is told in one digit more, rounded down.
        near = found.probability >= SURE - 0.005
        told = f"{floor(1000 * found.probability) / 1000:.3f}" if near else f"{found.probability:.2f}"
        return "cannot-tell", f", probability {told}"
    sure = f", {sureness(found.probability)}"
    if moved == claim.direction:
        return "supported", sure
    return "not-shown" if moved == "unchanged" else "contradicted", sure
