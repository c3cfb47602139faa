"""The cells of a CSV or of the sheets of a workbook as rows of text, and where the headings of a file of series are."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector import files
from inspector.bundle.tables.csv_text import rows_of_lines
from inspector.model.limits import raise_it, words
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, error, query
from inspector.trends.series_heads import WEAK, in_time, key, places, unlike
from inspector.values.period_forms import readings

HEADINGS_WITHIN = 20
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
Numbered = tuple[int, list[str]]


@dataclass(frozen=True)
class Grid:
    """A sheet (None for a CSV) with its rows, counted from 1; what parts the cells of a CSV, and what is said of the file."""

    sheet: str | None
    rows: Iterable[Numbered]
    delimiter: str = ""
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Headings:
    """The row of the headings, the headings as they stand, and where which field is (from 0)."""

    row: int
    texts: tuple[str, ...]
    places: dict[str, int]


def grids(path: Path) -> Iterator[Grid]:
    """Each sheet of a workbook, or the one table of a CSV. Raises Unreadable."""
    data = _bytes(path)
    if path.suffix.lower() in WORKBOOKS:
        yield from _sheets(data, path.name)
        return
    yield _csv(data, path.name)


def headings_of(start: list[Numbered], file: str, sheet: str | None) -> Headings:
    """The row of the headings. Raises Unreadable where none near the top has a period and figures."""
    for at, (number, row) in enumerate(start):
        found = places(row)
        if "period" not in found and (place := _of_periods(row, [cells for _, cells in start[at + 1 :]])) is not None:
            found = {name: one for name, one in found.items() if one != place} | {"period": place}
        if "period" in found and (_figures(found) or _others(row, found)):
            return Headings(number, tuple(cell.strip() for cell in row), found)
    first = next((row for _, row in start if any(row)), [])
    message = "no row near the top has a heading for the period and one for the value or numerator"
    expected = "series, period, value, or series, period, numerator, denominator"
    raise Unreadable(error("no-headings", Where(file=file, sheet=sheet), message, expected, unlike(first)))


def called(start: list[Numbered]) -> bool:
    """Whether a row near the top names a period and figures so that they can be nothing else: a table with a row a figure."""
    for _, row in start:
        found = places(row)
        named = [name for name in ("value", "numerator") if name in found]
        if "period" in found and "series" in found:
            return True
        if "period" in found and named:
            return "denominator" in found or not all(key(row[found[name]]) in WEAK for name in named)
    return False


def _of_periods(row: list[str], below: list[list[str]]) -> int | None:
    """The first column whose heading speaks of a time and whose cells are periods, by the rows near the top."""
    for place, heading in enumerate(row):
        cells = [text for cells in below if place < len(cells) and (text := cells[place].strip())]
        if cells and heading and in_time(heading) and sum(bool(readings(text)) for text in cells) * 2 > len(cells):
            return place
    return None


def _figures(found: dict[str, int]) -> bool:
    return "value" in found or "numerator" in found


def _others(row: list[str], found: dict[str, int]) -> bool:
    """Whether columns may stand beside the period whose headings are names of series: words, and none of them a figure."""
    taken = set(found.values())
    others = [cell for place, cell in enumerate(row) if place not in taken and cell.strip()]
    return bool(others) and all(any(c.isalpha() for c in cell) for cell in others)


def _bytes(path: Path) -> bytes:
    where = Where(file=str(path))
    try:
        return files.data(path)
    except files.TooLarge:
        message = f"the file is larger than is read: the limit is {words('file-bytes')}"
        raise Unreadable(error("file-too-large", where, message, fix=raise_it("file-bytes"))) from None
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or str(failure)
        raise Unreadable(error("no-such-file", where, f"the file cannot be read: {reason}")) from None


def _sheets(data: bytes, file: str) -> Iterator[Grid]:
    from inspector.bundle.tables.workbook import as_text, sheets
    from inspector.bundle.tables.workbook_oddities import oddities

    oddities(data, file)
    for sheet in sheets(data, file):
        rows = [(i, [as_text(cell) or "" for cell in row]) for i, row in enumerate(sheet.rows, 1)]
        yield Grid(sheet.name, rows)


def _csv(data: bytes, file: str) -> Grid:
    from inspector.values.encoding import decoded, delimiter

    where = Where(file=file)
    found = None if data[:4] == b"PK\x03\x04" else decoded(data)
    if found is None:
        fix = "save it as CSV UTF-8, or give a workbook its ending .xlsx"
        raise Unreadable(error("not-text", where, "the file is not text", "a CSV in UTF-8", fix))
    remarks = []
    if not found.sure or found.encoding not in ("UTF-8", "UTF-16"):
        called = "Windows-1252 (cp1252)" if found.encoding == "Windows-1252" else found.encoding
        message = f"the file is not UTF-8; it was read as {called}"
        if found.encoding == "UTF-8":
            message = "some bytes of the file are not UTF-8, and were read as a mark for a letter that is lost"
        fix = "in the spreadsheet program save it as CSV UTF-8"
        remarks.append(query("not-utf8", where, message, "UTF-8", fix))
    mark = delimiter(found.text)
    rows = rows_of_lines(io.StringIO(found.text, newline=""), mark, file)
    return Grid(None, ((number, row) for number, _, row in rows), mark, tuple(remarks))
