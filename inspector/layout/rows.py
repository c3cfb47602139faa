"""The rows below the periods: which hold figures, which head a block, which are notes, totals or headings said again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from inspector.layout.axis import Axis
from inspector.layout.spans import spans
from inspector.layout.wide_table import Grid
from inspector.layout.words import is_figure, is_kept_back

What = Literal["figures", "words", "others", "end"]


@dataclass(frozen=True)
class Body:
    """Rows of figures, rows that hold words alone (each with its words), and rows that hold neither, with why."""

    figures: tuple[int, ...]
    words: dict[int, str]
    others: dict[int, str]


def body(grid: Grid, found: Axis) -> Body:
    """The rows below an axis, apart."""
    figures: list[int] = []
    words: dict[int, str] = {}
    others: dict[int, str] = {}
    for row in range(found.body, len(grid)):
        what, said = _what(grid[row], found, grid[found.row])
        if what == "end":
            return _ended(grid, row, said, Body(tuple(figures), words, others))
        if what == "figures":
            figures.append(row)
        elif said:
            (words if what == "words" else others)[row] = said
    return Body(tuple(figures), words, others)


def _what(row: Sequence[str], found: Axis, head: Sequence[str]) -> tuple[What, str]:
    """What a row is, and its words or why it is left out."""
    cells = [row[at] for at in found.places]
    filled = [text for text in cells if not is_kept_back(text)]
    rest = [text for at, text in enumerate(row) if text and at not in found.held]
    numbers = sum(is_figure(text) for text in filled)
    again = _again(row, found) if numbers < len(cells) or _whole(filled) else None
    if again:
        return "end", again
    if again == "":
        return "words", next((text for text in rest if text not in head), "")
    if numbers and 2 * numbers >= len(filled):
        return "figures", ""
    if any(cells):
        return "others", "no figures stand in it"
    return "words", next((text for text in rest if not is_figure(text)), rest[0] if rest else "")


def _whole(filled: Sequence[str]) -> bool:
    return all(text.isdecimal() and len(text) in (4, 5) for text in filled)


def _again(row: Sequence[str], found: Axis) -> str | None:
    """'' where a row says the headings again, why it ends the table where it has other periods; None where it is no such row."""
    again = spans([row[at] for at in found.places])
    if 2 * again.count < len(found.places) or again.count < 2:
        return None
    pairs = zip(again.periods, found.columns, strict=True)
    differ = any(one and (one.start, one.last) != (two.first, two.last) for one, two in pairs)
    return "another table with other periods begins here, and is not read" if differ else ""


def _ended(grid: Grid, row: int, why: str, found: Body) -> Body:
    below = {at: why for at in range(row, len(grid)) if any(grid[at])}
    return Body(found.figures, found.words, {**found.others, **below})
