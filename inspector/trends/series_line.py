"""The rows of one series set in order on a line of equal periods: duplicates, gaps and mixed lengths are told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from inspector.model.problems import Problem
from inspector.model.remarks import error, query, shown
from inspector.stats.judgement import Observation
from inspector.trends.period_names import named
from inspector.trends.series_cells import Amounts, Columns
from inspector.trends.series_order import Row, counted
from inspector.trends.series_unfit import SHARED, called, overlapping, scales, seems
from inspector.values.period import after
from inspector.values.periods import STEPS, Kind, Period, Periods, as_told, overlap
from inspector.values.scales import mixed

MOST_MISSING = 1000
"""Of a gap so many periods are counted."""
MIXED = 3
"""So many equal gaps one after the other are another frequency, not missing periods."""


@dataclass(frozen=True, slots=True)
class Line:
    """What of a series can be judged, in the order of time.

    `step` is the months from one period to the next, 0 where it is `days` days instead; `starts` are the first days of
    the periods. `kind` is how the periods were written, `refused` why no judgement of them would mean anything, if it would
    not, and `charted` whether XmR limits would.
    """

    starts: tuple[date, ...] = ()
    observations: tuple[Observation, ...] = ()
    step: int = 1
    days: int = 0
    last: date | None = None
    kind: Kind = "month"
    refused: str = ""
    charted: bool = True


def line(
    columns: Columns, name: str, rows: list[Row], periods: Periods, without: Iterable[str] = ()
) -> tuple[Line, list[Problem]]:
    """The line of a series and what is wrong with it. `without` are the periods of its rows that hold no figure."""
    if not rows:
        return Line(), []
    read = as_told(periods.together(row.text for row in rows))
    shared = overlap(read)
    if shared:
        # Of figures that share months each stands for the month with which it ends.
        read = [_of_last(one) for one in read]
    first, kind, problems = counted(columns, name, list(zip(rows, read, strict=True)))
    told = {(_of_last(one) if shared else one).start for text in without if (one := periods.read(text))}
    placed, remarks = _placed(columns, name, first, kind, told)
    placed = replace(placed, last=max(one.last for one in read)) if shared else placed
    said = shared or called(name, columns, placed.step, len(placed.starts))
    if shared := said or seems(placed.observations, placed.starts, placed.step):
        placed = replace(placed, refused=SHARED[shared], charted=False)
        remarks.append(overlapping(columns, name, rows[0].number, shared, seen=not said))
    elif mixed(values := [row.amounts.value for row in first.values()], percent=columns.percent):
        placed = replace(placed, refused="shares and percentages are mixed", charted=False)
        least = min((row for row in first.values() if row.amounts.value), key=lambda row: row.amounts.value or 0)
        remarks.append(scales(columns, name, least.number, values))
    return placed, problems + remarks


def _of_last(period: Period) -> Period:
    """The month with which a period ends."""
    return Period("months", period.last.replace(day=1), period.last)


def _placed(
    columns: Columns, name: str, rows: dict[date, Row], kind: Kind, told: set[date]
) -> tuple[Line, list[Problem]]:
    starts = list(rows)
    step, days = _spacing(starts, kind)
    places = [_place(starts[0], start, step, days) for start in starts]
    refused = _mixed(places)
    problems: list[Problem] = []
    kept: dict[int, date] = {}
    for place, start in zip(places, starts, strict=True):
        row = rows[start]
        if place in kept:
            message = f"series {shown(name)} has another figure within the same {_length(step, days)}, which counts"
            problems.append(error("mixed-frequencies", columns.where(row.number, "period"), message))
        else:
            kept[place] = start
    if refused is not None:
        message = f"the spacing of series {shown(name)} changes here, so that it is not judged"
        fix = "give each frequency a series of its own"
        where = columns.where(rows[starts[refused]].number, "period")
        problems.append(error("mixed-frequencies", where, message, f"one figure each {_length(step, days)}", fix))
    else:
        problems += _gaps(columns, name, kept, step, days, kind, rows, told)
    observations = tuple(_observation(place, start, rows[start].amounts, step) for place, start in kept.items())
    last = _last(max(kept.values()), step, days)
    reason = "" if refused is None else "the periods change their length"
    return Line(tuple(kept.values()), observations, step, days, last, kind, reason), problems


def _observation(place: int, start: date, read: Amounts, step: int) -> Observation:
    month = start.month if step == 1 else 0
    return Observation(place, read.value, read.numerator, read.denominator, month)


def _spacing(starts: list[date], kind: Kind) -> tuple[int, int]:
    """Months and days from one period to the next: what its words say, and for days the commonest difference."""
    if kind in STEPS or kind == "week":
        return STEPS.get(kind, 0), 7 * (kind == "week")
    if len(starts) < 2:
        return 1, 0
    if len({start.day for start in starts}) == 1 or all(start.day >= 28 for start in starts):
        return _commonest([_months(a, b) for a, b in pairwise(starts)]), 0
    return 0, _commonest([(b - a).days for a, b in pairwise(starts)])


def _commonest(gaps: list[int]) -> int:
    return min(Counter(gaps).items(), key=lambda item: (-item[1], item[0]))[0] or 1


def _months(a: date, b: date) -> int:
    return (b.year - a.year) * 12 + b.month - a.month


def _place(first: date, start: date, step: int, days: int) -> int:
    return _months(first, start) // step if step else (start - first).days // days


def _mixed(places: list[int]) -> int | None:
    """Where a run of equal gaps longer than a period begins, if there is one."""
    gaps = [b - a for a, b in pairwise(places)]
    for i in range(len(gaps) - MIXED + 1):
        some = set(gaps[i : i + MIXED])
        if len(some) == 1 and some != {1}:
            return i
    return None


def _gaps(
    columns: Columns,
    name: str,
    kept: dict[int, date],
    step: int,
    days: int,
    kind: Kind,
    rows: dict[date, Row],
    told: set[date],
) -> list[Problem]:
    """A query that names the periods between others for which there is no row."""
    first = kept[min(kept)]
    gaps = [(a, place) for a, b in pairwise(kept) for place in range(a + 1, min(b, a + MOST_MISSING))]
    missing = [(a, start) for a, place in gaps if (start := _at(first, place, step, days)) not in told]
    if not missing:
        return []
    one = len(missing) == 1
    said = "there is no row for one period of" if one else f"there is no row for {len(missing)} periods of"
    message = f"{said} series {shown(name)}: {named([start for _, start in missing], step, kind)}"
    return [query("missing-periods", columns.where(rows[kept[missing[0][0]]].number, "period"), message)]


def _at(first: date, place: int, step: int, days: int) -> date:
    """The first day of a period by its place on the line; the calendar's last day at most."""
    if not step:
        return date.fromordinal(min(first.toordinal() + place * days, date.max.toordinal()))
    year, month = divmod(first.year * 12 + first.month - 1 + place * step, 12)
    return date(min(year, date.max.year), month + 1, min(first.day, 28))


def _last(start: date, step: int, days: int) -> date:
    """The last day of a period: for a day near a month's end, as figures for a month are dated, that day."""
    if not step:
        return date.fromordinal(min(start.toordinal() + days - 1, date.max.toordinal()))
    return start if start.day >= 28 else after(start, step)


def _length(step: int, days: int) -> str:
    words = {1: "month", 3: "quarter", 12: "year"}
    return words.get(step, f"{step} months") if step else ("week" if days == 7 else f"{days} days")
