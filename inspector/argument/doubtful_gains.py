"""For each gain behind a verdict the explanation that would make it worth less than it seems."""

from collections.abc import Sequence

from inspector.model.argument import Objection
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection
from inspector.model.ladder import Trust
from inspector.model.words import plural

GAINS = ("gradual-gain", "sudden-gain")
BY_CHANCE = 0.2
FAMILIES = ("outcome", "experience")
SORTS = {
    "process": "It measures whether something was done",
    "structure": "It measures what there is to do the work with",
    "balancing": "It is watched for what a gain elsewhere may cost",
}


def doubtful_gains(inspection: Inspection) -> list[Objection]:
    """One objection for each gain that a finding for improvement rests on: the most serious that what is known leaves open."""
    used = {name for finding in inspection.findings if finding.direction == "better" for name in finding.facts}
    facts = {fact.id: fact for fact in inspection.facts}
    trust = {one.evidence: one.trust for one in inspection.trust}
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
        Objection(kind="worthless-gain", says=f"{gain.fields['title']} got better. {why}", about=(gain.id,))
        for _, why, gain in ranked
    ]


def _why(
    gain: Fact, asked: Sequence[Fact], facts: dict[str, Fact], trust: dict[str, Trust], gains: int, every: int
) -> tuple[int, str]:
    """How serious, 0 the most, and the explanation in words."""
    indicator = gain.fields["indicator"]
    if any(fact.kind == "probe/shrinking-denominator" for fact in asked):
        return 0, "Those who would have counted against it may no longer be counted."
    if asked:
        return 1, "A question about its figures is open; until it is answered the gain may be one of recording."
    if trust.get(f"indicator/{indicator}") == "exposed":
        return (
            2,
            "Those who gain from the figure record it and nobody else checks it: the recording may have changed, not the work.",
        )
    spell = facts.get(f"signal/regression-to-the-mean/{indicator}")
    if spell is not None and spell.fields.get("outcome") == "gain-discounted":
        return 3, "It began after a bad spell, and what is unusually bad tends to get better by itself."
    if gain.fields["measure"] == "unstated":
        return 4, "Whether it measures what became of those it is for is not stated in the register."
    if gain.fields["measure"] not in FAMILIES:
        what = SORTS.get(str(gain.fields["measure"]), "It measures something else")
        return 4, f"{what}, not what became of those it is for: they may have noticed nothing."
    claim = facts.get(f"signal/claimed-effect/{indicator}")
    if claim is None or claim.fields.get("outcome") not in ("followed", "same-time"):
        why = claim.fields.get("why") if claim is not None else None
        return (
            5,
            f"{_sentence(why or 'no log of tests says what was done for it')} It may have come from outside and go as it came.",
        )
    chance = claim.fields.get("chance", 0.0)
    if isinstance(chance, int | float) and chance > BY_CHANCE:
        return 6, f"A test that was kept would lie as near to a gain by chance with probability {chance:.2f}."
    one = "the only gain" if gains == 1 else f"one of {gains} gains"
    return (
        7,
        f"It is {one} among {plural(every, 'measure')}, and something outside the service may have moved it just then.",
    )


def _sentence(text: object) -> str:
    return f"{str(text)[:1].upper()}{str(text)[1:]}."


def _asks(fact: Fact) -> bool:
    return fact.kind.startswith("probe/") and fact.fields.get("outcome") in ("question", "strong-question")
