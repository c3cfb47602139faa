"""The cells of a CSV or of the sheets of a workbook as rows of text, and where the headings of a file of series are."""

import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from inspector import files
from inspector.bundle.tables.csv_text import rows_of_lines
from inspector.model.limits import raise_it, words
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, did_you_mean, error, shown
from inspector.privacy.days import looks_like
from inspector.trends.series_cells import Columns

HEADINGS_WITHIN = 20
NAMES = {
    "series": ("series", "indicator", "measure", "metric", "name"),
    "period": ("period", "date", "month", "quarter", "year", "period_start", "financial_year"),
    "value": ("value", "values", "figure", "result", "percentage", "percent", "rate", "%", "value_%", "value_(%)"),
    "numerator": ("numerator", "num", "count"),
    "denominator": ("denominator", "denom", "out_of", "total"),
    "better": ("better", "polarity"),
}
Numbered = tuple[int, list[str]]


def tables(path: Path) -> Iterator[tuple[str | None, Iterable[Numbered]]]:
    """Each sheet (None for a CSV) with its rows, counted from 1. Raises Unreadable."""
    data = _bytes(path)
    if path.suffix.lower() in (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"):
        yield from _sheets(data, path.name)
        return
    yield None, _csv(data, path.name)


def columns(start: list[Numbered], file: str, sheet: str | None) -> tuple[int, Columns]:
    """The row of the headings and where the fields stand. Raises Unreadable where no row can be the headings."""
    for number, row in start:
        places = _places(row)
        if "period" in places and ("value" in places or "numerator" in places):
            headings = {field: row[place].strip() for field, place in places.items()}
            return number, Columns(file, sheet, places, headings)
    first = next((row for _, row in start if any(row)), [])
    known = [name for names in NAMES.values() for name in names]
    hints = [
        f"{shown(cell)}: {hint}"
        for cell in first
        if cell and not _no_heading(cell) and (hint := did_you_mean(_plain(cell), known))
    ]
    message = "no row near the top has a heading for the period and one for the value or numerator"
    expected = "series, period, value, or series, period, numerator, denominator"
    found = "; ".join(h for h in hints if _said(h)) or _first_row(first)
    raise Unreadable(error("no-headings", Where(file=file, sheet=sheet), message, expected, found))


def _first_row(row: list[str]) -> str:
    if any(_no_heading(cell) for cell in row):
        # A list that lost its headings begins with a child; nothing of it is repeated.
        return "give the columns headings: the first row holds days, numbers or ids"
    return f"the first row is {shown(', '.join(row))}"


def _no_heading(cell: str) -> bool:
    """Whether a cell is rather one of a row than a heading: a day, a number, a word with digits in it."""
    return looks_like(cell) or any(any(c.isdigit() for c in word) for word in cell.split())


def _said(hint: str) -> bool:
    """Whether the hint is about a heading that is not right already."""
    wrong, _, right = hint.partition(": did you mean ")
    return wrong.strip("'").lower() != right.strip("'?").lower()


def _plain(cell: str) -> str:
    return "_".join(cell.strip().lower().split())


def _places(row: list[str]) -> dict[str, int]:
    """Where each field stands: the first heading that is its name, else the first that is another word for it."""
    plain = [_plain(cell) for cell in row]
    return {field: plain.index(name) for field, names in NAMES.items() if (name := _first(names, plain)) is not None}


def _first(names: tuple[str, ...], plain: list[str]) -> str | None:
    return next((name for name in names if name in plain), None)


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


def _sheets(data: bytes, file: str) -> Iterator[tuple[str | None, Iterable[Numbered]]]:
    from inspector.bundle.tables.workbook import as_text, sheets
    from inspector.bundle.tables.workbook_oddities import oddities

    oddities(data, file)
    for sheet in sheets(data, file):
        yield sheet.name, [(i, [as_text(cell) or "" for cell in row]) for i, row in enumerate(sheet.rows, 1)]


def _csv(data: bytes, file: str) -> Iterator[Numbered]:
    where = Where(file=file)
    if data[:4] == b"PK\x03\x04" or b"\x00" in data[:4096]:
        fix = "save it as CSV UTF-8, or give a workbook its ending .xlsx"
        raise Unreadable(error("not-text", where, "the file is not text", "a CSV in UTF-8", fix))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What spreadsheet programs write that were not told otherwise.
        text = data.decode("cp1252", "replace")
    for number, _, row in rows_of_lines(io.StringIO(text, newline=""), _delimiter(text), file):
        yield number, row


def _delimiter(text: str) -> str:
    """What parts the cells: the mark that is commonest in the first lines, in none of their quotes."""
    bare = re.sub(r'"[^"]*(?:"|$)', "x", text[:65536])
    start = "\n".join(islice((line for line in re.split(r"\r\n|\r|\n", bare) if line), 5))
    return max(",;\t|", key=lambda mark: (start.count(mark), mark == ","))
