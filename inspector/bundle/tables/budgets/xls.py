"""How far the cells of an XLS reach and how much text they hold, by walking its records (MS-CFB 2, MS-XLS 2.4)."""

import struct
from collections.abc import Iterator
from struct import unpack_from

from inspector.bundle.tables.budgets.refusing import too_many, too_much_text

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BEGIN, SST, CONTINUE, LABEL_SST = 0x809, 0xFC, 0x3C, 0xFD
CELLS = frozenset({0x06, 0x201, 0x203, 0x204, 0x205, 0x27E, 0xBD, 0xBE, 0xD6, LABEL_SST})
FREE = 0xFFFFFFFA


def hold(data: bytes, path: str) -> None:
    """Raise Unreadable where the workbook would cost too much to open; one that makes no sense is left to who opens it."""
    try:
        stream = _workbook(data)
    except (struct.error, IndexError, KeyError, StopIteration):
        return
    cells = rows = columns = longest = labels = 0
    for kind, at, size in _records(stream):
        if kind == BEGIN:
            cells += rows * columns
            rows = columns = 0
        elif kind in CELLS and size >= 4:
            row, column = unpack_from("<HH", stream, at)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            labels += kind == LABEL_SST
        elif kind == SST and size >= 8:
            longest = _longest(stream, at)
        too_many(path, cells + rows * columns, None)
    if labels * longest > 0:
        too_much_text(path, _text(stream, labels, longest), longest)


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    at, end = 0, len(stream) - 4
    while at <= end:
        kind, size = unpack_from("<HH", stream, at)
        yield kind, at + 4, min(size, len(stream) - at - 4)
        at += 4 + size


def _longest(stream: bytes, at: int) -> int:
    """The most characters that one text of the table can have: a text is never longer than the table is."""
    size = 0
    for kind, _, part in _records(stream[at - 4 :]):
        if kind not in (SST, CONTINUE):
            break
        size += part
    return min(size, 32_767)


def _text(stream: bytes, labels: int, longest: int) -> int:
    """Characters in all cells that refer to a text, by the lengths that the table of texts gives."""
    lengths = list(_lengths(stream))
    total = 0
    for kind, at, size in _records(stream):
        if kind == LABEL_SST and size >= 10:
            place = unpack_from("<I", stream, at + 6)[0]
            total += lengths[place] if place < len(lengths) else 0
    return total if lengths else labels * longest


def _lengths(stream: bytes) -> Iterator[int]:
    """The characters of each shared text, in order (MS-XLS 2.5.293), continued records taken as one."""
    whole = b""
    for kind, at, size in _records(stream):
        if kind == SST or (kind == CONTINUE and whole):
            whole += stream[at : at + size]
        elif whole:
            break
    at = 8
    while at + 3 <= len(whole):
        count, flags = unpack_from("<HB", whole, at)
        at += 3
        runs = unpack_from("<H", whole, at)[0] if flags & 8 and at + 2 <= len(whole) else 0
        at += 2 if flags & 8 else 0
        more = unpack_from("<I", whole, at)[0] if flags & 4 and at + 4 <= len(whole) else 0
        at += 4 if flags & 4 else 0
        yield count
        at += count * (2 if flags & 1 else 1) + 4 * runs + more


def _workbook(data: bytes) -> bytes:
    """The stream `Workbook` (or `Book`) of the compound file. Raises struct.error, IndexError, KeyError, StopIteration."""
    shift, mini_shift = unpack_from("<HH", data, 30)
    sector, mini = 1 << min(shift, 16), 1 << min(mini_shift, 16)
    first_directory, _, cutoff, first_mini, _, first_difat, _ = unpack_from("<7I", data, 48)
    difat = [one for one in unpack_from("<109I", data, 76) if one < FREE]
    while first_difat < FREE and len(difat) < len(data) // sector:
        more = unpack_from(f"<{sector // 4}I", data, (first_difat + 1) * sector)
        difat += [one for one in more[:-1] if one < FREE]
        first_difat = more[-1]
    table = [n for one in difat for n in unpack_from(f"<{sector // 4}I", data, (one + 1) * sector)]
    directory = _chain(data, first_directory, table, sector, sector)
    entries = {}
    for at in range(0, len(directory) - 127, 128):
        name = directory[at : at + max(directory[at + 64] - 2, 0)].decode("utf-16-le", "replace")
        entries[name] = unpack_from("<II", directory, at + 116)
    start, size = next(entries[name] for name in ("Workbook", "Book", "WORKBOOK", "BOOK", *entries) if name in entries)
    if size >= cutoff:
        return _chain(data, start, table, sector, sector)[:size]
    root = _chain(data, entries["Root Entry"][0], table, sector, sector)
    small = _chain(data, first_mini, table, sector, sector)
    return _chain(root, start, list(unpack_from(f"<{len(small) // 4}I", small)), mini, 0)[:size]


def _chain(data: bytes, start: int, table: list[int], sector: int, before: int) -> bytes:
    """The sectors from `start` on, as the table links them; `before` bytes come first, which no number counts."""
    parts: list[bytes] = []
    while start < FREE and len(parts) <= len(table):
        parts.append(data[before + start * sector : before + (start + 1) * sector])
        start = table[start]
    return b"".join(parts)
