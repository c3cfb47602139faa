"""How well a team foretold: the chances that its log states, held against what came true. For the team; no rule reads it."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from inspector.evidence.held import digest
from inspector.model.calibration import Calibration, ChanceGroup
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.held import Held, HeldTest
from inspector.model.rows import by_resource
from inspector.model.words import agree, number, plural
from inspector.stats import brier
from inspector.stats.rounding import round6

LEAST = 50
"""Fewer predictions say nothing: of so many an honest forecaster has a better score than one who always says 90 in 100 in 98
logs of 100 or more, for every sort of work that was tried (bench/calibration)."""
CERTAIN = 0.005
"""Who says 0 or 100 in 100 is taken to have rounded: nobody is off for good because of one surprise."""
TAIL = 0.02
"""A sum of outcomes this unlikely on either side, were the chances right, is not put down to chance."""
FAR = 2.576
"""Standard deviations (Spiegelhalter's z) beyond which the score is not that of chances which are right: 1 in 100."""
OUTCOME = ("came_true", "decision", "learned")
"""Fields that say what came of a test."""
Word = Literal["calibrated", "hopes-too-much", "hopes-too-little", "off"]
WORDS: dict[Word, str] = {
    "calibrated": "Nothing speaks against the chances being as stated.",
    "hopes-too-much": "Less came true than was hoped, by more than chance would bring.",
    "hopes-too-little": "More came true than was hoped, by more than chance would bring.",
    "off": "As many came true as was hoped, or nearly, but not where it was hoped most.",
}


class Counted(NamedTuple):
    """Predictions with a stated chance: those that count, and the others."""

    some: tuple[LogEntry, ...]
    aside: tuple[LogEntry, ...]


def calibrated(evidence: Evidence) -> Calibration | None:
    """The score of all stated chances that count; None where the log states none."""
    stated = [one for one in (*evidence.log, *evidence.struck_log) if one.prediction and one.chance is not None]
    if not stated:
        return None
    stated.sort(key=lambda one: (one.resource, one.row))
    counted = _counted(stated, evidence.history)
    outcomes = sum(one.came_true is not None for one in stated)
    return _scored(counted, len(stated), outcomes, history=bool(evidence.history))


def _counted(stated: Sequence[LogEntry], history: Sequence[Held]) -> Counted:
    then = [(one, {test.id: test for test in one.tests}) for one in history if one.as_sealed]
    some = tuple(
        one
        for one in stated
        if one.came_true is not None
        and (not history or any(_held(one, tests.get(one.id), submission) for submission, tests in then))
    )
    ids = {id(one) for one in some}
    return Counted(some, tuple(one for one in stated if id(one) not in ids))


def _held(entry: LogEntry, then: HeldTest | None, submission: Held) -> bool:
    """Whether a submission held the prediction with this chance before what came of it was written down, or could be."""
    if then is None or then.studied_on is not None or then.decided_on is not None:
        return False
    said = dict(then.said)
    if any(name in said for name in OUTCOME):
        return False
    known = [day for day in (entry.studied_on, entry.decided_on) if day is not None]
    if known and submission.received_on > min(known):
        return False
    return all(
        said.get(name) == digest(submission.salt, name, getattr(entry, name)) for name in ("prediction", "chance")
    )


def _scored(counted: Counted, stated: int, outcomes: int, *, history: bool) -> Calibration:
    some = counted.some
    chances = [(one.chance or 0.0) / 100 for one in some]
    came = [bool(one.came_true) for one in some]
    enough = len(some) >= LEAST
    parts = brier.parts(chances, came) if enough else None
    taken = [min(1 - CERTAIN, max(CERTAIN, one)) for one in chances]
    state = _state(taken, came) if enough else "cannot-tell"
    z = brier.spiegelhalter(taken, came) if enough else None
    mean = 100 * sum(chances) / len(some) if some else None
    share = 100 * sum(came) / len(some) if some else None
    made = Calibration(
        stated=stated,
        outcomes=outcomes,
        counted=len(some),
        history=history,
        brier=round6(parts.score) if parts else None,
        base=round6(parts.uncertainty) if parts else None,
        reliability=round6(parts.reliability) if parts else None,
        resolution=round6(parts.resolution) if parts else None,
        uncertainty=round6(parts.uncertainty) if parts else None,
        within=round6(parts.within) if parts else None,
        z=None if z is None else round6(z),
        mean_chance=round6(mean) if enough and mean is not None else None,
        share_true=round6(share) if enough and share is not None else None,
        state=state,
        groups=_groups(some) if enough else (),
        says="",
        rows=by_resource(some),
        aside=by_resource(counted.aside),
    )
    return made.model_copy(update={"says": _says(made, sum(came))})


def _state(chances: Sequence[float], came: Sequence[bool]) -> Word:
    fewer, more = brier.tails(chances, sum(came))
    if fewer < TAIL:
        return "hopes-too-much"
    if more < TAIL:
        return "hopes-too-little"
    z = brier.spiegelhalter(chances, came)
    return "off" if z is not None and abs(z) > FAR else "calibrated"


def _groups(some: Sequence[LogEntry]) -> tuple[ChanceGroup, ...]:
    found: dict[int, list[LogEntry]] = {}
    for one in some:
        found.setdefault(brier.group_of((one.chance or 0.0) / 100), []).append(one)
    return tuple(
        ChanceGroup(
            low=10 * place,
            high=10 * place + 10,
            n=len(mine),
            mean_chance=round6(sum(one.chance or 0.0 for one in mine) / len(mine)),
            came_true=sum(bool(one.came_true) for one in mine),
        )
        for place, mine in sorted(found.items())
    )


def _says(found: Calibration, true: int) -> str:
    first = f"{plural(found.stated, 'prediction')} {agree(found.stated, 'states', 'state')} a chance"
    if found.history:
        many = found.counted
        held = (
            f"{agree(many, 'was', 'were')} held with that chance by an earlier submission, received before anybody looked at "
            f"what came of {agree(many, 'it', 'them')} or on that day, and {agree(many, 'has', 'have')} an outcome now"
        )
        kept = f"{many} of {agree(found.stated, 'it', 'them')} {held}"
    else:
        kept = f"{found.counted} of {agree(found.stated, 'it', 'them')} {agree(found.counted, 'says', 'say')} what came of it"
    before = "" if found.history else " Whether the chances were stated before, no earlier submission is given to say."
    if found.brier is None or found.base is None or found.mean_chance is None or found.share_true is None:
        more = f"of fewer than {LEAST} nobody can tell how well they were foretold"
        return f"{first}; {kept}, and {more}.{before} Nothing is judged by it."
    hoped = f"The chances were {found.mean_chance:.0f} in 100 on average, and {true} of {found.counted} came true"
    scored = (
        f"Brier score {number(found.brier, 3)} (0 is best; who always says {found.share_true:.0f} in 100 has "
        f"{number(found.base, 3)})"
    )
    assert found.state != "cannot-tell"
    return f"{first}; {kept}. {hoped}. {scored}. {WORDS[found.state]}{before} Nothing is judged by it."
