"""The tables of a file that is to be added as somebody looking at it sees them: headings, what stands below, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from inspector.bundle.tables.finding import joined
from inspector.bundle.tables.mapping import DEEPEST
from inspector.packing import synonyms
from inspector.packing.content import Column, column, is_date
from inspector.privacy import days

LONGEST = 80
"""A longer cell is no heading."""
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
    at, top, heads = _deep(first, at)
    while heads and not heads[-1]:
        heads.pop()
    title = " ".join(cell for row in first[:top] for cell in row if cell)[:400]
    return Looked(sheet, at + 1, tuple(heads), tuple(tuple(row[: len(heads)]) for row in rows[at + 1 :]), hidden, title)


def _deep(first: list[list[str]], at: int) -> tuple[int, int, list[str]]:
    """The last and the first row of the headings, and these, joined where several rows say more than the one."""
    best = (_known(first[at]), at, at, list(first[at]))
    for top in range(max(0, at - DEEPEST + 1), at + 1):
        for last in range(at, min(len(first), top + DEEPEST)):
            if top == last or not all(any(row) and not _has_amounts(row) for row in first[top : last + 1]):
                continue
            whole, low = joined(first, top, last), first[last]
            heads = [
                low[place]
                if place < len(low) and low[place] and not synonyms.known(head) and synonyms.known(low[place])
                else head
                for place, head in enumerate(whole)
            ]
            if (known := _known(heads)) > best[0]:
                best = (known, last, top, heads)
    return best[1:]


def _known(row: Sequence[str]) -> int:
    return sum(bool(cell) and len(cell) <= LONGEST and synonyms.known(cell) for cell in row)


def _has_amounts(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell]
    if any(map(days.looks_like, filled)):
        return True
    return 3 * sum(cell[0].isdigit() or is_date(cell) for cell in filled) > len(filled)


def headings_at(first: Sequence[Sequence[str]]) -> int | None:
    """Which of the first rows, from nought, holds the headings: that with the most known words, else the first wide one."""
    filled = [sum(map(bool, row)) for row in first]
    if not any(filled):
        return None
    known = [_known(row) for row in first]
    best = max(range(len(first)), key=lambda at: (known[at], -at))
    if known[best] >= 2:
        return best
    wide = max(filled)
    return next(at for at, count in enumerate(filled) if count >= 0.6 * wide)
