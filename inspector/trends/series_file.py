"""A file of series in long form (CSV or a workbook): a period and a value, or a numerator and denominator, in each row.

Rows that cannot be read as meant are left out and reported with their places; the rest of the file is still read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Literal

from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import Unreadable, error, query, shown
from inspector.privacy.gate import Gate, Names
from inspector.trends.hidden import gate_of, is_private
from inspector.trends.period_words import EXPECTED, Period, parse
from inspector.trends.series_cells import Amounts, Columns, amounts
from inspector.trends.series_grid import HEADINGS_WITHIN, Numbered, columns, tables
from inspector.trends.series_line import Line, Row, line

Better = Literal["up", "down"]
BETTER: dict[str, Better] = {"up": "up", "down": "down", "increase": "up", "decrease": "down", "higher": "up",
                             "lower": "down", "high": "up", "low": "down"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileSeries:
    """One series of a file. `better` is None where the file does not say; `line` is what can be judged of it.

    `left_out` are the rows without which it is judged, each with what is wrong with it.
    """

    name: str
    better: Better | None
    line: Line
    left_out: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesFile:
    """Every series of a file, in the order in which they first appear, and what is wrong, in the order of the rows."""

    series: tuple[FileSeries, ...]
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Gathered:
    """The rows of one series as they are met."""

    rows: list[Row] = field(default_factory=list)
    better: Better | None = None
    left_out: list[tuple[int, str]] = field(default_factory=list)


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
        _, found = columns([(0, headings)], name, None)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    return _gathered(found, enumerate(rows, 1), name, len(headings))


def _read(path: Path, names: Names | None) -> SeriesFile:
    """Of the sheets of a workbook, the first that has the headings; the one of a CSV."""
    refused: Unreadable | None = None
    for sheet, rows in tables(path):
        each = iter(rows)
        start = list(islice(each, HEADINGS_WITHIN))
        try:
            number, found = columns(start, path.name, sheet)
        except Unreadable as failure:
            if failure.problem.rule != "no-headings":
                raise
            refused = refused or failure
            continue
        headings = next(row for place, row in start if place == number)
        body = (row for row in chain(start, each) if row[0] > number)
        if not is_private(headings):
            return _gathered(found, body, path.stem, len(headings))
        whole = list(body)
        return _passed(_gathered(found, iter(whole), path.stem, len(headings)), gate_of(headings, whole, names))
    raise refused or Unreadable(_empty(path))


def _passed(found: SeriesFile, gate: Gate) -> SeriesFile:
    """The series and remarks as they may be repeated."""
    series = tuple(replace(one, name=gate.cell(one.name) or gate.alias(one.name)) for one in found.series)
    return SeriesFile(series, tuple(gate.problem(one) for one in found.problems))


def _empty(path: Path) -> Problem:
    return error("no-headings", Where(file=path.name), "the file holds no table", "a CSV or a workbook of series")


def _gathered(found: Columns, rows: Iterator[Numbered], stem: str, width: int) -> SeriesFile:
    problems: list[Problem] = []
    gathered: dict[str, _Gathered] = {}
    for number, cells in _few(rows, found):
        row = list(map(str.strip, cells))
        if not any(row):
            continue
        if any(cell.strip() for cell in row[width:]):
            problems.append(_ragged(found, number, len(row), width))
            continue
        name = found.cell(row, "series") if "series" in found.places else stem
        if not name:
            problems.append(error("series-missing", found.where(number, "series"), "the row names no series"))
            continue
        if (one := gathered.get(name)) is None:
            one = gathered[name] = _Gathered()
        problems += _better(found, number, row, one)
        read = _row(found, number, row)
        if isinstance(read, Problem):
            problems.append(read)
            one.left_out.append((number, read.message))
        elif read is not None:
            one.rows.append(read)
    made = []
    for name, one in gathered.items():
        arranged, remarks = line(found, name, one.rows)
        problems += remarks
        made.append(FileSeries(name, one.better, arranged, tuple(one.left_out)))
    problems.sort(key=lambda problem: problem.where.row or 0)
    return SeriesFile(tuple(made), tuple(problems))


def _few(rows: Iterator[Numbered], found: Columns) -> Iterator[Numbered]:
    """The rows, as far as so many are read. Raises CannotComplete."""
    for count, row in enumerate(rows, 1):
        if count > most("series-rows"):
            where = Where(file=found.file, sheet=found.sheet, row=row[0])
            message = f"the file has more rows than are read: the limit is {words('series-rows')}"
            raise CannotComplete([error("file-too-large", where, message, fix=raise_it("series-rows"))])
        yield row


def _ragged(found: Columns, number: int, cells: int, width: int) -> Problem:
    """Of a row with more cells than headings it is not known which figure stands under which heading."""
    where = Where(file=found.file, sheet=found.sheet, row=number)
    message = f"the row has {cells} cells where the headings are {width}"
    return error("ragged-row", where, message, fix="put cells with commas in quotes")


def _row(found: Columns, number: int, row: list[str]) -> Row | Problem | None:
    """A row as it is meant; None where it has no figure."""
    text = found.cell(row, "period")
    period: Period | None = parse(text)
    if period is None:
        fix = "slashes are read as day/month/year" if "/" in text else ""
        what = f"{shown(text)} is not a period" if text else "the row has no period"
        return error("not-a-period", found.where(number, "period"), what, EXPECTED, fix)
    read: Amounts | Problem = amounts(found, number, row)
    if isinstance(read, Problem):
        return read
    return None if read.empty else Row(number, text, period, read)


def _better(found: Columns, number: int, row: list[str], one: _Gathered) -> list[Problem]:
    """Notes which direction is better for the series; the first row that says so counts."""
    text = found.cell(row, "better")
    if not text:
        return []
    if (better := BETTER.get(text.lower())) is None:
        where = found.where(number, "better")
        return [error("not-a-direction", where, f"{shown(text)} is not a direction", "up or down")]
    if one.better not in (None, better):
        message = f"{better}, where an earlier row of the series says {one.better}, which counts"
        return [query("two-directions", found.where(number, "better"), message)]
    one.better = better
    return []
