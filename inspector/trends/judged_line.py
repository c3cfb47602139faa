"""What of a line is judged: the latest 120 periods, and of longer lines of weeks or days whole months."""

from dataclasses import replace
from itertools import pairwise

from inspector.model.shares import counts_events
from inspector.stats.as_events import as_events
from inspector.stats.judgement import Observation
from inspector.stats.months_joined import Amount, joined
from inspector.trends.series_line import Line
from inspector.values.period import after

JUDGED = 120


def judged_line(name: str, line: Line) -> Line:
    """The line itself, or its months where it has more than 120 periods of less than a month; rare values as counts."""
    made = _by_months(line)
    return replace(made, observations=as_events(made.observations)) if counts_events(name) else made


def _by_months(line: Line) -> Line:
    if line.step or line.refused or len(line.observations) <= JUDGED or line.last is None:
        return line
    lengths = [(b - a).days for a, b in pairwise(line.starts)]
    usual = min(max(line.days, 1), min(lengths))
    found = joined(
        [
            Amount(start, start.fromordinal(start.toordinal() + usual - 1), one.value, one.numerator, one.denominator)
            for start, one in zip(line.starts, line.observations, strict=True)
        ]
    )
    months = [one for one, _ in found.months]
    if not months:
        return line
    first = months[0].first
    observations = tuple(
        Observation(
            (one.first.year - first.year) * 12 + one.first.month - first.month,
            one.value,
            one.top,
            one.bottom,
            one.first.month,
        )
        for one in months
    )
    starts = tuple(one.first for one in months)
    return replace(
        line, starts=starts, observations=observations, step=1, days=0, kind="month", last=after(starts[-1], 1)
    )
