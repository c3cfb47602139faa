"""Munro: promises between agencies, and learning together."""

from tests.truth import records_truth as truth
from tests.truth.case import Case, Said
from tests.truth.checkers.rules import values
from tests.truth.counted import by
from tests.truth.ledger import See, checks


@checks("munro/commitments-made")
def made(said: Said, case: Case, see: See) -> None:
    true, told = truth.promises(case.bundle, "all"), values(said, case, "made")
    see.number("made", told["made"], true["made"])
    see.number("agencies", told["agencies"], true["agencies"])


@checks("munro/promises-kept", "munro/promises-not-kept")
def kept(said: Said, case: Case, see: See) -> None:
    true, told = truth.promises(case.bundle, "all"), values(said, case, "kept")
    see.number("kept", told["kept"], true["kept"])
    see.number("due", told["due"], true["due"])
    _undisputed(case, see)
    for name in ("unkept", "kept_undated", "met_since", "spoke"):
        if name in told:
            see.number(name, told[name], true[name])


def _undisputed(case: Case, see: See) -> None:
    """No partner disputes what is counted as kept: the met ones that one disputes are not among them."""
    true = truth.promises(case.bundle, "all")
    met = [row for row in true["_rows"] if by(row.day("met_on"), case.bundle) and by(row.day("due_on"), case.bundle)]
    free = [row for row in met if row["partner_says"] not in truth.DISPUTED]
    see.none(len(free) == true["kept"], f"{len(free)} were met and are disputed by no partner, and not {true['kept']}")


@checks("munro/partners-see-it-otherwise")
def otherwise(said: Said, case: Case, see: See) -> None:
    see.number("disputed", values(said, case, "kept")["disputed"], truth.promises(case.bundle, "all")["disputed"])


@checks("munro/partners-are-not-heard")
def unheard(said: Said, case: Case, see: See) -> None:
    true, told = truth.promises(case.bundle, "all"), values(said, case, "kept")
    see.number("spoke_share", told["spoke_share"], true["spoke_share"])
    see.number("due", told["due"], true["due"])


@checks("munro/answerable-together")
def jointly(said: Said, case: Case, see: See) -> None:
    true, told = truth.promises(case.bundle, "joint"), values(said, case, "joint")
    see.none(told["kept"] <= true["due"] - true["kept_undated"], "more are kept than were due")
    for name in ("made", "kept", "due"):
        see.number(name, told[name], true[name])


@checks("munro/each-answers-alone")
def alone(said: Said, case: Case, see: See) -> None:
    true = truth.promises(case.bundle, "all")
    see.number("joint_share", values(said, case, "every")["joint_share"], true["joint_share"])
    if "that say" not in said.says:
        see.none(
            true["_known"] == true["made"],
            f"{true['made'] - true['_known']} of {true['made']} do not say whether they are joint",
        )


@checks("munro/partners-agree-that-it-holds")
def agree(said: Said, case: Case, see: See) -> None:
    true = truth.promises(case.bundle, "all")
    see.order(true["change"] >= 0, "fewer are kept later than earlier")
    see.none(true["disputed"] == 0, "a partner disputes one")
    see.number("kept", values(said, case, "kept")["kept"], true["kept"])


@checks("munro/together-lasts")
def lasts(said: Said, case: Case, see: See) -> None:
    true = truth.promises(case.bundle, "all")
    see.number("due", values(said, case, "kept")["due"], true["due"])
    if "most of them" in said.says:
        see.claim(true["measured_share"] > 0.5, f"with an agreed measure are {true['measured_share']}, not most")
