"""A series of a file as a line of a picture: what the charts of a report draw."""

from datetime import date
from typing import cast

from inspector.model.pictures import Cause
from inspector.report.document.shape.pictures import Icon, Line, Segment
from inspector.report.harmless import plain
from inspector.stats.rounding import round6
from inspector.trends.facts import Trend, is_share
from inspector.values.period import after

MOST = 400
"""So many of the latest figures are drawn."""
CAUSES: dict[str, Cause] = {
    "common_cause": "common",
    "special_cause_improvement": "improvement",
    "special_cause_concern": "concern",
}


def line_of(found: Trend) -> Line | None:
    """The line of a series with figures; None of one without. Shares are percentages."""
    line = found.series.line
    if not found.values or line.last is None:
        return None
    first = max(0, len(found.values) - MOST)
    starts = [day.isoformat() for day in line.starts[first:]]
    ends = [_last_day(day, line.step, line.days).isoformat() for day in line.starts[first:]]
    points, whole = found.drawn[first:], is_share(found.series)
    made: Line = {
        "indicator": found.name,
        "title": plain(found.name),
        "better": found.better,
        "measure": "unstated",
        "unit": "%" if whole else None,
        "call": found.judgement.call,
        "trial_limits": points[-1].trial,
        "resource": "",
        "onset": _onset(found),
        "fell": None if found.judgement.fell is None else found.day(found.judgement.fell).isoformat(),
        "definition_changes": [],
        "starts": starts,
        "ends": ends,
        "values": [round6(value) for value in found.values[first:]],
        "denominators": [one.denominator for one in line.observations[first:]],
        "rows": [],
        "causes": [CAUSES[found.kind(point)] for point in found.points[first:]],
        "rules": [point.cause for point in found.points[first:]],
        "doubtful": [False] * len(starts),
        "centre": [point.centre for point in points],
        "lower": [point.lower for point in points],
        "upper": [point.upper for point in points],
        "fitted": [None] * len(starts),
        "tests": [],
        "shown": [CAUSES[found.kind(point)] for point in points],
        "icon": cast(Icon, found.drawn_icon.replace("_", "-")),
    }
    if found.reading is not None:
        made["segments"] = _segments(found, first, starts, ends)
        made["recalculated"] = None if found.reading.anew is None else starts[max(0, found.reading.anew - first)]
    return made


def _segments(found: Trend, cut: int, starts: list[str], ends: list[str]) -> list[Segment]:
    return [
        {
            "first": starts[max(0, one.first - cut)],
            "last": ends[max(0, one.last - cut)],
            "until": ends[one.until - cut],
            "basis": one.basis,
            "figures": one.figures,
            "centre": round6(one.centre),
            "lower": None if one.lower is None else round6(one.lower),
            "upper": None if one.upper is None else round6(one.upper),
            "trial": one.trial,
        }
        for one in (found.reading.stretches if found.reading else ())
    ]


def _onset(found: Trend) -> list[str] | None:
    made = found.judgement
    if made.onset is None or made.onset_low is None or made.onset_high is None:
        return None
    return [found.day(period).isoformat() for period in (made.onset, made.onset_low, made.onset_high)]


def _last_day(start: date, step: int, days: int) -> date:
    return (
        after(start, step)
        if step
        else date.fromordinal(min(date.max.toordinal(), start.toordinal() + max(days, 1) - 1))
    )
