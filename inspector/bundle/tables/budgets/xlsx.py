"""How far the cells of an XLSX reach and how much text they hold, in the one pass over its parts; exactly only where it matters.

A bound that is quick holds for nearly every workbook. Where it does not, tag by tag is counted.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from inspector.bundle.tables.budgets.refusing import too_many, too_much_text, too_wide
from inspector.bundle.tables.budgets.xlsx_plain import PLAIN, TALL, UNSURE, WIDE, look
from inspector.bundle.tables.table import letter
from inspector.model.limits import most

Parts = Callable[[], Iterator[tuple[str, bytes]]]
SHARED = "xl/sharedstrings.xml"
SHORT = 150
"""Texts up to so many characters are not counted cell by cell."""
CELL, REFERENCE = 11, 17
"""Bytes that a cell has at least that says where it is, and one that refers to a text."""
_TEXT = re.compile(rb"<(?:\w+:)?si(?=[\s/>])")
_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>(\s*</)?")
_AT = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{0,4})([0-9]{1,9})""")
_REFERRED = re.compile(rb"""\bt\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v[^>]*>\s*([0-9]{1,9})""")


@dataclass
class Budget:
    """What the pass has seen so far."""

    names: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)
    size: int = 0
    lengths: list[int] = field(default_factory=list)
    _rest: tuple[str, bytes] = ("", b"")

    def take(self, name: str, part: bytes) -> bool:
        """The next bytes of a part, as they come. Whether a formula or an error may stand in what was looked at."""
        text = (self._rest[1] if self._rest[0] == name else b"") + part
        cut = max(text.rfind(b"<"), len(text) - (1 << 20), 0)
        self._rest, text = (name, text[cut:]), text[:cut]
        self.names.add(name)
        self.size += len(text)
        if name.lower() == SHARED:
            self._texts(text)
        found = look(text)
        if found == UNSURE:
            self.unsure.add(name)
        return found != PLAIN

    def _texts(self, text: bytes) -> None:
        pieces = _TEXT.split(text)
        if self.lengths:
            self.lengths[-1] += len(pieces[0])
        else:
            self.lengths.append(len(pieces[0]))
        self.lengths.extend(map(len, pieces[1:]))

    def hold(self, parts: Parts, path: str, names: dict[str, str]) -> None:
        """Raise Unreadable where the workbook would cost too much; what is not sure is counted in another pass."""
        cells, longest = most("workbook-cells"), max(self.lengths, default=0)
        too_many(path, len(self.lengths))
        referring = self.size // REFERENCE
        if self.size // CELL > cells or referring * longest > most("workbook-text"):
            placed, referring = _counted(parts)
            too_many(path, placed)
        unsure = self.unsure if cells >= WIDE * TALL else self.names
        short = SHORT if referring * min(longest, SHORT) <= most("workbook-text") else 0
        texts = referring * longest > most("workbook-text")
        if unsure or texts:
            _exactly(parts, path, names, unsure, self.lengths if texts else [], short)


def _counted(parts: Parts) -> tuple[int, int]:
    """At least so many cells say where they are, and at most so many refer to a text."""
    placed = referring = 0
    for _, text in _whole_cells(parts()):
        placed += text.count(b'<c r="')
        referring += text.count(b'="s"') + text.count(b"='s'")
    return placed, referring


@dataclass
class _Reach:
    """How far the cells of one sheet reach that hold something."""

    row: int = 0
    column: int = 0
    rows: int = 0
    columns: int = 0
    farthest: str = ""

    def take(self, text: bytes) -> None:
        for tag in _TAG.finditer(text):
            at = _AT.search(tag[2])
            if tag[1] == b"row":
                self.row, self.column = int(at[2]) if at else self.row + 1, 0
                continue
            self.column, self.row = (_number(at[1]), int(at[2])) if at and at[1] else (self.column + 1, self.row)
            if not (tag[2].endswith(b"/") or tag[3]):
                self._reached()

    def _reached(self) -> None:
        if self.row > self.rows or self.column > self.columns:
            self.rows, self.columns = max(self.rows, self.row), max(self.columns, self.column)
            self.farthest = f"{letter(max(self.column, 1) - 1)}{self.row}"


def _number(letters: bytes) -> int:
    number = 0
    for one in letters.upper():
        number = number * 26 + one - 64
    return number


def _exactly(parts: Parts, path: str, names: dict[str, str], unsure: set[str], lengths: list[int], short: int) -> None:
    """Count what the quick bounds left open: the reach of some sheets, the text of all cells."""
    reach: dict[str, _Reach] = {}
    referred: Counter[bytes] = Counter()
    for name, text in _whole_cells(parts()):
        if name in unsure:
            reach.setdefault(name, _Reach()).take(text)
        if lengths:
            referred.update(_REFERRED.findall(text))
    for name, one in reach.items():
        too_wide(path, names.get(name, name), one.rows, max(one.columns, 1), one.farthest)
    _texts(path, lengths, referred, short)


def _whole_cells(parts: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The bytes of each part, cut where a row or a cell begins."""
    last, rest = "", b""
    for name, part in parts:
        if name != last:
            yield last, rest
            rest = b""
        text = rest + part
        cut = max(text.rfind(b"<c "), text.rfind(b"<row")) if len(text) < 1 << 22 else len(text)
        cut = cut if cut >= 0 else len(text)
        last, rest = name, text[cut:]
        yield name, text[:cut]
    yield last, rest


def _texts(path: str, lengths: list[int], referred: Counter[bytes], short: int) -> None:
    """`lengths` begins with what stands before the first text; up to `short` characters are let pass."""
    total = longest = 0
    for number, times in referred.items():
        place = int(number) + 1
        length = lengths[place] if place < len(lengths) else 0
        if length > short:
            total += times * length
            longest = max(longest, length)
    too_much_text(path, total, longest)
