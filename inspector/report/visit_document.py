"""How far a visit is, as a document for programs; what inspectors wrote in their own words only where that is asked for."""

from collections.abc import Sequence
from typing import Any

from inspector.model.visit_standing import VisitStands
from inspector.proof.chain import Chain, entries
from inspector.proof.folder import Visit
from inspector.proof.standing import standing_entries
from inspector.report.visit_status import to_draw


def document(visit: Visit, found: VisitStands, chains: Sequence[Chain], *, notes: bool = False) -> dict[str, Any]:
    """The status of a visit. `rows_to_draw` of a claim: how many more rows have to be drawn to settle it, if all are right."""
    plan = visit.plan
    without = None if notes else {"says"}
    claims = [
        one.model_dump(mode="json", exclude={"proved"})
        | one.proved.model_dump(mode="json", exclude={"claim", "evidence", "looked", "wrong"})
        | {"rows_to_draw": to_draw(found, one)}
        for one in found.claims
    ]
    said = {
        "format": "inspector-visit-status",
        "version": 1,
        "visit": {
            "authority": plan.authority,
            "period": {"start": plan.period_start, "end": plan.period_end},
            "verdict": plan.verdict,
            "assurance": "on-paper",
            "confidence": plan.confidence,
            "policy": plan.policy,
            "seal": plan.seal,
            "rounds": [one.model_dump(mode="json") for one in visit.rounds],
        },
        "claims": claims,
        "rows": [one.model_dump(mode="json") for one in found.rows],
        "left": list(found.left),
        "judged": [one.model_dump(mode="json", exclude=without) for one in found.judged],
        "answered": [one.model_dump(mode="json", exclude=without) for one in found.answered],
        "corrected": [one.model_dump(mode="json") for one in found.corrected],
        "records": [
            {"by": one.by, "entries": len(one.entries), "last": one.hashes[-1], "torn": bool(one.torn)}
            for one in chains
        ],
    }
    if notes:
        every = sorted(standing_entries(entries(chains)), key=lambda one: (one.about, one.by, one.hash))
        said["notes"] = [
            {"row": one.about, "by": one.by, "says": one.says} for one in every if one.kind == "found" and one.says
        ]
    return said
