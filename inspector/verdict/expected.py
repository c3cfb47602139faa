"""What one would expect to be there and is not: measures that everybody has, measures that were there before, latest months.

A core measure is there when it can be judged, or the case records give it. A measure of the register without a figure, one of an
earlier submission that is in this one no more, one whose figures end long before the inspection was announced, and one of whose
figures too few are left to judge it by are measures that were there before: nobody drops a measure without knowing how it moved.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from inspector.evidence.held import digest
from inspector.evidence.periods import length_of, place_of
from inspector.evidence.series import readable
from inspector.evidence.since_lost import lost
from inspector.model.evidence import Evidence, Figure, Indicator
from inspector.model.rules import CoreMeasure, Framework

LAG = 92
"""Days that figures may take to be there, counted from the end of a month; of longer periods, as much longer."""
MONTH = 31
LONG, WHOLE = 12, 0.75
"""Figures that reach over so many periods, and of which less than that share can be read, were more once."""
EARLY = ("stopped", "taken-back", "otherwise")
"""Measures that can be judged by the figures left, and whose latest ones are missing, or of which much said otherwise."""


class Dropped(NamedTuple):
    """A measure that was there before: `why` is `unfilled`, `aside`, `earlier`, `otherwise`, `thin`, `taken-back` or `stopped`.

    Of one that stopped, `last` is the last day of its figures, and `days` how many later ones could be there. Of a thin one
    `days` is how many figures can be read and `of` how many periods they reach over; of one that stopped or was taken back `of`
    is 1 where later figures are there that say nothing.
    """

    indicator: str
    why: str
    last: date | None = None
    days: int = 0
    of: int = 0


class Gaps(NamedTuple):
    """The measures that are missing: core ones, and those dropped. Of the dropped, `stopped` ones are judged all the same."""

    core: tuple[CoreMeasure, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def stopped(self) -> frozenset[str]:
        """Indicators whose figures end early."""
        return frozenset(one.indicator for one in self.dropped if one.why in EARLY)

    @property
    def unseen(self) -> int:
        """How many that are missing have no figures at all."""
        return len(self.core) + sum(one.why not in EARLY for one in self.dropped)


class Expected:
    """What is expected of this evidence, worked out once and asked again without some of it."""

    def __init__(self, evidence: Evidence, framework: Framework) -> None:
        self._core = framework.core.measures
        self._shows = _shows(evidence, framework)
        self._computed = frozenset(
            core.id for core in self._core if {one.derivation for one in evidence.recomputed} & set(core.any_of)
        )
        self._registered = tuple(dict.fromkeys(one.indicator for one in evidence.indicators))
        self._reach = _reach(evidence.figures, evidence.indicators, evidence.worked_out.setdefault("reach", {}))
        self._ended = _ended(evidence)
        self._before = _before(evidence)
        self._lost = lost(evidence)
        self._horizon = horizon(evidence)
        self._outside = _outside(evidence)
        # Of an indicator whose figures are all set aside: whether any was kept back, or is asked about.
        self._aside: dict[str, bool] = {}
        for one in evidence.set_aside:
            self._aside[one.indicator] = self._aside.get(one.indicator, False) or one.suppressed or one.questioned

    def gaps(self, judged: Iterable[str], gone: Collection[str] = ()) -> Gaps:
        """What is missing where these indicators can be judged, and where those `gone` had never been registered."""
        told = frozenset(judged)
        shown = {id for name in told for id in self._shows.get(name, ())}
        left = [name for name in self._registered if name not in gone]
        dropped = [found for name in left if (found := self._one(name, name in told))]
        dropped += [Dropped(name, "earlier") for name in sorted({*self._before, *self._named(gone)} - self._kept(gone))]
        # A core measure in the register whose figures are not there is missing once.
        named = {id for one in dropped for id in self._shows.get(one.indicator, ()) if one.why not in EARLY}
        there = shown | named | self._computed
        return Gaps(tuple(core for core in self._core if core.id not in there), tuple(dropped))

    def of_core(self, name: str) -> tuple[str, ...]:
        """The core measures that an indicator shows."""
        return tuple(self._shows.get(name, ()))

    def _kept(self, gone: Collection[str]) -> set[str]:
        return set(self._registered) - set(gone)

    def _named(self, gone: Collection[str]) -> set[str]:
        return set(gone) & self._before

    def _one(self, name: str, judged: bool) -> Dropped | None:
        if name not in self._reach:
            return None if self._aside.get(name) else Dropped(name, "aside" if name in self._aside else "unfilled")
        if name in self._lost and judged:
            return Dropped(name, "otherwise")
        found = self._reach[name]
        last, length, later = found.last, found.length, int(found.end > found.last)
        if not judged and not self._aside.get(name) and found.thin:
            return Dropped(name, "thin", last, found.readable, found.periods)
        if self._ended.get(name, last) > last:
            return Dropped(name, "taken-back", last, of=later)
        late = (max(self._horizon, self._outside.get(name, last)) - last).days
        return Dropped(name, "stopped", last, late, later) if late > LAG + max(0, length - MONTH) else None


def horizon(evidence: Evidence) -> date:
    """The day up to which figures could be there: the end of the period, or the announcement or submission if later."""
    told = [day for day in (evidence.notified_on, evidence.submitted_at) if day is not None]
    return max([evidence.period_end, *([min(told)] if told else [])])


def known_as(one: Indicator, framework: Framework) -> frozenset[str]:
    """The ids by which a framework knows an indicator: by `same_as`, its id, or its id or title being a name of it."""
    own = {_plain(text) for text in (one.indicator, one.title, one.same_as or "")} - {""}
    return frozenset(
        known.id
        for known in framework.indicators
        if own & {_plain(text) for text in (known.id, known.title, *known.also_called)}
    )


def _shows(evidence: Evidence, framework: Framework) -> Mapping[str, tuple[str, ...]]:
    if not framework.core.measures:
        return {}
    kept: tuple[object, Framework, dict[str, tuple[str, ...]]] | None = evidence.worked_out.get("shows")
    if kept is not None and kept[0] is evidence.indicators and kept[1] is framework:
        return kept[2]
    found: dict[str, tuple[str, ...]] = {}
    for one in evidence.indicators:
        names = known_as(one, framework)
        found[one.indicator] = tuple(core.id for core in framework.core.measures if names & set(core.any_of))
    evidence.worked_out["shows"] = (evidence.indicators, framework, found)
    return found


class _Reach(NamedTuple):
    """How far an indicator's figures reach.

    `last` is the last day that those speak of that can be read, `length` the days of that period; `end` the last day of all,
    and `periods` how many these reach over.
    """

    last: date
    length: int
    readable: int
    end: date
    periods: int

    @property
    def thin(self) -> bool:
        """Whether more figures were there once than can be read."""
        return self.periods >= LONG and self.readable < WHOLE * self.periods


Reached = dict[tuple[str, tuple[int, ...]], tuple[Indicator | None, list[Figure], _Reach | None]]
"""By an indicator and which figures it has (their ids): its entry, these figures, and how far they reach."""
MOST_KNOWN = 2_000


def _reach(
    figures: Iterable[Figure], register: Iterable[Indicator], reached: Reached | None = None
) -> dict[str, _Reach]:
    """How far the figures of each indicator reach; none without a figure that can be read. What was `reached` is kept."""
    known = {one.indicator: one for one in reversed(tuple(register))}
    every: dict[str, list[Figure]] = {}
    for one in figures:
        every.setdefault(one.indicator, []).append(one)
    kept: Reached = {} if reached is None else reached
    found = {}
    for name, mine in every.items():
        # The figures are kept with the answer, so that no others can come to have their ids.
        key, entry = (name, tuple(map(id, mine))), known.get(name)
        if key not in kept or kept[key][0] is not entry:
            if len(kept) >= MOST_KNOWN:
                kept.clear()
            kept[key] = entry, mine, _reach_of(mine, entry)
        if (reach := kept[key][2]) is not None:
            found[name] = reach
    return found


def _reach_of(mine: list[Figure], entry: Indicator | None) -> _Reach | None:
    read = [one for one in mine if readable(one, entry)]
    if not read:
        return None
    # Nothing of none is said, though nobody can judge it.
    said = [*read, *(one for one in mine if one.denominator == 0)]
    last = max(said, key=lambda one: one.period_end)
    length = max(1, (last.period_end - last.period_start).days + 1)
    ends, first = max(one.period_end for one in mine), min(mine, key=lambda one: one.period_start)
    periods = place_of(max(mine, key=lambda one: one.period_start), first, *length_of(last)) + 1
    return _Reach(last.period_end, length, len(read), ends, periods)


def _outside(evidence: Evidence) -> dict[str, date]:
    """The last day of figures that were submitted, and are of a time after that of the bundle."""
    found: dict[str, date] = {}
    for one in evidence.set_aside:
        day = one.period_end
        if day is not None and day > evidence.period_end and not one.impossible and not one.suppressed:
            found[one.indicator] = max(day, found.get(one.indicator, day))
    return found


def _before(evidence: Evidence) -> frozenset[str]:
    """The indicators of earlier submissions."""
    before = evidence.before.indicators if evidence.before else ()
    held = (one.indicator for some in evidence.history for one in some.indicators)
    return frozenset([*(one.indicator for one in before), *held])


def _ended(evidence: Evidence) -> dict[str, date]:
    """The last day of the figures that earlier submissions had of each indicator, of the time of this one."""
    before = evidence.before
    found = {id: one.last for id, one in _reach(before.figures, before.indicators).items()} if before else {}
    for held in evidence.history:
        blank = digest(held.salt, "figure", (None, None, None))
        for one in held.figures:
            if one.period_end <= evidence.period_end and one.said != blank:
                found[one.indicator] = max(one.period_end, found.get(one.indicator, date.min))
    return found


@lru_cache(maxsize=2_000)
def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
