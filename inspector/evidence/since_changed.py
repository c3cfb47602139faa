"""Rows that say something else than in an earlier submission, or are gone; and which of it is declared, and small.

A figure is declared by its day of revision or a change of its definition, an entry of the log by an event `corrected`. Each
accounts only for submissions that ended before it, or not long after.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from inspector.evidence.held import OTHERS, key_of_row, said_by_figure, said_by_row, said_by_test
from inspector.evidence.since import LAG, Against, kept, latest, submitted, until
from inspector.model.evidence import Evidence, Figure, LogEntry
from inspector.model.held import Held, HeldFigure, HeldTest

DAYS = ("raised_on", "started_on", "tested_on", "studied_on", "decided_on")
COUNTED = ("participation", "durations")
"""Kinds beside log and figures whose rows are counts: nothing is ever added to one that is there."""
FEW, SHARE = 2, 0.1
"""So many corrections, or this share of the rows, are small where they are declared."""


REDEFINED = 1
"""So many measures, or that share of them, may be worked out anew by a changed definition and cost nothing."""


class Changed(NamedTuple):
    """Rows that say otherwise, with the last submission that said so: without an account; declared and of old; declared."""

    asked: tuple[Against, ...] = ()
    old: tuple[Against, ...] = ()
    declared: tuple[Against, ...] = ()


def small(count: int, of: int) -> bool:
    """Whether so many declared corrections of so many rows are few."""
    return count <= max(FEW, SHARE * of)


def log(evidence: Evidence) -> Changed:
    """Entries that say something else than they did; what was blank and was filled in is none."""
    found: Changed = kept(evidence, "changed log", lambda: _log(evidence))
    return found


def _log(evidence: Evidence) -> Changed:
    corrected = _corrected(evidence)
    moments = _moments(evidence.history)
    asked, old = list[Against](), list[Against]()
    for held in evidence.history:
        known: dict[str, list[HeldTest]] = {}
        for test in held.tests:
            known.setdefault(test.id, []).append(test)
        for one in evidence.log:
            # Of two rows of one id either may be meant.
            ways = [(_other(one, then, held.salt, moments.get(one.id)), then) for then in known.get(one.id, ())]
            if ways and all(what for what, _ in ways):
                what, then = ways[0]
                told = any(day > until(held) - timedelta(days=LAG) for day in corrected.get(one.id, ()))
                (old if told else asked).append(Against(held, one, then, what))
    return _parted(asked, old, [])


def _moments(history: Iterable[Held]) -> dict[str, datetime]:
    """The earliest moment of writing that was ever told of each entry."""
    found: dict[str, datetime] = {}
    for held in history:
        for one in held.tests:
            if one.recorded_at is not None:
                found[one.id] = min(_plain(one.recorded_at), found.get(one.id, datetime.max))
    return found


def _plain(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)


def _other(one: LogEntry, then: HeldTest, salt: str, moment: datetime | None) -> tuple[str, ...]:
    now = dict(said_by_test(one, salt))
    fields = [name for name, was in then.said if now.get(name) != was]
    fields += [name for name in DAYS if getattr(then, name) is not None and getattr(then, name) != getattr(one, name)]
    # A later moment may be that of another system; an earlier one than was ever told is dated back.
    if moment is not None and one.recorded_at is not None and _plain(one.recorded_at).date() < moment.date():
        fields.append("recorded_at")
    return tuple(fields)


def _corrected(evidence: Evidence) -> dict[str, list[date]]:
    """The days of declared corrections, by the entry."""
    found: dict[str, list[date]] = {}
    for one in evidence.declared:
        if one.event == "corrected":
            for id in one.entries:
                found.setdefault(id, []).append(one.on)
    return found


def figures(evidence: Evidence) -> dict[str, Changed]:
    """Figures that say something else than they did, by indicator."""
    found: dict[str, Changed] = kept(evidence, "changed figures", lambda: _figures(evidence))
    return found


def _figures(evidence: Evidence) -> dict[str, Changed]:
    definitions = {one.indicator: one.definition_changes for one in evidence.indicators}
    parts: dict[str, tuple[list[Against], list[Against], list[Against]]] = {}
    redefined = set[str]()
    for held in evidence.history:
        known: dict[tuple[str, date, date], list[HeldFigure]] = {}
        for figure in held.figures:
            known.setdefault((figure.indicator, figure.period_start, figure.period_end), []).append(figure)
        for one in evidence.figures:
            were = known.get((one.indicator, one.period_start, one.period_end), ())
            now = said_by_figure(one, held.salt) if were else ""
            # Of two rows of one period either may be meant.
            if not were or any(then.said == now for then in were):
                continue
            then = were[0]
            asked, old, declared = parts.setdefault(one.indicator, ([], [], []))
            found = Against(held, one, then, ("value",))
            since = until(held) - timedelta(days=LAG)
            if any(day >= one.period_end and day > since for day in definitions.get(one.indicator, ())):
                declared.append(found)
                redefined.add(one.indicator)
            elif one.revised_on is None or one.revised_on <= since:
                asked.append(found)
            else:
                (declared if one.period_end > since else old).append(found)
    # One measure may be worked out anew; where many are at once, what is declared of them is not small.
    many = len(redefined) > max(REDEFINED, SHARE * len(definitions))
    return {
        id: _parted(asked, [*old, *declared], []) if many and id in redefined else _parted(asked, old, declared)
        for id, (asked, old, declared) in sorted(parts.items())
    }


def _parted(asked: list[Against], old: list[Against], declared: list[Against]) -> Changed:
    """Each row in one part: the first of them that it is in."""
    parts: list[tuple[Against, ...]] = []
    seen: set[tuple[str, int]] = set()
    for some in (asked, old, declared):
        mine = [one for one in latest(some) if one.now and (one.now.resource, one.now.row) not in seen]
        seen |= {(one.now.resource, one.now.row) for one in mine if one.now}
        parts.append(tuple(mine))
    return Changed(*parts)


def counts(evidence: Evidence) -> dict[str, tuple[Against, ...]]:
    """Rows of participation and durations that say something else than they did, by kind."""
    found: dict[str, tuple[Against, ...]] = {}
    for kind in COUNTED:
        some = []
        for held in evidence.history:
            known = {one.key: one for one in held.others if one.kind == kind}
            for one in getattr(evidence, OTHERS[kind].table) if known else ():
                then = known.get(key_of_row(one, kind, held.salt))
                if then is not None and then.said != said_by_row(one, kind, held.salt):
                    some.append(Against(held, one, then, ("count",)))
        if some:
            found[kind] = tuple(latest(some))
    return found


def gone_entries(evidence: Evidence) -> tuple[Against, ...]:
    """Entries of the log of the time of this submission that an earlier one had and that are not there now."""
    now = submitted(evidence).ids
    return tuple(
        latest(
            Against(held, None, one)
            for held in evidence.history
            for one in held.tests
            if one.id not in now and evidence.period_start <= one.raised_on <= evidence.period_end
        )
    )


def gone_figures(evidence: Evidence) -> dict[str, tuple[Against, ...]]:
    """Figures of the time of this submission that are not there now, by indicator, also where none of it is left."""
    now = submitted(evidence).periods
    # What is set aside is there, and told; of which period it was it may not say.
    aside = {(one.indicator, one.period_start) for one in evidence.set_aside}
    found: dict[str, list[Against]] = {}
    for held in evidence.history:
        for one in held.figures:
            inside = evidence.period_start <= one.period_start and one.period_end <= evidence.period_end
            there = bool(aside & {(one.indicator, one.period_start), (one.indicator, None)})
            if inside and not there and (one.indicator, one.period_start, one.period_end) not in now:
                found.setdefault(one.indicator, []).append(Against(held, None, one))
    return {id: tuple(latest(some)) for id, some in sorted(found.items())}


def ever_held(evidence: Evidence, indicator: str | None = None) -> int:
    """How many entries of the log, or figures of an indicator, the earlier submissions had, none counted twice."""
    if indicator is None:
        return len({one.id for held in evidence.history for one in held.tests})
    return len({_period(one) for held in evidence.history for one in held.figures if one.indicator == indicator})


def _period(one: HeldFigure | Figure) -> tuple[date, date]:
    return one.period_start, one.period_end
