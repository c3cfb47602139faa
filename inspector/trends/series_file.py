"""A file of series in long form (CSV or a workbook): a period and a value, or a numerator and denominator, in each row.

Rows that cannot be read as meant are left out and reported with their places; the rest of the file is still read.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from inspector.layout.wide_table import Wide
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import Unreadable, error
from inspector.privacy.gate import Gate, Names
from inspector.trends.hidden import gate_of, is_private
from inspector.trends.series_gathered import gathered
from inspector.trends.series_grid import HEADINGS_WITHIN, Grid, Headings, Numbered, called, grids, headings_of
from inspector.trends.series_judged import FileSeries, SeriesFile
from inspector.trends.series_leftovers import told
from inspector.trends.series_remarks import sheets_left
from inspector.trends.series_wide import LINES, of_wide, says_more, wide_in

__all__ = ["FileSeries", "SeriesFile", "read_series", "series_of"]


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
    return gathered(found, list(enumerate(rows, 1)), name, name, None)


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

    def read(headings: Headings, rows: list[Numbered]) -> SeriesFile:
        return gathered(headings, rows, path.name, stem, sheet, one.grid.delimiter)

    if one.wide is not None:
        return of_wide(one.rows, one.wide, path.name, sheet, read)
    assert one.headings is not None
    return read(one.headings, one.rows)


def _passed(found: SeriesFile, gate: Gate) -> SeriesFile:
    """The series and remarks as they may be repeated."""
    series = tuple(replace(one, name=gate.cell(one.name) or gate.alias(one.name)) for one in found.series)
    return SeriesFile(series, tuple(gate.problem(one) for one in found.problems))


def _empty(path: Path) -> Problem:
    return error("no-headings", Where(file=path.name), "the file holds no table", "a CSV or a workbook of series")
