"""Measures of which so much says otherwise than in an earlier submission, or is gone, that nobody can tell how they moved."""

from inspector.evidence import since_changed
from inspector.model.evidence import Evidence

OTHERWISE, GONE = 0.25, 0.1
"""From these shares on of its figures, without an account of it; those that are gone of all that there ever were."""


def lost(evidence: Evidence) -> frozenset[str]:
    """The indicators that have figures and of which that is so, worked out once of the evidence as it was submitted."""
    if not evidence.history:
        return frozenset()
    found: frozenset[str] | None = evidence.worked_out.get("lost since")
    if found is None:
        found = evidence.worked_out["lost since"] = _lost(evidence)
    return found


def _lost(evidence: Evidence) -> frozenset[str]:
    counts: dict[str, int] = {}
    for one in evidence.figures:
        counts[one.indicator] = counts.get(one.indicator, 0) + 1
    changed, gone = since_changed.figures(evidence), since_changed.gone_figures(evidence)
    return frozenset(
        id
        for id, n in counts.items()
        if (id in changed and len(changed[id].asked) >= OTHERWISE * n)
        or (id in gone and len(gone[id]) >= GONE * since_changed.ever_held(evidence, id))
    )
