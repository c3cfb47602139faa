"""What earlier submissions vouch for: the verdict is committed where it stands without all rows that none of them held in time.

It is never higher for it: the word stands beside the verdict, which is judged and stays as it is.
"""

from inspector import clock
from inspector.evidence.held import held
from inspector.judging import settling
from inspector.judging.settling import Workings
from inspector.model.assurance import LOOKED_AT, NOTHING, Assured, ForNext, Wanted
from inspector.model.commitment import Commitment
from inspector.model.evidence import Evidence
from inspector.model.held import Held
from inspector.model.ladder import VerdictWord
from inspector.model.visits import Assurance
from inspector.proof.commitments import Commitments, Kept
from inspector.proof.committed_told import TAKES, commitment, missing, rows_of_kinds
from inspector.proof.gains_seen import Seen, gains
from inspector.proof.pieces import Place, place, rows_of, unit_of, without
from inspector.verdict.striking import worded


def committed(workings: Workings) -> Workings:
    """The same, with the assurance that earlier submissions give; nothing changes where there are none, or none is as sealed.

    What a visit has verified is vouched for already: rows of such a piece need not be committed.
    """
    evidence = _submitted(workings)
    earlier = [one for one in evidence.history if one.as_sealed]
    if not earlier:
        return workings
    with clock.phase("holding it against what was committed"):
        own = _own(evidence)
        as_sealed = not any(one.rule in ("wrong-root", "rows-changed") for one in workings.inspection.problems)
        history = sorted([*earlier, *([own] if as_sealed else [])], key=lambda one: one.received_on)
        asked = Commitments(evidence, Seen(evidence, history, gains(workings.evidence)))
        rows = rows_of_kinds(asked)
        word = _without(workings, _left(rows) - _verified(workings))
        made = commitment(asked, workings.inspection.verdict.verdict, word, own=as_sealed)
    found = any(one.place is not None for some in rows.values() for one in some)
    return _said(workings, made, stands=found and word == workings.inspection.verdict.verdict)


def _own(evidence: Evidence) -> Held:
    """What the submission that is judged holds: it commits what is not older than it may be, as any other does."""
    own, said = held(evidence, ""), evidence.received
    if said is None:
        return own
    by = {name: getattr(said, name) for name in ("received_on", "received_by", "register_key", "entry")}
    return own.model_copy(update=by)


def _submitted(workings: Workings) -> Evidence:
    return workings.submitted or workings.evidence


def _left(rows: dict[str, tuple[Kept, ...]]) -> frozenset[Place]:
    return frozenset(place(one.row) for some in rows.values() for one in some if one.place is None)


def _verified(workings: Workings) -> frozenset[Place]:
    """The rows of the pieces that a visit verified as a whole."""
    pieces = workings.inspection.verdict.assured.pieces
    open_yet = {one.evidence for one in pieces if one.assurance != "verified"}
    names = {one.evidence for one in pieces} - open_yet
    return frozenset(place(row) for name in names for row in rows_of(_submitted(workings), name))


def _without(workings: Workings, places: frozenset[Place]) -> VerdictWord:
    """The verdict judged anew without these rows: what earlier submissions ask about stands in the verdict already."""
    if not places:
        return workings.inspection.verdict.verdict
    # Rows that questions struck stay struck, though those who ask by what came before are not asked again.
    evidence = workings.evidence.model_copy(update={"history": ()})
    return settling.judged_again(workings, without(evidence, places)).inspection.verdict.verdict


def _said(workings: Workings, made: Commitment, *, stands: bool) -> Workings:
    found = workings.inspection
    verdict, why = found.verdict, found.verdict.assured.model_copy(update={"commitment": made})
    word: Assurance = verdict.assurance
    if word == "on-paper" and verdict.verdict not in NOTHING:
        word, why = ("committed", _stands(why)) if stands else (word, _falls(why))
    changed = verdict.model_copy(update={"assurance": word, "assured": why})
    struck = worded(found.struck, word) if found.struck else None
    return workings._replace(inspection=found.model_copy(update={"verdict": changed, "struck": struck}))


def _stands(why: Assured) -> Assured:
    pieces = tuple(
        one if one.assurance == "verified" else one.model_copy(update={"assurance": "committed"}) for one in why.pieces
    )
    says = (
        why.says
        if pieces
        else "It rests on what was handed in as it came about: no visit is known here that looked at it on site."
    )
    for_next = why.for_next
    if for_next is not None and not pieces:
        for_next = for_next.model_copy(update={"says": LOOKED_AT})
    return why.model_copy(update={"says": says, "pieces": pieces, "for_next": for_next})


def _falls(why: Assured) -> Assured:
    """Why it is on paper for all that, and what it takes to be committed, piece by piece."""
    made = why.commitment
    assert made is not None
    if why.pieces:
        return why
    wanted = tuple(
        Wanted(evidence=one.evidence, unit=unit_of(one.evidence), rows=None, says=f"{missing(one)}.")
        for one in made.rows
        if one.of > one.committed
    )
    says = f"{TAKES}. What was handed in late is never committed: later tests and figures can be. {VISIT}"
    return why.model_copy(update={"for_next": ForNext(word="committed", says=says, wanted=wanted)})


VISIT = "A visit verifies it either way: `inspector visit plan`."
