"""The tables of a file that is to be added as somebody looking at it sees them: headings, what stands below, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from inspector.packing import synonyms
from inspector.packing.content import Column, column

FIRST_ROWS = 20
"""The headings are looked for in so many rows."""


@dataclass(frozen=True)
class Looked:
    """One table as texts. `headings_row` counts from one; `title` is what stands above; a heading may be empty."""

    sheet: str | None
    headings_row: int
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False
    title: str = ""

    @cached_property
    def columns(self) -> list[Column]:
        """What stands below each heading."""
        return [column(row[at] if at < len(row) else "" for row in self.rows) for at in range(len(self.headings))]

    def column_of(self, heading: str) -> Column:
        """What stands below the first column with this heading; nothing where there is none."""
        return self.columns[self.headings.index(heading)] if heading in self.headings else column([])


def looked_at(rows: Sequence[Sequence[str]], sheet: str | None = None, *, hidden: bool = False) -> Looked:
    """The table of a grid of texts, its headings found below any title."""
    first = [[" ".join(cell.split()) for cell in row] for row in rows[:FIRST_ROWS]]
    at = headings_at(first)
    if at is None:
        return Looked(sheet, 1, (), (), hidden)
    heads = list(first[at])
    while heads and not heads[-1]:
        heads.pop()
    title = " ".join(cell for row in first[:at] for cell in row if cell)[:400]
    return Looked(sheet, at + 1, tuple(heads), tuple(tuple(row[: len(heads)]) for row in rows[at + 1 :]), hidden, title)


def headings_at(first: Sequence[Sequence[str]]) -> int | None:
    """Which of the first rows, from nought, holds the headings: that with the most known words, else the first wide one."""
    filled = [sum(map(bool, row)) for row in first]
    if not any(filled):
        return None
    known = [sum(bool(cell) and len(cell) <= 80 and synonyms.known(cell) for cell in row) for row in first]
    best = max(range(len(first)), key=lambda at: (known[at], -at))
    if known[best] >= 2:
        return best
    wide = max(filled)
    return next(at for at, count in enumerate(filled) if count >= 0.6 * wide)
