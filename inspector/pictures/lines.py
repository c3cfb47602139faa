"""Each indicator as a line: its figures, XmR limits, the curve of the called shape, and the tests that name it."""

from collections.abc import Mapping, Sequence

from inspector.evidence.series import Series, all_series
from inspector.model.evidence import Evidence, LogEntry, Rows
from inspector.model.facts import Fact
from inspector.model.pictures import Event, Line, Mark
from inspector.model.traces import Trace
from inspector.pictures.drawn import CAUSES, drawn
from inspector.pictures.events import events
from inspector.pictures.fitted import fitted
from inspector.pictures.stream import began
from inspector.stats.rounding import round6
from inspector.stats.xmr import ENOUGH, Direction, Point, chart, point_type

MOST = 120
"""Periods drawn: as many as the judgement looks at."""
Places = frozenset[tuple[str, int]]


def lines(evidence: Evidence, facts: Sequence[Fact], traces: Sequence[Trace]) -> tuple[Line, ...]:
    """One line per registered indicator with figures, sorted by indicator."""
    claimed = {f.fields["indicator"]: f.fields.get("entry") for f in facts if f.kind == "signal/claimed-effect"}
    doubtful = _asked_about(traces)
    tests: dict[str, list[LogEntry]] = {}
    for entry in evidence.log:
        if entry.indicator and began(entry):
            tests.setdefault(entry.indicator, []).append(entry)
    found, happened = [], events(evidence)
    for series in all_series(evidence):
        name = series.indicator.indicator
        marks = _marks(tests.get(name, []), claimed.get(name), doubtful.get("improvement-log", frozenset()))
        asked = doubtful.get(f"indicator/{name}", frozenset())
        found.append(_line(series, asked, marks, happened.get(name, ())))
    return tuple(found)


def _asked_about(traces: Sequence[Trace]) -> Mapping[str, Places]:
    """The rows that a probe asks about, by subject. A probe that names no rows asks about the whole."""
    found: dict[str, set[tuple[str, int]]] = {}
    for trace in traces:
        if trace.outcome in ("question", "strong-question"):
            found.setdefault(trace.subject, set()).update(_places(trace.rows))
    return {subject: frozenset(places) for subject, places in found.items()}


def _places(rows: Sequence[Rows]) -> list[tuple[str, int]]:
    return [(part.resource, row) for part in rows for row in part.rows]


def _marks(tests: Sequence[LogEntry], claimed: object, doubtful: Places) -> tuple[Mark, ...]:
    begun = sorted((day.isoformat(), test.id, test) for test in tests if (day := began(test)))
    return tuple(
        Mark(entry=name, on=on, claimed=name == claimed, doubtful=(test.resource, test.row) in doubtful)
        for on, name, test in begun
    )


def _line(series: Series, doubtful: Places, marks: tuple[Mark, ...], happened: tuple[Event, ...]) -> Line:
    judgement, indicator, figures = series.judgement(), series.indicator, series.figures[-MOST:]
    values = [f.value if f.value is not None else (f.numerator or 0.0) / (f.denominator or 1.0) for f in series.figures]
    points = chart(values)[-MOST:]
    onset, low, high = (
        None if period is None else series.starts(period).isoformat()
        for period in (judgement.onset, judgement.onset_low, judgement.onset_high)
    )
    return Line(
        indicator=indicator.indicator,
        title=indicator.title,
        better=indicator.better,
        measure=indicator.measure or "unstated",
        unit=indicator.unit,
        call=judgement.call,
        trial=len(series.figures) < ENOUGH,
        resource=figures[0].resource,
        starts=tuple(f.period_start.isoformat() for f in figures),
        ends=tuple(f.period_end.isoformat() for f in figures),
        values=tuple(round6(value) for value in values[-MOST:]),
        numerators=tuple(f.numerator for f in figures),
        denominators=tuple(f.denominator for f in figures),
        rows=tuple(f.row for f in figures),
        doubtful=tuple((f.resource, f.row) in doubtful for f in figures),
        fitted=fitted([o.period for o in series.observations[-MOST:]], values[-MOST:], judgement, indicator.better),
        onset=onset,
        onset_low=low,
        onset_high=high,
        fell=None if judgement.fell is None else series.starts(judgement.fell).isoformat(),
        definition_changes=tuple(day.isoformat() for day in indicator.definition_changes),
        marks=marks,
        events=happened,
        **drawn(series, values[-MOST:]),
        **_limits(points, "increase" if indicator.better == "up" else "decrease"),
    )


def _limits(points: Sequence[Point], direction: Direction) -> dict[str, tuple[object, ...]]:
    return {
        "causes": tuple(CAUSES[point_type(point, direction)] for point in points),
        "rules": tuple(point.cause for point in points),
        "centre": tuple(round6(point.centre) for point in points),
        "lower": tuple(None if point.lower is None else round6(point.lower) for point in points),
        "upper": tuple(None if point.upper is None else round6(point.upper) for point in points),
    }
