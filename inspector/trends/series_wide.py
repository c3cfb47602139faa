"""A scorecard in a file of series: periods one way and indicators the other, each indicator a series."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from inspector.bundle.tables.wide_words import said
from inspector.layout.long import Entry, LongRow, long, register
from inspector.layout.seeing import LINES, seen
from inspector.layout.wide_table import Grid, Wide
from inspector.model.letters import letter
from inspector.model.problems import Problem, Where
from inspector.trends.hidden import is_private
from inspector.trends.series_grid import Headings, Numbered
from inspector.trends.series_judged import FileSeries, SeriesFile

__all__ = ["LINES", "of_wide", "says_more", "wide_in"]

FIELDS = ("series", "period", "numerator", "denominator", "value", "better")
Gathered = Callable[[Headings, list[Numbered]], SeriesFile]
_ROW = re.compile(r"\brow (\d+)\b")


def wide_in(rows: Sequence[Numbered], sheet: str | None, stem: str) -> Wide | None:
    """The scorecard that the rows of a sheet or CSV are, if they are one and no column of Annex A is private in it."""
    wide = seen(_cells(rows), [text for text in (stem, sheet) if text])
    if wide is None:
        return None
    headings = [cell for at in wide.periods_at if wide.across and at < len(rows) for cell in rows[at][1]]
    return None if is_private(headings or [one.heading for one in wide.names]) else wide


def says_more(wide: Wide) -> bool:
    """Whether a scorecard with its periods going down holds what a table with a column for each series cannot say."""
    if wide.across or wide.beside or any(one.role != "value" for one in wide.names):
        return True
    return len(wide.periods_at) > 1 and not any(one.group for one in wide.periods)


def _cells(rows: Sequence[Numbered]) -> Grid:
    return [cells for _, cells in rows]


def of_wide(rows: Sequence[Numbered], wide: Wide, file: str, sheet: str | None, gathered: Gathered) -> SeriesFile:
    """The series of a scorecard, each read by itself as a table of its own, and first how the scorecard was read."""
    grid = _cells(rows)
    where = Where(file=file, sheet=sheet)
    problems: list[Problem] = [said(grid, wide, where)]
    series: list[FileSeries] = []
    every: dict[tuple[str, int], list[LongRow]] = {}
    for row in long(grid, wide):
        every.setdefault((row.indicator, _line(row, across=wide.across)), []).append(row)
    entries = {one.indicator: one for one in register(wide)}
    for (indicator, _), some in every.items():
        made = _one(entries[indicator], some, where, gathered)
        series += made.series
        problems += made.problems
    return SeriesFile(tuple(series), tuple(problems))


def _line(row: LongRow, *, across: bool) -> int:
    """The row or column that the figures of an indicator stand in first: two lines of one name are two series."""
    cell = next(iter(row.cells.values()))
    return cell[0] if across else cell[1]


def _one(entry: Entry, some: Sequence[LongRow], where: Where, gathered: Gathered) -> SeriesFile:
    """One indicator as a table with a row for each period, and its places back in the scorecard."""
    places = {
        field: at for at, field in enumerate(FIELDS) if field not in ("numerator", "denominator", "value", "better")
    }
    places |= {field: FIELDS.index(field) for row in some for field in row.texts}
    places |= {"better": FIELDS.index("better")} if entry.better else {}
    texts = tuple(entry.title if field == "value" else field for field in FIELDS)
    rows = [
        (nth, [row.title, f"{row.first}/{row.last}", *(row.texts.get(f, "") for f in FIELDS[2:5]), entry.better])
        for nth, row in enumerate(some, 1)
    ]
    made = gathered(Headings(0, texts, places), rows)
    problems = tuple(_placed(one, some, where) for one in made.problems)
    series = tuple(
        replace(
            one,
            left_out=tuple((_file_row(n, some), _reworded(text, some)) for n, text in one.left_out),
            absent=tuple((_file_row(n, some), why) for n, why in one.absent),
        )
        for one in made.series
    )
    return replace(made, series=series, problems=problems)


def _placed(one: Problem, some: Sequence[LongRow], where: Where) -> Problem:
    at = where
    if one.where.row is not None and 0 < one.where.row <= len(some):
        row = some[one.where.row - 1]
        field = next((name for name in row.cells if one.where.field in (name, row.title)), next(iter(row.cells)))
        line, column = row.cells[field]
        at = where.model_copy(update={"row": line + 1, "letter": letter(column), "field": row.headings[field]})
    return one.model_copy(update={"where": at, "message": _reworded(one.message, some)})


def _file_row(number: int, some: Sequence[LongRow]) -> int:
    return next(iter(some[number - 1].cells.values()))[0] + 1 if 0 < number <= len(some) else number


def _reworded(text: str, some: Sequence[LongRow]) -> str:
    """A message about rows of the table that was made, as one about cells of the scorecard."""

    def cell(found: re.Match[str]) -> str:
        number = int(found[1])
        if not 0 < number <= len(some):
            return found[0]
        line, column = next(iter(some[number - 1].cells.values()))
        return f"cell {letter(column)}{line + 1}"

    return _ROW.sub(cell, text)
