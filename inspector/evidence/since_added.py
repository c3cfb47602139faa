"""Rows about a time that an earlier submission covered, and that it did not have: of the log, figures, other kinds.

A row that says itself that it was written down after the end of every submission that lacks it is no trace where that was
soon, as it is with what happened shortly before the end; where it was late, it is told apart.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from inspector.evidence.held import OTHERS, key_of_row
from inspector.evidence.since import LAG, Against, covers, kept, latest, tells, until
from inspector.model.evidence import TOLD_WITHIN, Evidence, Figure, LogEntry
from inspector.model.held import Held, HeldTest

TOLD_LATER = ("prediction", "indicator")
"""What an entry may not say for the first time long after its test: what was expected, and of which measure."""

RECORDS = (
    "participation", "durations", "voice", "leadership", "partnership", "case-reviews", "recommendations",
)  # fmt: skip
"""Kinds beside log and figures of which a record is about one day; what is declared or looked at may be told later."""


class Added(NamedTuple):
    """Rows that an earlier submission had not, with the last one: without an account of it, and written down late since."""

    asked: tuple[Against, ...] = ()
    since: tuple[Against, ...] = ()


def log(evidence: Evidence) -> Added:
    """Entries of a day that an earlier submission covered and had not, and what entries of it got only long afterwards."""
    found: Added = kept(evidence, "added log", lambda: _apart(_log(evidence)))
    return found


def _log(evidence: Evidence) -> Iterable[Against]:
    for held in evidence.history:
        known = {one.id: one for one in held.tests}
        moments = any(one.recorded_at is not None for one in held.tests)
        for one in evidence.log if tells(held) else ():
            then = known.get(one.id)
            if then is None:
                if covers(held, one.tried_on or one.raised_on):
                    yield Against(held, one, what=("id",))
            elif what := _got(one, then, held, moments):
                yield Against(held, one, then, what)


def _got(one: LogEntry, then: HeldTest, held: Held, moments: bool) -> tuple[str, ...]:
    """What an entry says of a test that was over long before the submission ended, and did not say in it."""
    if not covers(held, one.tried_on, TOLD_WITHIN):
        return ()
    if then.tested_on is None and then.started_on is None:
        return ("tested_on" if one.tested_on else "started_on",)
    said = {name for name, _ in then.said}
    what = [name for name in TOLD_LATER if getattr(one, name) and name not in said]
    if moments and then.recorded_at is None and one.recorded_at and one.recorded_at.date() <= until(held):
        what.append("recorded_at")
    return tuple(what)


def _written(one: Against) -> tuple[date, bool] | None:
    """The day of writing of a row that is new, and whether that was late; what was added to an old one has none of its own."""
    if one.then is not None:
        return None
    if isinstance(one.now, LogEntry) and one.now.recorded_at is not None:
        day, about = one.now.recorded_at.date(), one.now.tried_on or one.now.raised_on
        return day, (day - about).days > TOLD_WITHIN
    if isinstance(one.now, Figure) and one.now.recorded_on is not None:
        return one.now.recorded_on, (one.now.recorded_on - one.now.period_end).days > LAG
    return None


def figures(evidence: Evidence) -> dict[str, Added]:
    """Figures of periods that an earlier submission covered and had not, by indicator; of its last months they may be late."""
    found: dict[str, Added] = kept(evidence, "added figures", lambda: _by_indicator(evidence))
    return found


def _by_indicator(evidence: Evidence) -> dict[str, Added]:
    found: dict[str, list[Against]] = {}
    for held in evidence.history:
        known = {(one.indicator, one.period_start, one.period_end) for one in held.figures}
        last: dict[str, date] = {}
        for then in held.figures:
            last[then.indicator] = max(then.period_end, last.get(then.indicator, date.min))
        for one in evidence.figures if tells(held) else ():
            late = LAG if one.period_end > last.get(one.indicator, date.min) else 0
            ends = one.period_end <= until(held) - timedelta(days=late) and one.period_start >= held.period_start
            if ends and (one.indicator, one.period_start, one.period_end) not in known:
                found.setdefault(one.indicator, []).append(Against(held, one, what=("period_start",)))
    return {id: _apart(some) for id, some in sorted(found.items())}


def others(evidence: Evidence) -> dict[str, tuple[Against, ...]]:
    """Records of other kinds, each of a day long before the end of an earlier submission that had the kind and not the record."""
    found: dict[str, tuple[Against, ...]] = {}
    for kind in RECORDS:
        about = OTHERS[kind]
        rows: tuple[Any, ...] = getattr(evidence, about.table)
        some = []
        for held in evidence.history:
            known = {one.key for one in held.others if one.kind == kind}
            some += [
                Against(held, one, what=about.key)
                for one in (rows if known else ())
                if covers(held, getattr(one, about.day), TOLD_WITHIN) and key_of_row(one, kind, held.salt) not in known
            ]
        if some:
            found[kind] = tuple(latest(some))
    return found


def _apart(some: Iterable[Against]) -> Added:
    """A row is told apart where it was written down after the end of every submission that lacks it, and late."""
    asked, since = [], []
    for one in some:
        written = _written(one)
        if written is None or written[0] <= until(one.held):
            asked.append(one)
        elif written[1]:
            since.append(one)
    places = {(one.now.resource, one.now.row) for one in asked if one.now}
    rest = [one for one in since if one.now and (one.now.resource, one.now.row) not in places]
    return Added(tuple(latest(asked)), tuple(latest(rest)))
