"""The frame of a visit: every row of every claim, with what leads to it and hashes of what it says, and nothing else of it.

What has to be found has to be named: ids of changes and, for cases, of children stand in it. It is for the inspectors alone.
"""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from inspector.model.derivations import Derivation
from inspector.model.evidence import Evidence
from inspector.model.visits import Claim, Framed, Margin
from inspector.proof.answers import hashed_any
from inspector.proof.cases import Case, behind, cases, told_case
from inspector.proof.frame_rows import Told, about, told
from inspector.proof.pieces import rows_of
from inspector.proof.sealing import canonical

LONGEST_SLUG = 40


def population(evidence: Evidence, piece: Margin, derivations: Sequence[Derivation] = ()) -> tuple[Any, ...]:
    """The rows that a claim about a piece is about, in the order of their files; for the unit `case` those of case lists.

    `derivations` are those of the framework, by which cases are counted.
    """
    if piece.unit == "case":
        return cases(evidence, piece.members or (piece.evidence,), derivations)
    return rows_of(evidence, piece)


def frame(
    evidence: Evidence,
    claimed: Iterable[tuple[Claim, Sequence[Any]]],
    salt: str,
    derivations: Sequence[Derivation] = (),
) -> tuple[Framed, ...]:
    """All rows of all claims, claim by claim. The same evidence, claims with their rows and salt give the same frame."""
    known = about(evidence, behind(evidence, derivations))
    found: list[Framed] = []
    for claim, rows in claimed:
        slug = slugged(claim.id)
        for place, row in enumerate(rows, 1):
            said = told_case(row, known) if isinstance(row, Case) else told(row, known)
            found.append(_framed(f"{slug}-{place}", claim.id, row, said, salt))
    return tuple(found)


def slugged(text: str) -> str:
    """A text as the start of a key: small letters, digits and hyphens, so that it can be typed and name a file."""
    slug = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
    return slug[:LONGEST_SLUG].strip("-") or "row"


def leaf_of(row: Any) -> str:
    """The hash of a whole row: sha256 of a zero byte and its canonical JSON, as the leaf of a tree (RFC 6962)."""
    value = dict(row.said) if isinstance(row, Case) else row.model_dump(mode="json")
    return f"sha256:{sha256(bytes(1) + canonical(value)).hexdigest()}"


def _framed(key: str, claim: str, row: Any, said: Told, salt: str) -> Framed:
    return Framed(
        key=key,
        claim=claim,
        resource=row.resource,
        row=row.row,
        path=getattr(row, "path", None),
        find=said.find,
        whom=said.whom,
        answers={field: hashed_any(salt, key, field, texts) for field, texts in said.answers.items()},
        leaf=leaf_of(row),
    )
