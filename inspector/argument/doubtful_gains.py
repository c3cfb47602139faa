"""For each gain behind a verdict the explanation that would make it worth less than it seems."""

from collections.abc import Sequence

from inspector.model.argument import Objection, references
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection, TrustIn
from inspector.model.words import plural

GAINS = ("gradual-gain", "sudden-gain")
BY_CHANCE = 0.2
FAMILIES = ("outcome", "experience")
OTHER = "It measures something else"
SHOWS = {
    "process": "It measures what is done",
    "structure": "It measures what there is to do the work with",
    "balancing": "It measures what is watched lest it gets worse",
}
"""What a measure shows that is none of what became of those it is for."""


def doubtful_gains(inspection: Inspection) -> list[Objection]:
    """One objection for each gain that a finding for improvement rests on: the most serious that what is known leaves open."""
    used = {name for finding in inspection.findings if finding.direction == "better" for name in finding.facts}
    facts = {fact.id: fact for fact in inspection.facts}
    trust = {one.evidence: one for one in inspection.trust}
    gains = [
        f for f in inspection.facts if f.kind == "signal/trajectory" and f.fields["call"] in GAINS and f.id in used
    ]
    every = sum(fact.kind == "signal/trajectory" for fact in inspection.facts)
    asked: dict[object, list[Fact]] = {}
    for fact in inspection.facts:
        if _asks(fact):
            asked.setdefault(fact.fields.get("indicator"), []).append(fact)
    ranked = [
        (*_why(gain, asked.get(gain.fields["indicator"], ()), facts, trust, len(gains), every), gain) for gain in gains
    ]
    ranked.sort(key=lambda one: (one[0], one[2].id))
    return [
        Objection(
            kind="worthless-gain",
            says=f"{gain.fields['title']} got better. {why}",
            refers=references("signal", [gain.id]),
        )
        for _, why, gain in ranked
    ]


def _why(
    gain: Fact, asked: Sequence[Fact], facts: dict[str, Fact], trust: dict[str, TrustIn], gains: int, every: int
) -> tuple[int, str]:
    """How serious, 0 the most, and the explanation in words."""
    indicator = gain.fields["indicator"]
    if any(fact.kind == "probe/shrinking-denominator" for fact in asked):
        return 0, "Those who would have counted against it may no longer be counted."
    if asked:
        return 1, "A question about its figures is open; until it is answered the gain may be one of recording."
    known = trust.get(f"indicator/{indicator}")
    if known is not None and known.trust == "exposed":
        why = f" ({'; '.join(known.reasons)})" if known.reasons else ""
        return 2, f"Its figures bear less than they show{why}: the recording may have changed, not the work."
    spell = facts.get(f"signal/regression-to-the-mean/{indicator}")
    if spell is not None and spell.fields.get("outcome") == "gain-discounted":
        return 3, "Its figures begin with a bad spell, which may have ended by itself. Without it there is no gain."
    if gain.fields["measure"] == "unstated":
        return 4, "Whether it measures what became of those it is for is not stated in the register."
    if gain.fields["measure"] not in FAMILIES:
        shows = SHOWS.get(str(gain.fields["measure"]), OTHER)
        return 4, f"{shows}, not what became of those it is for: they may have noticed nothing."
    claim = facts.get(f"signal/claimed-effect/{indicator}")
    if claim is None or claim.fields.get("outcome") not in ("followed", "same-time"):
        return 5, f"{_before(claim)} It may have come from outside and go as it came."
    chance = claim.fields.get("chance", 0.0)
    if isinstance(chance, int | float) and chance > BY_CHANCE:
        return 6, f"A test that was kept would lie as near to a gain by chance with probability {chance:.2f}."
    among = f"one of {gains} gains" if gains > 1 else "the one gain"
    return (
        7,
        f"It is {among} among {plural(every, 'measure')}, and something outside the service may have moved it just then.",
    )


def _before(claim: Fact | None) -> str:
    """What is known of the work before a gain that followed none."""
    if claim is None:
        return "No recorded test names it."
    why, outcome = str(claim.fields.get("why") or ""), claim.fields.get("outcome")
    if why:
        return f"{why[:1].upper()}{why[1:]}."
    if outcome == "gain-came-first":
        return "It began before the first of the recorded tests that name it."
    return "Whether it followed the recorded tests that name it cannot be told."


def _asks(fact: Fact) -> bool:
    return fact.kind.startswith("probe/") and fact.fields.get("outcome") in ("question", "strong-question")
