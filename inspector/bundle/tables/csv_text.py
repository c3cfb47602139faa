"""The rows of a CSV as Python's own reader has them, bit by bit, and where the file goes wrong: this is what a row is."""

import io
from collections.abc import Iterable, Iterator

from inspector.bundle.open.content import Content
from inspector.bundle.tables.csv_reader import failure, reader
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, error

MOST_CELLS_LONG = 16
"""A row may be so many times as long as the longest cell."""


def rows_of(content: Content, delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    """Each row with its number, counted from 1 as a spreadsheet does, and the lines read so far. Raises Unreadable."""
    with _text(content) as lines:
        yield from rows_of_lines(lines, delimiter, content.path)


def rows_of_lines(lines: Iterable[str], delimiter: str, path: str) -> Iterator[tuple[int, int, list[str]]]:
    """As `rows_of`, of lines that keep their ends (`newline=""`), an empty line being a row without cells."""
    longest = most("cell-characters")
    held = _Held(lines, longest * MOST_CELLS_LONG, path)
    each = reader(held, longest, delimiter=delimiter, strict=True)
    row = 0
    try:
        for row, cells in enumerate(each, 1):
            held.row_ends()
            yield row, each.line_num, cells
    except failure(longest) as reason:
        raise Unreadable(error(*_reason(str(reason), Where(file=path, row=row + 1)))) from None


class _Held:
    """The lines, counted for each row: a quote that nobody closes would make one row of the rest of a file."""

    def __init__(self, lines: Iterable[str], most_of_row: int, path: str) -> None:
        self._lines, self._most, self._path = lines, most_of_row, path
        self._row, self._length = 1, 0

    def row_ends(self) -> None:
        self._row, self._length = self._row + 1, 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._length += len(line)
            if self._length > self._most:
                where = Where(file=self._path, row=self._row)
                message = f"the row has more than {self._most:,} characters"
                fix = f"close the quote that was opened; {raise_it('cell-characters')}"
                raise Unreadable(error("line-too-long", where, message, fix=fix))
            yield line


def _text(content: Content) -> io.TextIOWrapper:
    source = content.source()
    stream = source if isinstance(source, io.BytesIO) else source.open("rb")
    return io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")


def _reason(said: str, where: Where) -> tuple[str, Where, str, str, str]:
    """What the reader refuses, in our words."""
    if "larger than" in said:
        message = f"a cell is longer than is read: the limit is {words('cell-characters')}"
        return "unclosed-quote", where, message, "", f"close the quote that was opened; {raise_it('cell-characters')}"
    if "expected after" in said:
        message = "text follows the closing quote of a cell"
        return "unclosed-quote", where, message, "", "double the quotes that stand within the cell"
    if "end of data" in said:
        message = "a quote is opened and never closed, so that the rest of the file would be one cell"
        return "unclosed-quote", where, message, "", "close the quote, or double it inside"
    return "not-a-table", where, f"the row cannot be read: {said}", "", "save it again as CSV UTF-8"
