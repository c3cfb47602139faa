"""A frame held against the bundle that it is said to be of: its rows are rows of it, each once, and say what it holds of them.

Whoever rewrites the folder of a visit and seals it anew could else ask nothing of a row, or put a good row in many times.
"""

from collections.abc import Sequence
from typing import Any

from inspector.model.derivations import Derivation
from inspector.model.evidence import Evidence
from inspector.model.visits import Claim, Framed, Margin
from inspector.proof.answers import hashed_any
from inspector.proof.cases import Case, told_case
from inspector.proof.folder import FRAME, Visit
from inspector.proof.frame import population
from inspector.proof.frame_rows import About, about, told
from inspector.proof.refusals import altered


def hold(visit: Visit, evidence: Evidence, derivations: Sequence[Derivation] = ()) -> None:
    """Raise CannotComplete where a row is none of those its claim is about, stands there twice, or answers otherwise."""
    known = about(evidence, {})
    for claim in visit.plan.claims:
        rows = _rows(claim, evidence, derivations)
        for framed in (one for one in visit.frame if one.claim == claim.id):
            row = rows.pop(_place(framed), None)
            if row is None:
                raise altered(
                    FRAME,
                    f"{framed.key[:60]!r} is no row of the bundle that its claim is about, or it stands there twice",
                )
            if framed.answers != _answers(row, known, visit.plan.salt, framed.key):
                message = f"what it holds of {framed.key[:60]!r} is not what that row of the bundle says"
                raise altered(FRAME, f"{message}, as Inspector {visit.plan.engine} wrote it")


def _rows(claim: Claim, evidence: Evidence, derivations: Sequence[Derivation]) -> dict[Any, Any]:
    piece = Margin(
        evidence=claim.evidence, unit=claim.unit, rows=None, of=claim.of, how=claim.how, members=claim.members
    )
    return {_place(one): one for one in population(evidence, piece, derivations)}


def _place(row: Any) -> tuple[Any, ...]:
    """Where a row stands: its file, row and path; of a case with the measure too, since several can count it."""
    if isinstance(row, Framed):
        return row.resource, row.row, row.path, row.find.get("indicator") if "child" in row.find else None
    return row.resource, row.row, getattr(row, "path", None), row.indicator if isinstance(row, Case) else None


def _answers(row: Any, known: About, salt: str, key: str) -> dict[str, str]:
    said = told_case(row, known) if isinstance(row, Case) else told(row, known)
    return {field: hashed_any(salt, key, field, texts) for field, texts in said.answers.items()}
