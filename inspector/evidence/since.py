"""Today's rows held against every earlier submission: which were not in it, say otherwise, are gone.

All is by ids, periods and digests, so that it needs what each submission held and none of its files; in which file a
row stood, and under which name, does not matter. One against which a row is held is told by the day it was received.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from inspector.model.evidence import Evidence, Indicator, Rows
from inspector.model.held import Held, HeldFigure, HeldIndicator, HeldRow, HeldTest
from inspector.model.rows import Located, by_resource

LAG: Final = 91
"""Days before the end of a submission in which figures may not have been ready for it; an account of a change may be so old."""
HELD: Final = ("better", "measure", "same_as")
"""Cells of the register in which a change could raise a verdict: the oldest ones count until somebody has answered for it."""
CELLS: Final = (*HELD, "target", "deadline")
Then = HeldTest | HeldFigure | HeldIndicator | HeldRow


class Against(NamedTuple):
    """A row of today, one of an earlier submission, or both; `what` are the fields that say otherwise, or were not there."""

    held: Held
    now: Located | None = None
    then: Then | None = None
    what: tuple[str, ...] = ()


class Submitted(NamedTuple):
    """Which entries of the log and which figures there are in the submission itself, whatever is judged without."""

    ids: frozenset[str]
    periods: frozenset[tuple[str, date, date]]

    @classmethod
    def of(cls, evidence: Evidence) -> "Submitted":
        """Those of this evidence."""
        ids = frozenset(one.id for one in (*evidence.log, *evidence.struck_log))
        return cls(ids, frozenset((one.indicator, one.period_start, one.period_end) for one in evidence.figures))


class Place(NamedTuple):
    """Where a row stood."""

    resource: str
    row: int


def until(held: Held) -> date:
    """The last day of which a submission could tell: of its period, or the day it was received."""
    return min(held.period_end, held.received_on)


def covers(held: Held, day: date | None, lag: int = 0) -> bool:
    """Whether a day lies in the time of a submission, `lag` days before its end or more."""
    return day is not None and held.period_start <= day <= until(held) - timedelta(days=lag)


def name_of(held: Held) -> str:
    """How an earlier submission is called beside the files of it."""
    return f"submission of {held.received_on}"


def cited(some: Iterable[Against]) -> tuple[Rows, ...]:
    """The rows of both submissions: today's as they stand, those of an earlier one under its name."""
    every = list(some)
    now = [one.now for one in every if one.now is not None]
    then = [Place(f"{one.then.resource}, {name_of(one.held)}", one.then.row) for one in every if one.then is not None]
    return by_resource([*now, *then])


def days(some: Iterable[Against]) -> tuple[date, ...]:
    """When the submissions were received against which these rows stand, the last first."""
    return tuple(sorted({one.held.received_on for one in some}, reverse=True))


def latest(some: Iterable[Against]) -> list[Against]:
    """Of each row the last submission against which it stands; rows in the order in which they stand."""
    found: dict[tuple[str, int], Against] = {}
    for one in some:
        at = one.now or one.then
        assert at is not None
        key = (at.resource, at.row) if one.now is not None else (f"\x00{one.then and _key(one.then)}", 0)
        if key not in found or found[key].held.received_on <= one.held.received_on:
            found[key] = one
    return [found[key] for key in sorted(found)]


def _key(then: Then) -> str:
    if isinstance(then, HeldTest):
        return then.id
    if isinstance(then, HeldFigure):
        return f"{then.indicator} {then.period_start} {then.period_end}"
    return then.indicator if isinstance(then, HeldIndicator) else f"{then.kind} {then.key}"


def kept(evidence: Evidence, name: str, make: Any) -> Any:
    """What was worked out of this evidence once, by its name: four probes and the verdict ask in turn."""
    own = (
        evidence.history, evidence.log, evidence.figures, evidence.submitted_register, evidence.indicators, evidence.declared,
    )  # fmt: skip
    found = evidence.worked_out.get(f"since {name}")
    if found is None or any(a is not b for a, b in zip(found[0], own, strict=True)):
        found = evidence.worked_out[f"since {name}"] = (own, make())
    return found[1]


def tells(held: Held) -> bool:
    """Whether anything of a submission could be read, so that what it lacks says something."""
    return bool(held.tests or held.figures or held.indicators)


def submitted(evidence: Evidence) -> Submitted:
    """What was in the submission that is judged."""
    found: Submitted | None = evidence.worked_out.get("as submitted")
    return Submitted.of(evidence) if found is None else found


def turned(evidence: Evidence) -> list[Against]:
    """Rows of the register of which a cell said something else in an earlier submission; `what` are the cells."""
    register = evidence.submitted_register or evidence.indicators
    found = []
    for held in evidence.history:
        was = first_of(held.indicators)
        for one in register:
            then = was.get(one.indicator)
            cells = tuple(
                name for name in CELLS if then is not None and _other(getattr(then, name), getattr(one, name))
            )
            if cells:
                found.append(Against(held, one, then, cells))
    return found


def _other(was: object, now: object) -> bool:
    return was is not None and was != now


def first_of(rows: Iterable[HeldIndicator]) -> Mapping[str, HeldIndicator]:
    """The first row of each indicator."""
    found: dict[str, HeldIndicator] = {}
    for one in rows:
        found.setdefault(one.indicator, one)
    return found


def with_oldest(evidence: Evidence) -> Evidence:
    """The evidence with the register as it counts: cells that an earlier submission had otherwise are as the oldest had them."""
    if not evidence.history:
        return evidence
    # Copies share what is worked out; one of them may be judged without some rows, which nobody took back.
    evidence.worked_out.setdefault("as submitted", Submitted.of(evidence))
    register = evidence.submitted_register or evidence.indicators
    said = _oldest(evidence.history)
    counts = tuple(_as_oldest(one, said.get(one.indicator, {})) for one in register)
    if counts == evidence.indicators:
        return evidence
    return evidence.model_copy(update={"submitted_register": register, "indicators": counts})


def _oldest(history: Iterable[Held]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for held in history:
        for one in first_of(held.indicators).values():
            cells = found.setdefault(one.indicator, {})
            for name in HELD:
                if getattr(one, name) is not None:
                    cells.setdefault(name, getattr(one, name))
    return found


def _as_oldest(one: Indicator, said: Mapping[str, Any]) -> Indicator:
    other = {name: value for name, value in said.items() if value != getattr(one, name)}
    return one.model_copy(update=other) if other else one
