"""How a line is drawn: its limits before and since a change, what stands out from how things were, and its icon."""

from collections.abc import Sequence
from typing import Any, cast

from inspector.evidence.series import Series
from inspector.model.pictures import Cause, Icon, Segment
from inspector.model.shares import HAIR, is_percent, is_share
from inspector.stats.rounding import round6
from inspector.stats.stretches import Stretch, read
from inspector.stats.xmr import Direction, point_type, variation

CAUSES: dict[str, Cause] = {
    "common_cause": "common",
    "special_cause_improvement": "improvement",
    "special_cause_concern": "concern",
}


def drawn(series: Series, values: Sequence[float]) -> dict[str, Any]:
    """The fields of a line that say how its latest `values` are drawn."""
    last = len(values)
    figures, places = series.figures[-last:], [one.period for one in series.observations[-last:]]
    direction: Direction = "increase" if series.indicator.better == "up" else "decrease"
    reading = read(values, series.judgement(), places or range(last), series.indicator.better, most(series, values))
    starts, ends = (
        [str(day) for day in days] for days in zip(*((f.period_start, f.period_end) for f in figures), strict=True)
    )
    return {
        "segments": tuple(_segment(one, starts, ends) for one in reading.stretches),
        "shown": tuple(CAUSES[point_type(point, direction)] for point in reading.points),
        "icon": cast(Icon, variation(reading.points[-1], direction).replace("_", "-")) if reading.settles else "none",
        "recalculated": None if reading.anew is None else starts[reading.anew],
    }


def most(series: Series, values: Sequence[float]) -> float | None:
    """What the figures can be at most: 1 or 100 of a share, of which none is more; else None."""
    unit = series.indicator.unit or series.indicator.title
    if not is_share(unit):
        return None
    whole = 100.0 if is_percent(unit) and max(values) > 1 else 1.0
    return whole if max(values) <= whole * (1 + HAIR) else None


def _segment(one: Stretch, starts: Sequence[str], ends: Sequence[str]) -> Segment:
    return Segment(
        first=starts[one.first],
        last=ends[one.last],
        until=ends[one.until],
        basis=one.basis,
        figures=one.figures,
        centre=round6(one.centre),
        lower=None if one.lower is None else round6(one.lower),
        upper=None if one.upper is None else round6(one.upper),
        trial=one.trial,
    )
