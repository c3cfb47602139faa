"""A visit to an example whole, from its plan to what inspectors write down: for tests of what it does to the verdict.

Margins are given by hand: to work them out takes seconds, and here it is not asked whether they are right.
"""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from inspector import inspection
from inspector.judging.settling import Workings
from inspector.model.visits import Framed, Margin, Margins, Seen
from inspector.proof import folder
from inspector.proof.frame import population
from inspector.proof.frame_rows import about, told
from inspector.proof.planning import Asked, draw, plan
from inspector.proof.recording import Draft, record
from tests.conftest import EXAMPLES

DICE = "dice: 5 1 6 2 3 5 1 6 6 2 4 4 1 3 6 2 5 5 1 2"
Says = Callable[[Framed], Seen]
MEMBERS = ("indicator/caseload", "indicator/re-referrals")


@cache
def workings(example: str = "quiet-improver") -> Workings:
    """An example on paper."""
    return inspection.work(EXAMPLES / example)


def piece(evidence: str, together: int | None, **more: Any) -> Margin:
    """A margin by hand."""
    made = Margin(evidence=evidence, unit="row", rows=(together or 0) + 1, of=0, how="greedy", together=together)
    return made.model_copy(update={"then": "static", **more})


LOG = piece("improvement-log", 22)
FIGURES = piece("indicators", 9, unit="month", members=MEMBERS)


def margins(*pieces: Margin, settled: str = "") -> Margins:
    """Margins by hand."""
    return Margins(verdict="improving", pieces=pieces, settled=settled)


def visit(
    where: Path, pieces: Iterable[Margin] = (LOG, FIGURES), sizes: dict[str, int] | None = None, **asked: Any
) -> folder.Visit:
    """A visit planned and its first round drawn: so many rows of each claim, else what settles each."""
    paper = workings()
    evidence = paper.submitted or paper.evidence
    made = plan(paper.inspection, evidence, pieces, Asked(planned_on="2026-11-20", **asked), salt="5a" * 16)
    unwritten = folder.Visit(where, made.plan, made.frame, ())
    many = sizes or {claim.id: claim.sample for claim in made.plan.claims}
    return folder.create(where, made.plan, made.frame, [draw(unwritten, many, DICE)])


def found(there: folder.Visit, says: Says, *, by: str = "A", only: Iterable[str] | None = None) -> None:
    """What an inspector wrote down of every row drawn (or of those alone): seen, and as written; or what `says` says of it."""
    evidence = workings().submitted or workings().evidence
    rows = {row.key: row for row in there.frame}
    known = about(evidence, {})
    by_place: dict[tuple[str, int], Any] = {}
    for claim in there.plan.claims:
        piece_ = Margin(evidence=claim.evidence, unit=claim.unit, rows=None, of=0, how="greedy", members=claim.members)
        by_place |= {(one.resource, one.row): one for one in population(evidence, piece_)}
    from inspector.proof.appending import appending

    drafts = []
    for key in there.drawn if only is None else only:
        row = rows[key]
        seen = says(row)
        answers = told(by_place[row.resource, row.row], known).answers
        fields = tuple((field, texts[0]) for field, texts in answers.items() if texts[0])
        drafts.append(Draft("found", key, "2026-12-01", seen, fields if seen in ("seen", "partly") else ()))
    with appending(there.folder, by, there.plan.seal) as file:
        done = record(file, there, drafts)
    assert not done.refused, done.refused


def right(_: Framed) -> Seen:
    """Everything is there, and as it was written."""
    return "seen"
