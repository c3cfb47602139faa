"""What is said of the pieces of evidence that a verdict on paper hangs on: that nobody looked at them, and what it would take."""

from collections.abc import Mapping

from inspector.model.assurance import Assured, Vouched, Wanted, said
from inspector.model.ladder import VerdictWord
from inspector.model.visits import Margins
from inspector.proof.pieces import unit_of
from inspector.proof.told import at_most

NOBODY = "nobody has looked at it on site"
PLAN = "`inspector visit plan` says how many {unit}s of it have to be looked at, and draws them once that is sealed."


def with_pieces(why: Assured, alone: Mapping[str, VerdictWord], margins: Margins) -> Assured:
    """Why a verdict is on paper, with the pieces without each of which it would be lower, and what is missing of each.

    `alone` is the verdict without each, `margins` the bound that costs little. Nothing is added where no visit could help.
    """
    if why.for_next is None or why.pieces:
        return why
    known = {one.evidence: at_most(one) for one in margins.pieces if one.rows is not None}
    pieces = tuple(
        Vouched(evidence=name, assurance="on-paper", says=f"{NOBODY}. {known.get(name, _without(word))}")
        for name, word in alone.items()
    )
    wanted = tuple(
        Wanted(evidence=name, unit=unit_of(name), rows=None, says=PLAN.format(unit=unit_of(name))) for name in alone
    )
    return why.model_copy(update={"pieces": pieces, "for_next": why.for_next.model_copy(update={"wanted": wanted})})


def _without(word: VerdictWord) -> str:
    return f"Without it the verdict would be {said(word)}."
