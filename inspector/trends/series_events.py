"""Files with a row for each event and no figure: the events are counted by month, and the days between them kept."""

from collections import Counter
from datetime import date

from inspector.model.problems import Problem
from inspector.model.remarks import query
from inspector.stats.judgement import Observation
from inspector.trends.series_cells import Columns
from inspector.trends.series_judged import FileSeries
from inspector.trends.series_line import Line
from inspector.trends.series_table import Body
from inspector.values.period import after

FEWEST = 2
MOST_OTHERS = 0.1
"""The share of rows whose date cannot be read, above which they are no list of events."""
MOST_MONTHS = 1200


def events(found: Columns, body: Body, stem: str) -> tuple[list[FileSeries], list[Problem]] | None:
    """The series of a list of events, with what is said of how it was read; None where the rows are none."""
    days: dict[str, list[date]] = {}
    for (_, cells), text in zip(body.rows, body.texts, strict=True):
        period = body.periods.read(text)
        if period is not None and period.kind == "day":
            name = found.cell(cells, "series") if "series" in found.places else stem
            days.setdefault(name or stem, []).append(period.start)
    read = sum(map(len, days.values()))
    if read < FEWEST or read < (1 - MOST_OTHERS) * len(body.rows):
        return None
    made = [FileSeries(name, None, _line(sorted(some)), dates=tuple(sorted(some))) for name, some in days.items()]
    message = (
        f"no column beside the date holds figures: each of {read} rows was read as an event, and they were counted by month from "
        "the first to the last; a month without one is nought"
    )
    fix = "to count months before the first and after the last too, give a row for each month with its number"
    return made, [query("read-as", found.where(body.rows[0][0], "period"), message, fix=fix)]


def _line(days: list[date]) -> Line:
    first, last = days[0], days[-1]
    number = Counter((day.year - first.year) * 12 + day.month - first.month for day in days)
    places = range(min(max(number) + 1, MOST_MONTHS))
    starts = tuple(date(*_month(first, place), 1) for place in places)
    line = tuple(
        Observation(place, numerator=float(number[place]), month=start.month)
        for place, start in zip(places, starts, strict=True)
    )
    return Line(starts, line, 1, 0, after(last.replace(day=1), 1), "month")


def _month(first: date, place: int) -> tuple[int, int]:
    year, month = divmod(first.year * 12 + first.month - 1 + place, 12)
    return year, month + 1
