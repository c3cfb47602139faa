"""How far the cells of an ODS reach and how much text they hold: a cell and a row may say that they stand many times over."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from inspector.bundle.tables.budgets.refusing import too_many, too_much_text, too_wide
from inspector.bundle.tables.table import letter

CONTENT = "content.xml"
_CELLS = ("table-cell", "covered-table-cell")


@dataclass
class _Walk:
    """Where the walk through the document is, and what it has met."""

    path: str
    table: str | None = None
    row: int = 0
    column: int = 0
    rows: int = 0
    columns: int = 0
    farthest: str = ""
    cells: int = 0
    text: int = 0
    longest: int = 0
    _times: tuple[int, int] = (1, 1)
    _length: int = 0
    _filled: bool = False
    _in_row: list[int] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "table":
            self._end_table()
            self.table = attributes.get("table:name")
        elif kind == "table-row":
            self._times = (_times(attributes, "table:number-rows-repeated"), 1)
            self.column = 0
        elif kind in _CELLS:
            self._times = (self._times[0], _times(attributes, "table:number-columns-repeated"))
            self._filled, self._length = (
                any(key.startswith(("office:", "calcext:", "table:formula")) for key in attributes),
                0,
            )
        elif kind == "s":
            self._length += _times(attributes, "text:c")

    def data(self, text: str) -> None:
        self._length += len(text)

    def end(self, name: str) -> None:
        kind = name.rpartition(":")[2]
        if kind in _CELLS:
            self._end_cell()
        elif kind == "table-row":
            self.row += self._times[0]
        elif kind == "table":
            self._end_table()

    def _end_cell(self) -> None:
        down, across = self._times
        self.column += across
        if self._filled or self._length:
            # A cell that is repeated stands in each of the places.
            rows, columns = self.row + down, self.column
            if rows > self.rows or columns > self.columns:
                self.farthest = f"{letter(columns - 1)}{rows}"
            self.rows, self.columns = max(self.rows, rows), max(self.columns, columns)
            self.text += self._length * down * across
            self.longest = max(self.longest, self._length)
            too_wide(self.path, self.table, self.rows, self.columns, self.farthest)
            too_much_text(self.path, self.text, self.longest)
        self._length, self._filled = 0, False

    def _end_table(self) -> None:
        self.cells += self.rows * self.columns
        too_many(self.path, self.cells, self.table)
        self.row = self.column = self.rows = self.columns = 0


def _times(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 12 else 1


def hold(parts: Iterable[bytes], path: str) -> None:
    """Raise Unreadable where the document would cost too much to open; one that is no XML is left to who opens it."""
    walk = _Walk(path)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = walk.start, walk.end
    parser.CharacterDataHandler = walk.data
    try:
        for part in parts:
            parser.Parse(part, False)
    except expat.ExpatError:
        return
