"""What came of the tests of change that name an indicator: which of them a gain may have followed, and what chance would do.

Only a test that was adopted or adapted may be what a gain follows. It may where it began within `WITHIN` months before the
span in which the gain began, or in that span; in the span nobody can tell which came first.

Chance is held against all gains of the bundle. Had each fallen on any of the measures that can be judged, and begun at any
time at which it could have been seen, a kept test that names it would lie as near to it with the probability `chance`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, NamedTuple

from inspector.evidence.announcement import announced_on
from inspector.evidence.aside import Apart, told_apart
from inspector.evidence.onsets import Span, span_of
from inspector.evidence.records import asides, last_day
from inspector.evidence.series import Series, add_months, all_series
from inspector.model.evidence import Evidence, LogEntry
from inspector.stats.timing import covered, false_shares, together

WITHIN = 6
GAINS = ("gradual-gain", "sudden-gain")
KEPT = ("adopt", "adapt")
LEAST_NAMED = 0.5
"""However few measures the tests name, chance is at most halved for it: measures that nobody works on are easily added."""
NAMING = ("test that names it", "tests that name it")
MOST_KNOWN = 2_000
Match = Literal["followed", "same-time"]
_Naming = tuple[tuple[date, ...], dict[tuple[int, ...], tuple[Sequence[LogEntry], Apart[LogEntry]]]]


@dataclass(frozen=True)
class Tested:
    """An indicator and the tests that name it, told `apart` into those that count, in the order they began, and the others.

    `span` is when it changed; decisions count up to the day `until`. `match` and `entry` say how a kept test lies to a
    gain, and which; None where none does. `chance` is that of a kept test as near to a gain: 1 without a match, None without a
    gain. `false_share` is the share of matches by chance to be expected among those at least as near, `as_near` their number.
    """

    series: Series
    apart: Apart[LogEntry]
    span: Span | None
    until: date
    match: Match | None = None
    entry: LogEntry | None = None
    chance: float | None = None
    as_near: int = 0
    false_share: float = 1.0

    @property
    def tests(self) -> tuple[LogEntry, ...]:
        """Those that count."""
        return self.apart.counted

    @cached_property
    def kept(self) -> tuple[LogEntry, ...]:
        """The tests that were adopted or adapted by then."""
        return tuple(entry for entry in self.tests if self.decision(entry) in KEPT)

    @property
    def near(self) -> tuple[LogEntry, ...]:
        """The tests that began within `WITHIN` months before the span in which it changed, or in that span."""
        if self.span is None:
            return ()
        reach, high = add_months(self.span.low, -WITHIN), self.span.high
        return tuple(entry for entry in self.tests if (day := began(entry)) and reach <= day <= high)

    def decision(self, entry: LogEntry) -> str | None:
        """What was decided of a test by then; None where nothing was, or is not stated."""
        return None if entry.decided_on is not None and entry.decided_on > self.until else entry.decision

    @property
    def gained(self) -> bool:
        """Whether the indicator has a gain that stands."""
        return self.series.judgement().call in GAINS


@dataclass(frozen=True, slots=True)
class Effects:
    """All indicators that a test names or that have a gain, sorted; `judged` can be judged, kept tests name `named` of these.

    `gains` of them have a gain; `of_all` is the probability that chance alone brings kept tests so near to all gains together.
    """

    tested: tuple[Tested, ...]
    judged: int
    named: int
    gains: int
    of_all: float


def began(entry: LogEntry) -> date | None:
    """The day a test began: when it was started, else when it was tested; None where neither is stated."""
    return entry.started_on or entry.tested_on


def effects(evidence: Evidence) -> Effects | None:
    """What came of the tests; None where no log was submitted."""
    log = (*evidence.log, *evidence.struck_log)
    if not log:
        return None
    naming: dict[str, list[LogEntry]] = {}
    for entry in log:
        if entry.indicator and entry.tried:
            naming.setdefault(entry.indicator, []).append(entry)
    every = [_tested(series, naming.get(series.indicator.indicator, ()), evidence) for series in all_series(evidence)]
    judged = [one for one in every if one.series.judgement().call != "too-few-points"]
    named = sum(bool(one.kept) for one in judged)
    share = max(LEAST_NAMED, named / len(judged)) if judged else 1.0
    held = _among([_known(one, share) for one in every if one.apart.recorded or one.gained])
    chances = [one.chance for one in held if one.chance is not None]
    return Effects(held, len(judged), named, len(chances), together(chances))


def _tested(series: Series, naming: Sequence[LogEntry], evidence: Evidence) -> Tested:
    apart, until = _naming_apart(naming, evidence), last_day(evidence)
    kept: Tested | None = series.worked_out.get("tested")
    if kept is None or kept.apart is not apart or kept.until != until:
        kept = series.worked_out["tested"] = Tested(series, apart, span_of(series), until)
    return kept


def _naming_apart(naming: Sequence[LogEntry], evidence: Evidence) -> Apart[LogEntry]:
    """Tests told apart, in the order they began; once for the same ones where it hangs on them and the days alone."""
    if evidence.declared or evidence.doubted:
        return told_apart(_in_order(naming), asides(evidence), NAMING)
    days = evidence.period_start, evidence.period_end, announced_on(evidence)
    kept: _Naming | None = evidence.worked_out.get("naming apart")
    if kept is None or kept[0] != days or len(kept[1]) >= MOST_KNOWN:
        kept = evidence.worked_out["naming apart"] = (days, {})
    key = tuple(map(id, naming))
    found = kept[1].get(key)
    if found is None:
        # The tests are kept with the answer, so that no others can come to have their ids.
        found = kept[1][key] = (naming, told_apart(_in_order(naming), asides(evidence), NAMING))
    return found[1]


def _in_order(naming: Sequence[LogEntry]) -> list[LogEntry]:
    return sorted(naming, key=lambda e: (began(e) or date.max, e.resource, e.row))


def _known(one: Tested, share: float) -> Tested:
    """As `_matched`, worked out once."""
    kept: tuple[Tested, float, Tested] | None = one.series.worked_out.get("matched")
    if kept is None or kept[0] is not one or kept[1] != share:
        kept = one.series.worked_out["matched"] = (one, share, _matched(one, share))
    return kept[2]


def _matched(one: Tested, share: float) -> Tested:
    """With the kept test that is nearest to its gain, and what chance would do; `share` of the measures are named."""
    if one.span is None or not one.gained:
        return one
    starts = [day for entry in one.kept if (day := began(entry))]
    found = nearest(one.series, one.span, starts, WITHIN)
    if found is None:
        return replace(one, chance=1.0)
    return replace(one, match=found.match, entry=one.kept[found.place], chance=share * found.chance)


class Nearest(NamedTuple):
    """The day, by its place among those given, that is nearest to a gain, how it lies to it, and what chance would do."""

    place: int
    match: Match
    chance: float


def nearest(series: Series, span: Span, days: Sequence[date], within: int) -> Nearest | None:
    """Of sorted days the nearest to the end of the likeliest period of the onset, where days after it count double.

    They lie no more than `within` months before the span and not after it; None where there is none. As near by chance is
    one no further before, or half as far after, the end of the likeliest period of a gain that might have begun at any time.
    """
    end = series.starts((series.judgement().onset or 0) + 1) - timedelta(days=1)
    reach = add_months(span.low, -within)
    away = [
        ((end - day).days if day <= end else 2 * (day - end).days, place)
        for place, day in enumerate(days)
        if reach <= day <= span.high
    ]
    if not away:
        return None
    far, place = min(away)
    before, after = min(far, (end - reach).days), min(far // 2, (span.high - end).days)
    first, last = _within_sight(series)
    chance = covered([day.toordinal() for day in days], before, after, first.toordinal(), last.toordinal())
    return Nearest(place, "followed" if span.order(days[place]) == "before" else "same-time", chance)


def _within_sight(series: Series) -> tuple[date, date]:
    """The days on which a change could have begun and be seen: after the first sixth of the figures, before the last two."""
    periods = [one.period for one in series.observations]
    first = periods[min(max(3, round(len(periods) / 6)), len(periods) - 1)] - periods[0]
    last = periods[max(len(periods) - 3, 0)] - periods[0]
    return series.starts(first), series.starts(max(first, last) + 1) - timedelta(days=1)


def _among(found: Sequence[Tested]) -> tuple[Tested, ...]:
    """Each gain held against all others."""
    chances = [one.chance for one in found if one.chance is not None]
    shares = iter(false_shares(chances))
    return tuple(
        one
        if one.chance is None
        else replace(one, as_near=sum(chance <= one.chance for chance in chances), false_share=next(shares))
        for one in found
    )
