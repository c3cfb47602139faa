"""What no plan or frame that Inspector writes says, whoever sealed it: numbers out of bounds, claims or keys that are one."""

import re
from collections import Counter
from collections.abc import Sequence

from inspector.model.visits import Claim, Framed, VisitPlan
from inspector.proof.minutes import MOST

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_HASH = re.compile(r"(?:sha256:)?[0-9a-f]{1,128}")
_EVIDENCE = re.compile(r"[a-z0-9-]{1,60}(?:/.{1,300})?", re.DOTALL)
MOST_HOURS = 10_000


def strange_plan(plan: VisitPlan) -> str:
    """In words what cannot be in a plan; empty where nothing is."""
    if not 0.5 <= plan.confidence < 1:
        return f"no claim is held at {plan.confidence:g}"
    hashes = [
        plan.bundle_digest,
        plan.framework_digest,
        plan.frame_hash,
        plan.salt,
        *(one for _, one in plan.resources),
    ]
    if not all(_HASH.fullmatch(one) for one in (*hashes, plan.bundle_root or "0")):
        return "a hash in it is none"
    if plan.hours is not None and not 0 < plan.hours <= MOST_HOURS:
        return "its hours are out of bounds"
    if plan.most_rows is not None and plan.most_rows < 1:
        return "its rows are out of bounds"
    if len({claim.id for claim in plan.claims}) != len(plan.claims):
        return "two of its claims have the same id"
    return next((said for claim in plan.claims if (said := _strange_claim(claim, plan))), "")


def strange_frame(plan: VisitPlan, frame: Sequence[Framed]) -> str:
    """In words what cannot be in the frame of a plan; empty where nothing is."""
    keys = Counter(row.key for row in frame)
    if any(many > 1 for many in keys.values()):
        return "a key stands twice in it"
    if not all(_NAME.fullmatch(key) for key in keys):
        return "a key in it is not of small letters, digits and hyphens"
    rows = Counter(row.claim for row in frame)
    for claim in plan.claims:
        if rows[claim.id] != claim.of:
            return f"it has {rows[claim.id]:,} rows for the claim {claim.id!r}, and the plan speaks of {claim.of:,}"
    if set(rows) - {claim.id for claim in plan.claims}:
        return "it has rows for a claim that the plan does not have"
    return ""


def _strange_claim(claim: Claim, plan: VisitPlan) -> str:
    if not _NAME.fullmatch(claim.id):
        return "the id of a claim is not of small letters, digits and hyphens"
    if not all(_EVIDENCE.fullmatch(one) for one in (claim.evidence, *claim.members)):
        return f"the claim {claim.id!r} is about no piece of evidence"
    if claim.confidence != plan.confidence:
        return f"the claim {claim.id!r} is not held at the confidence of the plan"
    within = 1 <= claim.fewer_than <= claim.of and 1 <= claim.sample <= claim.of and 1 <= claim.fixed <= claim.of
    if not within or not 1 <= claim.minutes <= MOST or not 0 <= claim.noticed <= 1 or not 0 <= claim.gain <= 100:
        return f"a number of the claim {claim.id!r} is out of bounds"
    return ""
