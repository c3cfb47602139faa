"""Whether the quotes of a CSV are such that every reader reads them alike, told from the bytes between them."""

from dataclasses import dataclass

import polars as pl

from inspector.bundle.open.content import Content
from inspector.model.limits import most


@dataclass
class _Parts:
    """The bytes between quotes, as they come: those outside of quoted cells, and those inside."""

    delimiter: str
    longest: int
    inside: bool = False
    begun: bool = False
    rows: int = 0
    rest: str = ""
    """What the last quote is followed by so far; outside of a cell only its beginning and its end."""

    def take(self, text: str, *, last: bool = False) -> bool:
        """Whether all is well with the parts that end in this text."""
        parts = pl.Series([self.rest + text]).str.split('"').explode()
        whole = parts if last else parts.head(len(parts) - 1)
        at = 1 if self.inside else 0
        if self.inside:
            inner, outer = whole.gather_every(2), whole.gather_every(2, 1)
        else:
            inner, outer = whole.gather_every(2, 1), whole.gather_every(2)
        if len(inner) and (inner.str.len_bytes().max() or 0) > self.longest:  # type: ignore[operator]
            return False
        well = self._outer(outer, last=last and (len(whole) + at) % 2 == 1)
        self.inside ^= len(parts) % 2 == 0
        self.begun = self.begun or len(outer) > 0
        self.rest = "" if last else self._kept(parts[-1])
        return well and len(self.rest) <= self.longest

    def _outer(self, outer: pl.Series, *, last: bool) -> bool:
        """Each part outside begins after a cell, and ends before one; an empty one is a doubled quote within a cell."""
        if not len(outer):
            return True
        # Of a part cut short its line breaks were counted when it was.
        self.rows += int(outer.str.count_matches("\n", literal=True).sum())
        begins = outer.str.contains(rf"^(?:{_safe(self.delimiter)}|\r?\n)")
        ends = outer.str.ends_with(self.delimiter) | outer.str.ends_with("\n")
        empty = outer == ""
        begin_well, end_well = (begins | empty), (ends | empty)
        first = 0 if self.begun else 1
        return bool(begin_well.slice(first).all() and end_well.head(len(outer) - int(last)).all())

    def _kept(self, rest: str) -> str:
        if self.inside or len(rest) < 8:
            return rest
        # Three letters tell how it began and one how it ends; what lies between is counted and forgotten.
        between = rest[3:-1]
        self.rows += between.count("\n")
        return rest[:3] + "x" + rest[-1]


def _safe(delimiter: str) -> str:
    return "\\" + delimiter if delimiter == "|" else delimiter


def rows_outside(content: Content, delimiter: str) -> int | None:
    """The line breaks outside of quotes; None where readers may differ on what a quote of the file means.

    They agree where every quote opens a cell, closes one or stands doubled within one, and no cell is longer than is
    read. The file is UTF-8 without a lone carriage return. Byte for byte: what is looked for is ASCII.
    """
    found = _Parts(delimiter, most("cell-characters"))
    first = True
    for part in content.parts():
        text = (part.removeprefix(b"\xef\xbb\xbf") if first else part).decode("latin-1")
        first = False
        if not found.take(text):
            return None
    return found.rows if found.take("", last=True) and not found.inside else None
