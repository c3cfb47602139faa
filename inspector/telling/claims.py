"""What the authority says of itself, beside what its figures say."""

from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.inspection import Inspection
from inspector.model.rows import by_resource
from inspector.model.self_evaluation import Claim, SelfStatement
from inspector.model.stories import ClaimTold
from inspector.model.words import short
from inspector.telling.texts import by_field, naming, told


def claims(evidence: Evidence, inspection: Inspection) -> tuple[ClaimTold, ...]:
    """Every claim in the order of the evidence; of two with one id the first."""
    facts = by_field(inspection.facts, "signal/self-claims", "claim")
    first: dict[str, tuple[SelfStatement, Claim]] = {}
    for statement in evidence.self_evaluation:
        for claim in statement.claims:
            first.setdefault(claim.id, (statement, claim))
    named = naming(inspection.findings)
    return tuple(_told(*first[id], facts[id], named.get(facts[id].id, ())) for id in first if id in facts)


def _told(statement: SelfStatement, claim: Claim, fact: Fact, findings: tuple[str, ...]) -> ClaimTold:
    return ClaimTold(
        claim=claim.id,
        area=short(statement.area),
        says=told(claim.claim),
        direction=claim.direction,
        indicator=claim.indicator,
        outcome=str(fact.fields["outcome"]),
        found=fact.says,
        findings=findings,
        rows=by_resource([statement, claim]),
    )
