"""The rows of one series set in order on a line of equal periods: duplicates, gaps and mixed lengths are told."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from inspector.model.problems import Problem
from inspector.model.remarks import error, query, shown
from inspector.stats.judgement import Observation
from inspector.trends.period_words import STEPS, Kind, Period, ends, same_kind
from inspector.trends.series_cells import Amounts, Columns

MIXED = 3
"""So many equal gaps one after the other are another frequency, not missing periods."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that could be read: its number in the file, the period as it was written and as it was meant."""

    number: int
    text: str
    period: Period
    amounts: Amounts


@dataclass(frozen=True, slots=True)
class Line:
    """What of a series can be judged, in the order of time.

    `step` is the months from one period to the next, 0 where it is `days` days instead; `starts` are the first days of
    the periods. `kind` is how the periods were written, and `refused` that no judgement of them would mean anything.
    """

    starts: tuple[date, ...] = ()
    observations: tuple[Observation, ...] = ()
    step: int = 1
    days: int = 0
    last: date | None = None
    kind: Kind = "month"
    refused: bool = False


def line(columns: Columns, name: str, rows: list[Row]) -> tuple[Line, list[Problem]]:
    """The line of a series and what is wrong with it."""
    if not rows:
        return Line(), []
    problems = _unsorted(columns, name, rows)
    periods = same_kind([row.text for row in rows], [row.period for row in rows])
    kind = Counter(period.kind for period in periods).most_common(1)[0][0]
    first: dict[date, Row] = {}
    for row, period in zip(rows, periods, strict=True):
        if period.kind != kind:
            where = columns.where(row.number, "period")
            message = f"{shown(row.text)} is written as a {period.kind}, most of series {shown(name)} as a {kind}"
            fix = "give each frequency a series of its own"
            problems.append(error("mixed-frequencies", where, message, fix=fix))
        elif period.start in first:
            where = columns.where(row.number, "period")
            message = f"series {shown(name)} has this period in row {first[period.start].number} already, which counts"
            problems.append(error("duplicate-period", where, message, "one row for each period"))
        else:
            first[period.start] = row
    placed, remarks = _placed(columns, name, {start: first[start] for start in sorted(first)}, kind)
    return placed, problems + remarks


def _unsorted(columns: Columns, name: str, rows: list[Row]) -> list[Problem]:
    for before, row in pairwise(rows):
        if row.period.start < before.period.start:
            message = f"the periods of series {shown(name)} are not in order from here on; they were sorted"
            return [query("unsorted-periods", columns.where(row.number, "period"), message)]
    return []


def _placed(columns: Columns, name: str, rows: dict[date, Row], kind: Kind) -> tuple[Line, list[Problem]]:
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
    elif gap := _gaps(list(kept)):
        missing, after = gap
        message = (
            f"one period of series {shown(name)} has no figure that can be read, after this row"
            if missing == 1
            else f"{missing} of the periods of series {shown(name)} have no figure that can be read, the first after this row"
        )
        problems.append(query("missing-periods", columns.where(rows[kept[after]].number, "period"), message))
    observations = tuple(_observation(place, start, rows[start].amounts, step) for place, start in kept.items())
    last = ends(Period(kind, max(kept.values())), step, days)
    return Line(tuple(kept.values()), observations, step, days, last, kind, refused is not None), problems


def _observation(place: int, start: date, read: Amounts, step: int) -> Observation:
    month = start.month if step == 1 else 0
    return Observation(place, read.value, read.numerator, read.denominator, month)


def _spacing(starts: list[date], kind: Kind) -> tuple[int, int]:
    """Months and days from one period to the next: what its words say, and for days the commonest difference."""
    if kind != "day":
        return STEPS[kind], 0
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


def _gaps(places: list[int]) -> tuple[int, int] | None:
    """How many periods lack a figure, and the place before the first of them."""
    gaps = [(b - a - 1, a) for a, b in pairwise(places) if b > a + 1]
    return (sum(missing for missing, _ in gaps), gaps[0][1]) if gaps else None


def _length(step: int, days: int) -> str:
    words = {1: "month", 3: "quarter", 12: "year"}
    return words.get(step, f"{step} months") if step else ("week" if days == 7 else f"{days} days")
