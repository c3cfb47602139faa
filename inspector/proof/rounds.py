"""What a further round draws: the claims that are open, how many rows each still needs, and why others draw none."""

from collections.abc import Sequence
from typing import NamedTuple

from inspector.model.visit_standing import ClaimStands
from inspector.model.words import agree, plural
from inspector.proof.folder import FRAME, Visit
from inspector.proof.minutes import Allotted, Needed, allot, in_words, shared
from inspector.proof.refusals import refused


class Left(NamedTuple):
    """What a visit still needs, in the order of the plan's claims; of claims that draw no more, why."""

    needed: tuple[Needed, ...]
    closed: tuple[str, ...]


def left(visit: Visit, stands: Sequence[ClaimStands], *, guarantee: bool = True) -> Left:
    """The claims that need more rows than were drawn for them, and in words why the others need none.

    Rounds without a `guarantee` settle nothing and draw no row again.
    """
    guarantee = guarantee and visit.plan.guarantee
    by_claim = {one.claim: one for one in stands}
    needed: list[Needed] = []
    closed: list[str] = []
    for claim in visit.plan.claims:
        stand = by_claim[claim.id]
        settles = stand.proved.rows_left if visit.plan.guarantee else claim.sample
        more = (settles or 0) - (stand.drawn - stand.looked)
        there = claim.of - (stand.drawn if guarantee else len(visit.drawn_of(claim.id)))
        if stand.proved.state == "open" and more > 0 and there > 0:
            needed.append(Needed(claim, min(more, there)))
        else:
            closed.append(f"{claim.id}: {_why(stand)}")
    return Left(tuple(needed), tuple(closed))


def allotted(visit: Visit, needed: Sequence[Needed], hours: float | None, rows: int | None) -> Allotted:
    """What a round settles within `hours` and `rows`, else within what the plan's leave. Raises CannotComplete for nothing."""
    own = hours is None and rows is None
    if own:
        hours, rows = remaining(visit)
    if visit.plan.policy == "gain":
        found = shared(needed, {one.claim.id: len(visit.drawn_of(one.claim.id)) for one in needed}, hours, rows)
    else:
        found = allot(needed, hours, rows)
    if not found.drawn:
        least = min(needed, key=lambda one: one.minutes)
        over = f"{plural(least.rows, least.claim.unit)} of {least.claim.id}, {in_words(least.minutes)}"
        within = "what is left of the plan's" if own else "the"
        message = f"no claim can be settled within {within} hours and rows: the smallest needs {over}"
        raise refused("visit-done", FRAME, message, f"ask for more: --hours {-(-least.minutes // 60)}")
    return found


def remaining(visit: Visit) -> tuple[float | None, int | None]:
    """What the rounds drawn so far leave of the plan's hours and rows; never less than nought."""
    plan, drawn = visit.plan, [visit.claims[visit.rows[key].claim] for one in visit.rounds for key in one.rows]
    spent = sum(claim.minutes for claim in drawn)
    hours = None if plan.hours is None else max(0.0, plan.hours - spent / 60)
    return hours, None if plan.most_rows is None else max(0, plan.most_rows - len(drawn))


def _why(stand: ClaimStands) -> str:
    if stand.proved.state == "confirmed":
        return "it is settled, fewer are wrong than would change the verdict"
    if stand.proved.state == "refuted":
        return "it is settled, too many are wrong"
    open_ = stand.drawn - stand.looked
    if open_ > 0:
        waits = f", {stand.waits_for} first" if stand.waits_for else ""
        drawn = agree(open_, "that was drawn is", "that were drawn are")
        return f"{plural(open_, 'row')} {drawn} not recorded yet{waits}"
    return "all its rows were drawn"


def nothing(found: Left) -> Exception:
    """The refusal of a round where no claim needs one, with the reason for each."""
    return refused(
        "visit-done",
        FRAME,
        f"nothing is left to draw: {'; '.join(found.closed)}",
        "`inspector visit status` says what that proves",
    )
