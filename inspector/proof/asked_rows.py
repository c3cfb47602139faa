"""What is asked about each row of a frame: the same of all rows of one measure or kind, whatever they say."""

from collections.abc import Iterable

from inspector.model.visits import Framed, VisitPlan
from inspector.proof.asks import Ask, asked, kind_of


def asked_of(plan: VisitPlan, frame: Iterable[Framed]) -> dict[str, tuple[Ask, ...]]:
    """What is asked about each row, by its key.

    What any row of a measure can be held against is asked of every row of it, so that a question tells nothing of a row: some
    measures are a count out of another, some a figure alone. Rows of one kind without a measure are asked the same. What leads to
    a row is never asked.
    """
    claims = {claim.id: claim for claim in plan.claims}
    groups: dict[tuple[str, str], list[Framed]] = {}
    for row in frame:
        claim = claims[row.claim]
        group = kind_of(claim.evidence, claim.unit).id, row.find.get("indicator", "")
        groups.setdefault(group, []).append(row)
    found: dict[str, tuple[Ask, ...]] = {}
    for rows in groups.values():
        claim = claims[rows[0].claim]
        fields = {field for row in rows for field in row.answers} - {field for row in rows for field in row.find}
        found |= dict.fromkeys((row.key for row in rows), asked(claim.evidence, claim.unit, fields))
    return found
