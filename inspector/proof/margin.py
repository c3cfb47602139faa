"""Margins: how many rows of each piece that a verdict hangs on would have to be wrong before it is lower."""

from collections.abc import Collection, Sequence
from functools import partial

from inspector.model.rows import Located, by_resource
from inspector.model.visits import Margin, Margins, Part
from inspector.proof import told
from inspector.proof.asking import Asking, Least
from inspector.proof.hangs import Piece, hangs_on, on_nothing
from inspector.proof.joint import together
from inspector.proof.judging import Judging
from inspector.proof.keys import keys_of
from inspector.proof.pieces import Place, place, rows_of, unit_of
from inspector.proof.search import along
from inspector.proof.worst_first import of_records


def margins(judging: Judging, *, right: Collection[Place] = ()) -> Margins:
    """What the verdict hangs on, and the margin of each piece. Rows at places seen to be `right` are never wrong."""
    hangs = hangs_on(judging)
    if not hangs.pieces:
        return told.without_any(judging.verdict.verdict, judging.verdict.assurance)
    asking = Asking(judging, hangs, frozenset(right))
    found = [_one(asking, piece) for piece in hangs.pieces]
    word, assurance = judging.verdict.verdict, judging.verdict.assurance
    return told.all_of(word, together(asking, found), hangs.leans, assurance)


def _one(asking: Asking, piece: Piece) -> Margin:
    """The margin of a piece, with its parts where fewer rows have to be looked at so."""
    rows = asking.rows(piece)
    found = asking.least(piece, rows, bare=True)
    whole = _margin(piece, rows, asking.anew(found))
    if unit_of(piece.name) == "month":
        worst = asking.least(piece, rows, bare=False, reading="at-worst")
        whole = whole.model_copy(update={"at_worst": len(worst.rows) if worst else None})
    if found is None:
        return whole
    key, rest = keys_of(asking, piece, rows, found)
    if not key:
        return whole
    told_of = {"key": by_resource(key)}
    gone = {place(one) for one in key}
    other = tuple(one for one in rows if place(one) not in gone)
    parts = (_margin(piece, key, found, "key"), _margin(piece, other, rest, "rest"))
    return whole.model_copy(update={"parts": tuple(one.model_copy(update=told_of) for one in parts)})


def cheaply(judging: Judging, alone: Sequence[str]) -> Margins:
    """A bound that costs little, of the first piece on which the verdict hangs alone: along one order, not without its
    idle rows."""
    if not alone and on_nothing(judging):
        return told.without_any(judging.verdict.verdict, judging.verdict.assurance)
    for name in alone:
        rows = rows_of(judging.evidence, name)
        if not rows or unit_of(name) == "month":
            continue
        asking = Asking.whole(judging)
        order, line = of_records(rows, asking.named)[0]
        gone = along(line, partial(asking.falls, names=(name,), bare=False))
        if gone:
            found = Least(gone, "fall-out", order, "greedy", asking.word(gone, (name,), bare=False), False)
            return told.cheap(judging.verdict.verdict, _margin(Piece(name), rows, found), judging.verdict.assurance)
    return told.cheap(judging.verdict.verdict, None, judging.verdict.assurance)


def _margin(piece: Piece, rows: Sequence[Located], found: Least | None, part: Part = "whole") -> Margin:
    return Margin(
        evidence=piece.name,
        unit=unit_of(piece.name),
        rows=len(found.rows) if found else None,
        of=len(rows),
        how=found.how if found else "greedy",
        then=found.then if found else None,
        members=piece.members,
        order=found.order if found else "",
        worst=by_resource(found.rows) if found else (),
        part=part,
        bare=found.bare if found else False,
    )
