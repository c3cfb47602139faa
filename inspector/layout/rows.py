"""The rows below the periods: which hold figures, which head a block, which are notes, totals or headings said again."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.layout.axis import Axis
from inspector.layout.spans import spans
from inspector.layout.wide_table import Grid
from inspector.layout.words import is_figure, is_kept_back


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
    dates = [(one.first, one.last) for one in found.columns]
    for row in range(found.body, len(grid)):
        cells = [grid[row][at] for at in found.places]
        filled = [text for text in cells if not is_kept_back(text)]
        rest = [text for at, text in enumerate(grid[row]) if text and at not in found.places]
        numbers = sum(is_figure(text) for text in filled)
        if numbers and 2 * numbers >= len(filled):
            again = _again(grid[row], found, dates) if numbers < len(dates) or _whole(filled) else None
            if again is not None:
                others[row] = again
                if again:
                    return _ended(grid, row, again, Body(tuple(figures), words, others))
                continue
            figures.append(row)
        elif not filled and not any(cells):
            if rest:
                words[row] = next((text for text in rest if not is_figure(text)), rest[0])
        elif filled:
            again = _again(grid[row], found, dates)
            if again:
                return _ended(grid, row, again, Body(tuple(figures), words, others))
            if again is None:
                others[row] = "no figures stand in it"
            elif rest and rest[0] not in grid[found.row]:
                words[row] = rest[0]
        else:
            others[row] = "no figures stand in it"
    return Body(tuple(figures), {row: text for row, text in words.items() if text}, others)


def _whole(filled: Sequence[str]) -> bool:
    return all(text.isdecimal() and len(text) in (4, 5) for text in filled)


def _again(row: Sequence[str], found: Axis, dates: Sequence[tuple[object, object]]) -> str | None:
    """'' where a row says the headings again, why it ends the table where it has other periods; None where it is no such row."""
    again = spans([row[at] for at in found.places])
    if 2 * again.count < len(found.places) or again.count < 2:
        return None
    differ = [one for one, two in zip(again.periods, dates, strict=True) if one and (one.start, one.last) != two]
    return "another table with other periods begins here, and is not read" if differ else ""


def _ended(grid: Grid, row: int, why: str, found: Body) -> Body:
    below = {at: why for at in range(row, len(grid)) if any(grid[at])}
    return Body(found.figures, {at: text for at, text in found.words.items() if text}, {**found.others, **below})
