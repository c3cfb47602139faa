"""The tests of change that a story tells: those that name its measure, nearest to the change, given up ones among them."""

from collections.abc import Callable, Sequence
from datetime import date

from inspector.evidence.aside import Why
from inspector.evidence.effects import began
from inspector.evidence.records import asides
from inspector.model.evidence import Evidence, LogEntry
from inspector.model.rows import by_resource
from inspector.model.stories import TestTold
from inspector.model.words import short
from inspector.telling.texts import iso, stated, told

MOST = 6
"""So many tests a story."""
GIVEN_UP = 2
"""So many of them were abandoned, where there are as many: what was given up teaches too."""
FAR = 1_000_000
Reasons = Callable[[LogEntry], Why | None]


def chosen(
    naming: Sequence[LogEntry], claimed: LogEntry | None, onset: date | None, why: Reasons
) -> tuple[LogEntry, ...]:
    """Of the tests that name a measure those told: the claimed one first, then the others by day.

    Those that count go before those set aside, and the nearer to the onset before those further away.
    """

    def far(entry: LogEntry) -> tuple[bool, int, str, int]:
        day = began(entry)
        away = FAR if day is None else abs((day - onset).days) if onset else -day.toordinal()
        return why(entry) is not None, away, entry.resource, entry.row

    others = sorted((one for one in naming if one is not claimed), key=far)
    up, room = [one for one in others if one.decision == "abandon"], MOST - (claimed is not None)
    rest = [one for one in others if one.decision != "abandon"][: room - min(len(up), GIVEN_UP)]
    found = [*rest, *up[: room - len(rest)]]
    found.sort(key=lambda one: (began(one) or date.max, one.resource, one.row))
    return (*([claimed] if claimed is not None else []), *found)


def told_tests(
    entries: Sequence[LogEntry], claimed: LogEntry | None, doubtful: frozenset[tuple[str, int]], evidence: Evidence
) -> tuple[TestTold, ...]:
    """Tests as their log tells them; `doubtful` are the places that probes ask about."""
    why = asides(evidence)
    return tuple(_told(one, why(one), one is claimed, (one.resource, one.row) in doubtful) for one in entries)


def _told(entry: LogEntry, why: Why | None, claimed: bool, doubtful: bool) -> TestTold:
    struck = why is not None and why.reason in ("questioned", "not-as-written")
    return TestTold(
        entry=entry.id,
        role=short(entry.raised_by_role),
        team=short(entry.team),
        aim=told(entry.aim),
        predicted=stated(entry.prediction),
        saw=stated(entry.learned),
        decided=entry.decision,
        raised_on=entry.raised_on.isoformat(),
        started_on=iso(entry.started_on),
        decided_on=iso(entry.decided_on),
        claimed=claimed,
        doubtful=doubtful or struck,
        aside=why.says if why else None,
        rows=by_resource([entry]),
    )
