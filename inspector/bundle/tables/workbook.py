"""The sheets of a workbook (XLSX, XLSM, XLSB, XLS, ODS) as grids of cells, read by calamine; never its macros or links."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from inspector.bundle.tables.table import letter
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query

_FROM_1904 = re.compile(rb"<(?:\w+:)?workbookPr\b[^>]*\bdate1904=[\"'](?:1|true|on)[\"']")
ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name and its cells from A1 on, every row as long as the longest. Empty cells are ''."""

    name: str
    rows: list[list[Any]]
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    """Merged ranges as ((row, column), (row, column)), counted from 0."""
    hidden: bool = False
    epoch: int = 1900
    """The year from which its day numbers count: 1900, or 1904."""


def sheets(data: bytes, path: str) -> list[Sheet]:
    """The sheets of a workbook, which `oddities` has looked at first. Raises Unreadable where it cannot be opened."""
    import python_calamine as calamine

    from inspector.bundle.open.damage import of_workbook
    from inspector.bundle.tables.budgets import native
    from inspector.bundle.tables.budgets.refusing import too_many_sheets
    from inspector.bundle.tables.silence import quiet

    native.hold(data, path)
    try:
        with quiet():
            book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
            too_many_sheets(len(book.sheet_names), path)
            return list(_sheets(book, path, _epoch(data)))
    except Unreadable:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as failure:
        # calamine has an exception for every format, and a panic in it derives from none of them.
        message = f"the file cannot be opened as a workbook: {of_workbook(data, str(failure))}"
        fix = "open it in a spreadsheet program and save it as .xlsx, without a password"
        raise Unreadable(error("not-a-workbook", Where(file=path), message, fix=fix)) from None


def _epoch(data: bytes) -> int:
    """The year from which the day numbers of an XLSX count; workbooks of other sorts give their dates as days."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as inside, inside.open("xl/workbook.xml") as part:
            return 1904 if _FROM_1904.search(part.read(1 << 20)) else 1900
    except (KeyError, OSError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error):
        return 1900


def _sheets(book: Any, path: str, epoch: int) -> Iterator[Sheet]:
    from inspector.bundle.tables.budgets.refusing import too_many

    cells = 0
    hidden = {one.name for one in book.sheets_metadata if "Hidden" in str(one.visible)}
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        # Before a cell becomes an object of ours: the reader itself keeps one sheet at a time.
        row, column = sheet.end or (-1, -1)
        cells += (row + 1) * (column + 1)
        too_many(path, cells, name)
        merged = tuple(getattr(sheet, "merged_cell_ranges", None) or ())
        yield Sheet(name, sheet.to_python(skip_empty_area=False), merged, name in hidden, epoch)


def as_text(cell: Any) -> str | None:
    """A cell as text: whole numbers without a point, days and moments as ISO 8601 has them, True as true; None if empty."""
    text: str | None = _TEXT.get(type(cell), _other)(cell)
    return text


def as_texts(cells: Sequence[Any]) -> list[str | None]:
    """A column of cells as texts. Each value is put into words once, unless numbers of several sorts are equal."""
    if len({*map(type, cells)} & {float, int, bool}) > 1:
        return [as_text(cell) for cell in cells]
    told = {cell: as_text(cell) for cell in set(cells)}
    return [told[cell] for cell in cells]


def _float(cell: float) -> str:
    return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)


def _datetime(cell: datetime) -> str:
    return cell.date().isoformat() if cell.time() == time.min else cell.isoformat()


def _other(cell: Any) -> str | None:
    return None if cell is None else str(cell)


_TEXT: dict[type, Any] = {
    str: lambda cell: cell or None,
    float: _float,
    int: str,
    bool: lambda cell: "true" if cell else "false",
    date: date.isoformat,
    datetime: _datetime,
    time: time.isoformat,
    timedelta: lambda cell: str(cell.total_seconds() / 3600),
}


def merged_heading(sheet: Sheet, row: int, path: str) -> list[Problem]:
    """A query for each merged range that touches the row of headings (from 0)."""
    return [
        query(
            "merged-headings",
            Where(file=path, sheet=sheet.name, row=row + 1, letter=letter(start[1])),
            f"the cells {letter(start[1])}{start[0] + 1} to {letter(end[1])}{end[0] + 1} are merged; "
            "only the first of them holds a heading",
            fix="unmerge them and give each column a heading",
        )
        for start, end in sheet.merged
        if start[0] <= row <= end[0] and start[1] != end[1]
    ]
