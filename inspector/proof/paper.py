"""What is said of the pieces of evidence that a verdict on paper hangs on: that nobody looked at them, and what it would take."""

from collections.abc import Mapping

from inspector.model.assurance import IN_TIME, Assured, ForNext, Vouched, Wanted, said
from inspector.model.commitment import Commitment, RowsCommitted
from inspector.model.ladder import VerdictWord
from inspector.model.visits import Assurance, Margins
from inspector.proof.pieces import unit_of
from inspector.proof.told import at_most

NOBODY = "nobody has looked at it on site"
NOTHING_LOWER = (
    "Without any one piece of that, or all of it, the verdict would be no lower, so that a visit would settle nothing."
)
PLAN = "`inspector visit plan` says how many {unit}s of it have to be looked at, and draws them once that is sealed."


def with_pieces(
    why: Assured, alone: Mapping[str, VerdictWord], margins: Margins, word: Assurance = "on-paper"
) -> Assured:
    """Why a verdict has that word, with the pieces without each of which it would be lower, and what is missing of each.

    `alone` is the verdict without each, `margins` the bound that costs little. Nothing is added where no visit could help, or
    where one has said it.
    """
    if why.for_next is None or why.pieces:
        return why
    if margins.thorough and not margins.pieces:
        return _nothing_to_look_at(why)
    known = {one.evidence: at_most(one) for one in margins.pieces if one.rows is not None}
    held = _held(why.commitment)
    pieces = tuple(
        Vouched(
            evidence=name,
            assurance="committed" if word == "committed" or _all_of(held.get(name)) else "on-paper",
            says=f"{_vouched(held.get(name))}. {known.get(name, _without(lower))}",
        )
        for name, lower in alone.items()
    )
    if why.for_next.word == "verified":
        wanted = tuple(
            Wanted(evidence=name, unit=unit_of(name), rows=None, says=PLAN.format(unit=unit_of(name))) for name in alone
        )
        why = why.model_copy(update={"for_next": why.for_next.model_copy(update={"wanted": wanted})})
    return why.model_copy(update={"pieces": pieces})


def _nothing_to_look_at(why: Assured) -> Assured:
    """Of a verdict that no row could make lower: a visit would settle nothing, though it can still be committed."""
    next_word = why.for_next
    if next_word is not None and next_word.word == "verified":
        next_word = None if why.commitment else ForNext(word="committed", says=IN_TIME)
    return why.model_copy(update={"says": f"{why.says} {NOTHING_LOWER}", "for_next": next_word})


def _held(made: Commitment | None) -> dict[str, RowsCommitted]:
    return {one.evidence: one for one in (*made.rows, *made.indicators)} if made else {}


def _all_of(one: RowsCommitted | None) -> bool:
    return one is not None and one.committed == one.of


def _vouched(one: RowsCommitted | None) -> str:
    if one is None:
        return NOBODY
    # Late, because most verdicts have none.
    from inspector.proof.committed_told import missing

    return f"{NOBODY}; {missing(one)}"


def _without(word: VerdictWord) -> str:
    return f"Without it the verdict would be {said(word)}."
