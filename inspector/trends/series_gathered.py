"""The rows below the headings of a file of series, gathered to series, each on its line."""

from collections import defaultdict
from dataclasses import dataclass, field

from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import error, query, shown
from inspector.trends.series_cells import Absent, Columns, amounts
from inspector.trends.series_events import events
from inspector.trends.series_figures import figure_columns
from inspector.trends.series_grid import Headings, Numbered
from inspector.trends.series_judged import FileSeries, SeriesFile
from inspector.trends.series_leftovers import told
from inspector.trends.series_line import line
from inspector.trends.series_order import Row
from inspector.trends.series_remarks import (
    absent_figures,
    column_doubts,
    filled_down,
    no_periods,
    number_doubts,
    read_apart,
)
from inspector.trends.series_table import Body, apart, body_of, ragged
from inspector.trends.series_way import Better, way
from inspector.values.period_forms import readings
from inspector.values.period_open import read as reading
from inspector.values.periods import EXPECTED, Periods

YEARS = ("2024", "2023/24")
"""With one of these behind it, what lacks a year alone is a period."""


@dataclass(slots=True)
class _Gathered:
    """The rows of one series as they are met, and the columns that they stand in."""

    columns: Columns
    rows: list[Row] = field(default_factory=list)
    better: Better | None = None
    left_out: list[tuple[int, str]] = field(default_factory=list)
    absent: list[tuple[int, Absent]] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    """The periods of rows without a figure, as they are written."""


def gathered(
    headings: Headings, rows: list[Numbered], file: str, stem: str, sheet: str | None, delimiter: str = ""
) -> SeriesFile:
    """The series of the rows below the headings. `stem` names a series that nothing else names. Raises CannotComplete."""
    body = body_of(headings, rows, file, sheet)
    texts = {name: headings.texts[place] for name, place in headings.places.items()}
    found = Columns(file, sheet, headings.places, texts)
    cells = [row for _, row in body.rows]
    every, remarks = figure_columns(found, headings.texts, cells, "," if delimiter == ";" else None)
    if body.rows and not every and (counted := events(found, body, stem)):
        return SeriesFile(tuple(counted[0]), (*counted[1], *column_doubts(found, body.periods)))
    if body.rows and not every:
        where = Where(file=file, sheet=sheet, row=headings.row)
        message = "no column beside the period holds figures"
        raise CannotComplete([error("no-headings", where, message, "a column value, or numerator and denominator")])
    tellers = apart(found, headings, body)
    problems = [*remarks, *told(body.left, file, sheet), *ragged(found, body, len(headings.texts))]
    problems += filled_down(found, body.down)
    problems += [*column_doubts(found, body.periods), *read_apart(found, headings.texts, tellers)]
    rows_: list[Problem] = []
    series = _rows(found, every, body, tellers, stem, rows_)
    problems += no_periods(rows_)
    made = []
    for name, one in series.items():
        arranged, remarks = line(one.columns, name, one.rows, body.periods, one.without)
        problems += remarks
        made.append(
            FileSeries(
                name,
                one.better,
                arranged,
                tuple(one.left_out),
                tuple(one.absent),
                share=one.columns.percent and one.columns.of_whole(name),
            )
        )
    absent: dict[int, list[tuple[int, Absent]]] = defaultdict(list)
    for one in series.values():
        absent[one.columns.places.get("value", -1)] += one.absent
    for columns in every:
        problems += number_doubts(columns, delimiter)
        problems += absent_figures(columns, absent[columns.places.get("value", -1)])
    problems.sort(key=lambda problem: problem.where.row or 0)
    return SeriesFile(tuple(made), tuple(problems))


def _rows(
    found: Columns, every: list[Columns], body: Body, tellers: tuple[int, ...], stem: str, problems: list[Problem]
) -> dict[str, _Gathered]:
    gathered: dict[str, _Gathered] = {}
    met: dict[tuple[str, ...], list[_Gathered]] = {}
    for (number, row), text in zip(body.rows, body.texts, strict=True):
        name = found.cell(row, "series")
        if not name and "series" in found.places:
            problems.append(error("series-missing", found.where(number, "series"), "the row names no series"))
            continue
        parts = (name, *(row[place] for place in tellers if place < len(row)))
        if (series := met.get(parts)) is None:
            series = met[parts] = [_of(gathered, parts, columns, stem) for columns in every]
        period = body.periods.read(text)
        wrong = _period_fault(found, number, text, body.periods) if period is None else None
        for one in series:
            odd = _better(one.columns, number, row, one)
            problems += [*odd, *([wrong] if wrong else [])] if one is series[0] else []
            read = wrong or amounts(one.columns, number, row)
            if isinstance(read, Problem):
                problems += [read] if wrong is None else []
                one.left_out.append((number, read.message))
                one.without.append(text)
            elif read.absent:
                one.absent.append((number, read.absent))
                one.without.append(text)
            elif period is not None:
                one.rows.append(Row(number, text, period, read))
    return gathered


def _of(gathered: dict[str, _Gathered], parts: tuple[str, ...], columns: Columns, stem: str) -> _Gathered:
    """The series of that name, a new one where none has been met."""
    name = " – ".join(part for part in (*parts, columns.label) if part) or stem
    return gathered.setdefault(name, _Gathered(columns))


def _period_fault(found: Columns, number: int, text: str, periods: Periods) -> Problem:
    fix = "say the year as well" if text and any(readings(f"{text} {year}") for year in YEARS) else ""
    if not fix and reading(text, periods.order != "month"):
        fix = f"slashes are read as {'month/day' if periods.order == 'month' else 'day/month'}/year in this column"
    what = f"{shown(text)} is not a period" if text else "the row has no period"
    return error("not-a-period", found.where(number, "period"), what, EXPECTED, fix)


def _better(found: Columns, number: int, row: list[str], one: _Gathered) -> list[Problem]:
    """Notes which direction is better for the series; the first row that says so counts."""
    text = found.cell(row, "better")
    if not text:
        return []
    if (better := way(text)) is None:
        where = found.where(number, "better")
        return [error("not-a-direction", where, f"{shown(text)} is not a direction", "up or down")]
    if one.better not in (None, better):
        message = f"{better}, where an earlier row of the series says {one.better}, which counts"
        return [query("two-directions", found.where(number, "better"), message)]
    one.better = better
    return []
