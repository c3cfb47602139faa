"""What is read of a file of series: each series as it can be judged, and what is wrong."""

from dataclasses import dataclass
from datetime import date

from inspector.model.problems import Problem
from inspector.trends.series_cells import Absent
from inspector.trends.series_line import Line
from inspector.trends.series_way import Better


@dataclass(frozen=True, slots=True)
class FileSeries:
    """One series of a file. `better` is None where the file does not say; `line` is what can be judged of it.

    `left_out` are the rows without which it is judged, each with what is wrong with it; `absent` those without a figure,
    each with why. `share`: its figures are shares of a whole, from 0 to 100. `dates` are those of events, which the
    figures count by month.
    """

    name: str
    better: Better | None
    line: Line
    left_out: tuple[tuple[int, str], ...] = ()
    absent: tuple[tuple[int, Absent], ...] = ()
    share: bool = False
    dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesFile:
    """Every series of a file, in the order in which they first appear, and what is wrong, in the order of the rows."""

    series: tuple[FileSeries, ...]
    problems: tuple[Problem, ...]
