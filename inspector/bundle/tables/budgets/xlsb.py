"""How far the cells of an XLSB reach and how much text they hold, by walking its records (MS-XLSB 2.1.4)."""

from collections.abc import Iterable, Iterator

from inspector.bundle.tables.budgets.refusing import too_many, too_much_text, too_wide
from inspector.bundle.tables.table import letter

ROW, SST_ITEM, CELL_ISST = 0, 19, 7
CELLS = range(2, 12)
LONGEST_RECORD = 1 << 24


def hold(parts: Iterable[tuple[str, bytes]], path: str) -> None:
    """Raise Unreadable where the workbook would cost too much to open. `parts` are its members, each whole."""
    lengths: list[int] = []
    referred: dict[int, int] = {}
    cells = 0
    for name, data in parts:
        row = rows = columns = 0
        farthest = ""
        for kind, at, size in _records(data):
            if kind == SST_ITEM:
                lengths.append(size // 2)
            elif kind == ROW and size >= 4:
                row = int.from_bytes(data[at : at + 4], "little") + 1
            elif kind in CELLS and size >= 4 and name.lower().startswith("xl/worksheets/"):
                column = int.from_bytes(data[at : at + 4], "little") + 1
                if row > rows or column > columns:
                    rows, columns = max(rows, row), max(columns, column)
                    farthest = f"{letter(min(column, 1 << 20) - 1)}{row}"
                if kind == CELL_ISST and size >= 12:
                    text = int.from_bytes(data[at + 8 : at + 12], "little")
                    referred[text] = referred.get(text, 0) + 1
        too_wide(path, None, rows, min(columns, 1 << 20), farthest)
        cells += rows * columns
        too_many(path, max(cells, len(lengths)))
    total = sum(times * lengths[text] for text, times in referred.items() if text < len(lengths))
    too_much_text(path, total, max(lengths, default=0))


def _records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, place and size of each record; what is cut off at the end is left to who opens it."""
    at, end = 0, len(data)
    while at < end:
        kind, at = data[at], at + 1
        if kind & 128 and at < end:
            kind, at = (kind & 127) | (data[at] & 127) << 7, at + 1
        size = shift = 0
        while at < end and shift < 28:
            byte, at = data[at], at + 1
            size |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        if at + size > end or size > LONGEST_RECORD:
            return
        yield kind, at, size
        at += size
