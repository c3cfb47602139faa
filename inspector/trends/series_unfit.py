"""Series that are drawn and not judged: their figures share months with one another, or are on two scales."""

from collections.abc import Iterable, Sequence
from datetime import date

from inspector.model.problems import Problem
from inspector.model.remarks import error, query, shown
from inspector.model.running import running
from inspector.model.words import number
from inspector.stats.judgement import Observation
from inspector.trends.series_cells import Columns
from inspector.trends.series_heads import words
from inspector.values.period import Told

SHARED: dict[Told, str] = {
    "to-date": "its figures count from the beginning of the year, and each holds those before it",
    "rolling": "its figures are of so many months up to each date, and hold one another's months",
}
"""Why figures are not independent of one another."""


def called(name: str, columns: Columns, step: int, points: int) -> Told:
    """What a series is by its name or headings: figures for the year so far or for the months before, given more often."""
    if not 0 < step < 12 or points < 2:
        return ""
    text = words(" ".join((name, columns.headings.get("period", ""), columns.headings.get("value", ""))))
    return running(text)


def seems(observations: tuple[Observation, ...], starts: Sequence[date], step: int) -> Told:
    """What a series is by its figures alone: they never fall within a year, or move less than figures of their own can."""
    if not 0 < step < 12 or len(observations) < 12:
        return ""
    from inspector.stats.counting_on import begins
    from inspector.stats.overlapping import held_by

    values = [(one.numerator if one.value is None else one.value) or 0.0 for one in observations]
    if begins(values, [day.year * 12 + day.month - 1 for day in starts]):
        return "to-date"
    return "rolling" if held_by(observations, step) > 1 else ""


def overlapping(columns: Columns, name: str, row: int, shared: Told, seen: bool = False) -> Problem:
    """That a series is drawn and not judged, since its figures hold one another, or seem to (`seen`)."""
    why = f"it seems that {SHARED[shared]}" if seen else SHARED[shared]
    message = f"series {shown(name)} is drawn and not judged: {why}, so that they are not independent"
    fix = "give the figures of each month, or of each quarter, by itself"
    return query("overlapping-figures", columns.where(row, "period"), message, fix=fix)


def scales(columns: Columns, name: str, row: int, values: Iterable[float | None]) -> Problem:
    """That a series has two scales, which makes no line: its smallest part of 1 is shown beside its largest figure."""
    some = [value for value in values if value]
    message = (
        f"series {shown(name)} has shares of 1 and percentages mixed, as {number(min(some), 4)} beside {number(max(some), 4)}; "
        "it is not judged"
    )
    fix = "give all as percentages, or all as shares"
    return error("mixed-scales", columns.where(row, "value"), message, "one scale in a series", fix)
