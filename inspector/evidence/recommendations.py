"""How far a recommendation has really come: what its status says, as far as its actions, measure and verifier bear it out."""

from datetime import date
from typing import NamedTuple

from inspector.evidence.givers import hand, hands
from inspector.evidence.records import LONG_AGO, by_then, last_day
from inspector.evidence.verified import of_recommendation
from inspector.model.evidence import Evidence
from inspector.model.recommendations import Recommendation, StatusEntry

STAGES = ("made", "accepted", "acted", "measured", "verified", "lasting", "stuck", "dropped", "rejected")
_CLAIMED = {"started": "accepted", "done": "acted"}
_ORDER = ("made", "accepted", "acted", "measured", "verified", "lasting")


class Path(NamedTuple):
    """One recommendation: the stage its last status names, the stage that is borne out, and what that rests on."""

    recommendation: Recommendation
    claimed: str
    stage: str
    idle_days: int
    acted: bool
    measured: bool
    verified: bool
    looked_on: date | None = None
    """When another body, that does not own it, looked and gave what it found in a record of its own."""
    tracker: str = "made"
    """The last word of its tracker, as that has it; `claimed` is the stage that it names."""

    @property
    def on_paper(self) -> bool:
        """Called done or further while no action of it is done."""
        return self.claimed in _ORDER[2:] and not self.acted


def paths(evidence: Evidence) -> list[Path]:
    """The path of every recommendation made by the last day that counts, in the order of the evidence."""
    return [_path(one, evidence) for one in evidence.recommendations if by_then(one.made_on, evidence)]


def said_last(one: Recommendation, evidence: Evidence) -> str:
    """The word that stands last in its tracker by the last day that counts; `made` where none does."""
    statuses = _statuses(one, evidence)
    return statuses[-1].status if statuses else "made"


def _statuses(one: Recommendation, evidence: Evidence) -> list[StatusEntry]:
    return sorted((s for s in one.statuses if by_then(s.on, evidence)), key=lambda s: (s.on, s.row))


def _path(one: Recommendation, evidence: Evidence) -> Path:
    statuses = _statuses(one, evidence)
    tracker = said_last(one, evidence)
    claimed = _CLAIMED.get(tracker, tracker)
    acted = any(by_then(action.done_on, evidence) for action in one.actions)
    named = {s.status for s in statuses}
    measured = acted and one.indicator is not None and bool(named & {"measured", "verified", "lasting"})
    seen = of_recommendation(evidence, one.id)
    by_another = seen is not None and hand(seen.record.verified_by) not in hands(one.owners)
    looked = seen.record.looked_on if seen is not None and by_another else None
    verified = measured and by_then(looked, evidence)
    days = [one.made_on, *(s.on for s in statuses)]
    days += [
        action.done_on for action in one.actions if action.done_on is not None and by_then(action.done_on, evidence)
    ]
    idle = (last_day(evidence) - max(days)).days
    stage = _stage(claimed, statuses, acted, measured, verified, idle)
    return Path(one, claimed, stage, idle, acted, measured, verified, looked, tracker)


def _stage(claimed: str, statuses: list[StatusEntry], acted: bool, measured: bool, verified: bool, idle: int) -> str:
    """The furthest stage that is borne out; `stuck` also where nothing has happened for half a year before any action."""
    if claimed in ("rejected", "dropped", "stuck"):
        return claimed
    if verified:
        return "lasting" if claimed == "lasting" else "verified"
    if measured:
        return "measured"
    if acted:
        return "acted"
    if idle >= LONG_AGO:
        return "stuck"
    return "accepted" if statuses and claimed != "made" else "made"
