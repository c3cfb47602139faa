"""A sealed bundle as a register takes it in: its seal held, what it says of itself, what it held, and its files where kept."""

import secrets
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from inspector.bundle.open import sealed
from inspector.bundle.open.source import MANIFEST, open_source
from inspector.evidence.held import held, said_by_figure, says_the_same
from inspector.model.evidence import Evidence
from inspector.model.held import Held
from inspector.model.own_words import Asked
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.register import RowsRoot, SubmissionBody
from inspector.model.remarks import Unreadable, error
from inspector.packing.verifying import Read, verified

LEAST_SHARED = 0.1
"""Of what an earlier submission and this one could both hold, a smaller share that says the same is another authority's."""
LEAST_LOOKED_AT = 10
"""With fewer rows to hold against each other nothing is said."""
SAME = ("aim", "prediction", "team")


class Submission(NamedTuple):
    """What is entered of a bundle: whose it is, what it says of itself, its manifest, what it held; and its evidence."""

    authority: str
    body: SubmissionBody
    manifest: bytes
    held: Held
    evidence: Evidence
    read: Read


class SealBroken(CannotComplete):
    """The bundle is not as it was sealed."""


def submission(path: Path, *, pseudonymised: bool = False, by: Asked | None = None) -> Submission:
    """Read a bundle for the register. Raises CannotComplete, SealBroken for one that is not as it was sealed."""
    read = verified(path, by=by)
    if read.seal.problems:
        raise SealBroken(read.seal.problems)
    evidence = read.reading.evidence
    if evidence is None or read.seal.root is None or read.reading.digest is None:
        errors = [one for one in read.reading.problems if one.level == "error" and isinstance(one, Problem)]
        raise CannotComplete(errors or [error("manifest", Where(file=MANIFEST), "it is not known what was submitted")])
    _stated(read)
    return Submission(
        authority=evidence.authority,
        body=_body(read, evidence, pseudonymised),
        manifest=_data(path, MANIFEST),
        held=held(evidence, secrets.token_hex(16)),
        evidence=evidence,
        read=read,
    )


def files(path: Path, submission: Submission) -> list[tuple[str, bytes]]:
    """The files of a bundle as they were sealed, the manifest first. Raises SealBroken where one was changed meanwhile."""
    document = submission.read.document
    found = [(MANIFEST, submission.manifest), *((name, _data(path, name)) for name in sealed.led_to(document))]
    by_name = {name: _hash(data) for name, data in found}
    if sealed.root(document, by_name.__getitem__) != submission.body.root:
        raise SealBroken([error("wrong-root", Where(file=MANIFEST), "the bundle was changed while it was read")])
    return found


def strange(evidence: Evidence, then: Held) -> tuple[int, int] | None:
    """Where next to nothing of an earlier submission is in this one: how many rows say the same, of how many that could."""
    figures = {(one.indicator, one.period_start, one.period_end): one for one in evidence.figures}
    tests = {one.id: one for one in evidence.log}
    most_of = [
        (row := figures.get((one.indicator, one.period_start, one.period_end))) is not None
        and said_by_figure(row, then.salt) == one.said
        for one in then.figures
        if evidence.period_start <= one.period_end <= evidence.period_end
    ]
    most_of += [
        (entry := tests.get(one.id)) is not None and says_the_same(entry, one, then.salt, SAME)
        for one in then.tests
        if evidence.period_start <= one.raised_on <= evidence.period_end
    ]
    looked_at, same = len(most_of), sum(most_of)
    return (same, looked_at) if looked_at >= LEAST_LOOKED_AT and same < LEAST_SHARED * looked_at else None


def _stated(read: Read) -> None:
    """Raise CannotComplete for a manifest that names no authority: whose submission would it be?"""
    named = read.document.get("authority")
    if not (isinstance(named, str) and named.strip()):
        message = "the manifest names no authority, so it is not known whose submission this is"
        raise CannotComplete([error("manifest", Where(file=MANIFEST, path="authority"), message)])


def _body(read: Read, evidence: Evidence, pseudonymised: bool) -> SubmissionBody:
    document = read.document
    return SubmissionBody(
        root=str(read.seal.root),
        digest=str(read.reading.digest),
        period_start=evidence.period_start.isoformat(),
        period_end=evidence.period_end.isoformat(),
        submitted_at=evidence.submitted_at.isoformat() if evidence.submitted_at else None,
        resources=tuple(_rows_root(one) for one in document["resources"] if "rows_root" in one),
        pseudonymised=pseudonymised,
        learning=evidence.learning is not None,
    )


def _rows_root(resource: dict[str, Any]) -> RowsRoot:
    return RowsRoot(
        resource=str(resource["name"]),
        kind=str(resource["kind"]),
        rows_root=str(resource["rows_root"]),
        rows=int(resource.get("rows_count", 0)),
    )


def _data(path: Path, name: str) -> bytes:
    try:
        return open_source(path).open(name).all()
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
