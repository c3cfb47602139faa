"""A file of series in long form (CSV or a workbook): a period and a value, or a numerator and denominator, in each row.

Rows that cannot be read as meant are left out and reported with their places; the rest of the file is still read.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from inspector.layout.wide_table import Wide
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import Unreadable, error, query, shown
from inspector.privacy.gate import Gate, Names
from inspector.trends.hidden import gate_of, is_private
from inspector.trends.series_cells import Absent, Columns, amounts
from inspector.trends.series_figures import figure_columns
from inspector.trends.series_grid import HEADINGS_WITHIN, Grid, Headings, Numbered, called, grids, headings_of
from inspector.trends.series_judged import FileSeries, SeriesFile
from inspector.trends.series_leftovers import told
from inspector.trends.series_line import line
from inspector.trends.series_order import Row
from inspector.trends.series_remarks import absent_figures, column_doubts, number_doubts, read_apart, sheets_left
from inspector.trends.series_table import Body, apart, body_of, ragged
from inspector.trends.series_way import Better, way
from inspector.trends.series_wide import LINES, of_wide, says_more, wide_in
from inspector.values.periods import EXPECTED, Periods

__all__ = ["Better", "FileSeries", "SeriesFile", "read_series", "series_of"]


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


@dataclass(frozen=True)
class _Found:
    """A sheet that holds series: below its headings, or as a scorecard with all its rows."""

    grid: Grid
    rows: list[Numbered]
    headings: Headings | None = None
    titles: list[int] = field(default_factory=list)
    wide: Wide | None = None


def read_series(path: Path, names: Names | None = None) -> SeriesFile:
    """The series of the file at `path`. Raises CannotComplete where the file as a whole cannot be read.

    What stands under headings of Annex A that are private is not repeated; `names` replaces what identifies.
    """
    try:
        return _read(path, names)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None


def series_of(headings: list[str], rows: Iterable[list[str]], name: str) -> SeriesFile:
    """The series of a table in memory, as those of a file; its first row is row 1. Raises CannotComplete without headings.

    `name` stands where a file's name would, and for the series where no column names one.
    """
    try:
        found = headings_of([(0, headings)], name, None)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    return _gathered(found, list(enumerate(rows, 1)), name, name, None)


def _read(path: Path, names: Names | None) -> SeriesFile:
    """The series of every sheet that has the headings, or of the one table of a CSV."""
    refused: Unreadable | None = None
    found: list[_Found] = []
    passed: list[str] = []
    for grid in grids(path):
        each = iter(grid.rows)
        start = list(islice(each, LINES + 1))
        wide = wide_in(start, grid.sheet, path.stem)
        if wide is not None and says_more(wide) and (wide.across or not called(start[:HEADINGS_WITHIN])):
            found.append(_Found(grid, start, wide=wide))
            continue
        try:
            headings = headings_of(start[:HEADINGS_WITHIN], path.name, grid.sheet)
        except Unreadable as failure:
            if wide is not None:
                found.append(_Found(grid, start, wide=wide))
                continue
            if failure.problem.rule != "no-headings":
                raise
            refused = refused or failure
            passed.append(grid.sheet or "")
            continue
        titles = [number for number, row in start if number < headings.row and any(map(str.strip, row))]
        found.append(_Found(grid, [row for row in chain(start, each) if row[0] > headings.row], headings, titles))
    if not found:
        raise refused or Unreadable(_empty(path))
    made = _joined(path, found, passed)
    for one in found:
        texts = list(one.headings.texts) if one.headings else []
        if is_private(texts):
            made = _passed(made, gate_of(texts, one.rows, names))
    return made


def _joined(path: Path, found: list[_Found], passed: list[str]) -> SeriesFile:
    """The series of all sheets as of one file; those of one name in two sheets have the sheet's name behind theirs."""
    read, problems = [], sheets_left(path.name, [one.grid.sheet for one in found], passed)
    for one in found:
        sheet = one.grid.sheet
        made = _of_sheet(path, one, sheet if len(found) > 1 and sheet else path.stem)
        read.append((sheet, made))
        title = told(((row, "a title") for row in one.titles), path.name, sheet)
        problems += [*one.grid.remarks, *title, *made.problems]
    times = Counter(one.name for _, made in read for one in made.series)
    series = (
        one if times[one.name] == 1 else replace(one, name=f"{one.name} – {sheet}")
        for sheet, made in read
        for one in made.series
    )
    return SeriesFile(tuple(series), tuple(problems))


def _of_sheet(path: Path, one: _Found, stem: str) -> SeriesFile:
    sheet = one.grid.sheet

    def gathered(headings: Headings, rows: list[Numbered]) -> SeriesFile:
        return _gathered(headings, rows, path.name, stem, sheet, one.grid.delimiter)

    if one.wide is not None:
        return of_wide(one.rows, one.wide, path.name, sheet, gathered)
    assert one.headings is not None
    return gathered(one.headings, one.rows)


def _passed(found: SeriesFile, gate: Gate) -> SeriesFile:
    """The series and remarks as they may be repeated."""
    series = tuple(replace(one, name=gate.cell(one.name) or gate.alias(one.name)) for one in found.series)
    return SeriesFile(series, tuple(gate.problem(one) for one in found.problems))


def _empty(path: Path) -> Problem:
    return error("no-headings", Where(file=path.name), "the file holds no table", "a CSV or a workbook of series")


def _gathered(
    headings: Headings, rows: list[Numbered], file: str, stem: str, sheet: str | None, delimiter: str = ""
) -> SeriesFile:
    body = body_of(headings, rows, file, sheet)
    texts = {name: headings.texts[place] for name, place in headings.places.items()}
    found = Columns(file, sheet, headings.places, texts)
    cells = [row for _, row in body.rows]
    every, remarks = figure_columns(found, headings.texts, cells, "," if delimiter == ";" else None)
    if body.rows and not every:
        where = Where(file=file, sheet=sheet, row=headings.row)
        message = "no column beside the period holds figures"
        raise CannotComplete([error("no-headings", where, message, "a column value, or numerator and denominator")])
    tellers = apart(found, headings, body)
    problems = [*remarks, *told(body.left, file, sheet), *ragged(found, body, len(headings.texts))]
    problems += [*column_doubts(found, body.periods), *read_apart(found, headings.texts, tellers)]
    gathered = _rows(found, every, body, tellers, stem, problems)
    made = []
    for name, one in gathered.items():
        arranged, remarks = line(one.columns, name, one.rows, body.periods, one.without)
        problems += remarks
        made.append(
            FileSeries(name, one.better, arranged, tuple(one.left_out), tuple(one.absent), share=one.columns.percent)
        )
    absent: dict[int, list[tuple[int, Absent]]] = defaultdict(list)
    for one in gathered.values():
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
    fix = "say the year as well" if text and any(Periods.of([f"{text} {y}"]).found for y in ("2024", "2023/24")) else ""
    if "/" in text and not fix:
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
