"""What is known of one series once judged and charted: the value that the text and the JSON of `inspector trend` render."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, pairwise

from inspector import clock
from inspector.model.words import short
from inspector.stats.judgement import Judgement
from inspector.stats.rare_chart import RareLimits, t_limits
from inspector.stats.stretches import Reading
from inspector.stats.xmr import Direction, Options, Point, TwoInThree, chart, point_type, rebase_positions, variation
from inspector.trends.drawn import WHOLE, reading_of
from inspector.trends.judged_line import JUDGED, judged_line
from inspector.trends.series_judged import FileSeries
from inspector.trends.series_line import Line
from inspector.trends.series_way import Better

TOGETHER = 4000
TOO_FEW = Judgement("too-few-points", "no-change", 0.0, (), 0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Drawing:
    """How charts are drawn, as asked for: see `inspector.stats.xmr.Options`. `rebase` are days."""

    screen: bool = True
    baseline: int | None = None
    rebase: tuple[date, ...] = ()
    two_in_three: TwoInThree = "package"


@dataclass(frozen=True, slots=True, repr=False)
class Trend:
    """One series with its judgement (None where its periods make none possible) and its chart."""

    name: str
    better: Better
    assumed: bool
    series: FileSeries
    values: tuple[float, ...]
    judgement: Judgement
    points: tuple[Point, ...]
    rebased: tuple[date, ...]
    line: Line
    """What is judged: the series by its periods, or long ones of weeks or days by months."""
    reading: Reading | None = None
    """How it is drawn: None where other limits were asked for, or none suit it."""

    def __repr__(self) -> str:
        made = self.judgement
        sure = "" if made.call == "too-few-points" else f" (probability {made.probability:.2f})"
        points = f"{len(self.values)} point{'s' * (len(self.values) != 1)}"
        return f"<Trend of {short(self.name)}: {points}, {made.call}{sure}>"

    @property
    def direction(self) -> Direction:
        """The direction as the charts name it."""
        return "increase" if self.better == "up" else "decrease"

    @property
    def icon(self) -> str:
        """The variation icon by the limits of the whole series: that of the last point."""
        return variation(self.points[-1], self.direction) if self.points else "none"

    @property
    def drawn(self) -> tuple[Point, ...]:
        """The points as they are drawn: coloured from a change on, against what was before it."""
        return self.points if self.reading is None else self.reading.points

    @property
    def drawn_icon(self) -> str:
        """The variation icon of the last point as it is drawn."""
        if not self.drawn or not self.series.line.charted or (self.reading is not None and not self.reading.settles):
            return "none"
        return variation(self.drawn[-1], self.direction)

    def kind(self, point: Point) -> str:
        """`common_cause`, `special_cause_improvement` or `special_cause_concern`."""
        return point_type(point, self.direction)

    def day(self, period: int) -> date:
        """The first day of a period of the judgement, which has a figure."""
        places = [one.period for one in self.line.observations]
        return self.line.starts[places.index(period)]

    @property
    def judged(self) -> int:
        """How many periods are judged."""
        return 0 if self.line.refused else min(len(self.line.observations), JUDGED)


def trends(every: Iterable[FileSeries], better: Better | None, drawing: Drawing) -> Iterator[Trend]:
    """Judges each series (its latest 120 periods) and charts all of it. What the file says is better goes before `better`."""
    from inspector.stats.shapes import judge_all

    each = iter(every)
    while some := list(islice(each, TOGETHER)):
        lines = [judged_line(one.name, one.line) for one in some]
        asked = [
            (line.observations[-JUDGED:], one.better or better or "up")
            for one, line in zip(some, lines, strict=True)
            if not line.refused
        ]
        with clock.phase("judging series"):
            made = iter(judge_all(asked))
        for one, judged in zip(some, lines, strict=True):
            yield _trend(one, better, drawing, TOO_FEW if judged.refused else next(made), judged)


def _trend(series: FileSeries, better: Better | None, drawing: Drawing, judgement: Judgement, judged: Line) -> Trend:
    line = series.line
    direction = series.better or better or "up"
    values = tuple(_value(one.value, one.numerator, one.denominator) for one in line.observations)
    places = rebase_positions(line.starts, drawing.rebase) if line.starts else ()
    options = Options(drawing.screen, drawing.baseline, places, drawing.two_in_three)
    asked = drawing != Drawing()
    share = is_share(series)
    published = chart(values, options) if values and line.charted else ()
    return Trend(
        name=series.name,
        better=direction,
        assumed=series.better is None and better is None,
        series=series,
        values=values,
        judgement=judgement,
        points=_points(values, published, share) if values else (),
        rebased=tuple(line.starts[place] for place in places),
        line=judged,
        reading=None if asked else reading_of(line, values, judgement, judged, direction, share, published),
    )


def _points(values: tuple[float, ...], published: tuple[Point, ...], share: bool) -> tuple[Point, ...]:
    """The points of the chart. No share of a whole has a limit below nothing or above all of it."""
    if not published:
        centre = sum(value / len(values) for value in values)
        return tuple(Point(0, True, centre, None, None, 0, False, False, "common-cause") for _ in values)
    if not share:
        return published
    return tuple(
        replace(
            one,
            lower=None if one.lower is not None and one.lower < 0 else one.lower,
            upper=None if one.upper is not None and one.upper > WHOLE else one.upper,
        )
        for one in published
    )


def is_share(series: FileSeries) -> bool:
    """Whether the figures are shares of a whole, from 0 to 100."""
    return series.share or all(one.denominator is not None for one in series.line.observations)


def causes(found: Trend, points: Sequence[Point] | None = None) -> Iterator[tuple[str, date, date, int]]:
    """Each rule that fired: its name, the first and last period of the neighbouring points it marks, and how many.

    `points` are those of the whole series, or those as drawn.
    """
    start = None
    points = found.points if points is None else points
    for i, point in enumerate(points):
        if start is None or point.cause != points[start].cause:
            start = i
        following = points[i + 1].cause if i + 1 < len(points) else None
        if point.cause != "common-cause" and following != point.cause:
            yield point.cause, found.series.line.starts[start], found.series.line.starts[i], i - start + 1


def between(found: Trend) -> tuple[tuple[int, ...], RareLimits] | None:
    """The days between the events of a list of them, with the limits of their t chart; None where it cannot be drawn."""
    days = tuple((b - a).days for a, b in pairwise(found.series.dates))
    limits = t_limits(days) if len(days) > 1 and min(days) > 0 else None
    return None if limits is None or limits.upper is None else (days, limits)


def _value(value: float | None, numerator: float | None, denominator: float | None) -> float:
    """What is drawn: the value, the percentage, or the count."""
    if value is not None:
        return value
    return 100 * (numerator or 0.0) / denominator if denominator is not None else numerator or 0.0
