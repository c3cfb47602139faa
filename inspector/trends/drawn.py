"""How a series is drawn: against what was before its change, unless somebody asked for other limits."""

from bisect import bisect_right
from collections.abc import Sequence

from inspector.stats.judgement import Judgement
from inspector.stats.stretches import Reading, read
from inspector.stats.xmr import Point
from inspector.trends.series_line import Line
from inspector.trends.series_way import Better

WHOLE = 100.0


def reading_of(
    line: Line,
    values: Sequence[float],
    judgement: Judgement,
    judged: Line,
    better: Better,
    share: bool,
    published: tuple[Point, ...],
) -> Reading | None:
    """The reading of a series that has limits; None of one that is not charted. `judged` is the line that was judged.

    `published` are the points of its chart as published.
    """
    if not values or not line.charted:
        return None
    places = range(len(values)) if judgement.onset is None else _places(line, judged)
    return read(values, judgement, places, better, WHOLE if share else None, published)


def _places(line: Line, judged: Line) -> list[int]:
    """The judged period to which each figure belongs, or one before them all."""
    periods = [one.period for one in judged.observations]
    found = [bisect_right(judged.starts, start) - 1 for start in line.starts]
    return [periods[place] if 0 <= place < len(periods) else -1 for place in found]
