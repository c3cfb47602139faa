"""Filled sheets as files: which of a folder are read, and the cells of each as texts, with the rows that they stand in."""

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from inspector import files
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import Unreadable, error

BOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TABLES = (".csv", ".tsv", ".txt")
PAPER = (".html", ".htm", ".pdf", ".docx", ".doc", ".jpg", ".jpeg", ".png")
"""What a sheet on paper comes as: nothing in it can be read."""
DEEP = 3
"""So many folders deep sheets are looked for."""


class Grid(NamedTuple):
    """A table: its file as it is told, its sheet in a workbook, its rows with their numbers from 1.

    `epoch` is the year from which day numbers count.
    """

    file: str
    sheet: str | None
    rows: tuple[tuple[int, list[str]], ...]
    epoch: int = 1900


def files_in(paths: Sequence[Path]) -> tuple[tuple[Path, str], ...]:
    """The files to read, each with how it is told: those named, and the sheets in folders that are named, sorted.

    Raises CannotComplete where there is nothing at a place, or too much.
    """
    found: dict[Path, str] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in _inside(path, DEEP) if _is_sheet(one))
            found |= {one: one.relative_to(path).as_posix() for one in inside if one not in found}
        else:
            found.setdefault(path, path.name)
        if len(found) > most("sheet-files"):
            message = f"there are more than {words('sheet-files')}"
            raise CannotComplete([error("sheet-unread", Where(file=str(path)), message, fix=raise_it("sheet-files"))])
    return tuple(found.items())


def grids(path: Path, told: str) -> tuple[Grid, ...]:
    """The tables of a file. Raises Unreadable, in words, for what is none."""
    ending = path.suffix.lower()
    if ending in PAPER:
        fix = "type what stands on it into the .xlsx or .csv of the same name"
        raise Unreadable(error("sheet-unread", Where(file=told), "what was written on paper cannot be read", fix=fix))
    try:
        data = files.data(path)
    except OSError as failure:
        reason = failure.strerror or "it cannot be opened"
        raise Unreadable(error("sheet-unread", Where(file=told), f"the file cannot be read: {reason}")) from None
    if ending in BOOKS or data[:4] == b"PK\x03\x04":
        return tuple(_book(data, told))
    return (_table(data, told),)


def _inside(folder: Path, deep: int) -> Iterator[Path]:
    try:
        entries = sorted(islice(folder.iterdir(), most("sheet-files") * 4))
    except OSError as failure:
        reason = failure.strerror or "it cannot be opened"
        problem = error("sheet-unread", Where(file=str(folder)), f"the folder cannot be read: {reason}")
        raise CannotComplete([problem]) from None
    for one in entries:
        if one.is_dir() and not one.is_symlink() and deep > 1:
            yield from _inside(one, deep - 1)
        elif one.is_file():
            yield one


def _is_sheet(path: Path) -> bool:
    """Whether a file of a folder is one to read: not what a spreadsheet leaves while a file is open, nor a page to print."""
    return path.suffix.lower() in (*BOOKS, *TABLES) and not path.name.startswith(("~", "."))


def _book(data: bytes, told: str) -> Iterator[Grid]:
    from inspector.bundle.tables.workbook import as_text, sheets
    from inspector.bundle.tables.workbook_oddities import oddities

    oddities(data, told)
    for sheet in sheets(data, told):
        rows = ((number, [as_text(cell) or "" for cell in cells]) for number, cells in enumerate(sheet.rows, 1))
        yield Grid(told, sheet.name, _held(rows, told), sheet.epoch)


def _table(data: bytes, told: str) -> Grid:
    from inspector.bundle.tables.csv_text import rows_of_lines
    from inspector.values.encoding import decoded, delimiter

    found = decoded(data)
    if found is None:
        fix = "save it as CSV UTF-8, or as .xlsx"
        raise Unreadable(error("sheet-unread", Where(file=told), "the file is no text", "a CSV or a workbook", fix))
    rows = rows_of_lines(io.StringIO(found.text, newline=""), delimiter(found.text), told)
    return Grid(told, None, _held(((number, cells) for number, _, cells in rows), told))


def _held(rows: Iterable[tuple[int, list[str]]], told: str) -> tuple[tuple[int, list[str]], ...]:
    found = tuple(islice(rows, most("sheet-rows") + 1))
    if len(found) > most("sheet-rows"):
        problem: Problem = error(
            "sheet-unread", Where(file=told), f"it has more than {words('sheet-rows')}", fix=raise_it("sheet-rows")
        )
        raise Unreadable(problem)
    return found
