"""Whether a grid is a wide table, and if so what each of its lines is."""

from collections.abc import Sequence
from dataclasses import replace

from inspector.layout.across import across
from inspector.layout.spec import CELLS
from inspector.layout.wide_table import Grid, LeftOut, Wide

LINES = 3_000
"""No wide table has more lines: it is not looked for in what is larger, or in more cells than `CELLS`."""


def seen(grid: Grid, hints: Sequence[str] = ()) -> Wide | None:
    """The wide table that a grid is, None where it is none. `hints` are texts that may name the year: sheet, file."""
    height, width = len(grid), max(map(len, grid), default=0)
    if height < 2 or width < 2 or height > LINES or height * width > CELLS:
        return None
    whole = [[*map(_plain, row), *[""] * (width - len(row))] for row in grid]
    lying = across(whole, hints, down=False)
    turned = across([list(column) for column in zip(*whole, strict=True)], hints, down=True)
    standing = None if turned is None else _turned(turned)
    found = [one for one in (lying, standing) if one is not None]
    return max(found, key=lambda one: (one.sure != "unsure", len(one.periods))) if found else None


def _plain(text: str) -> str:
    return " ".join(text.split()) if text else ""


def _turned(wide: Wide) -> Wide:
    """What was seen in a grid with rows and columns changed, in those of the grid itself."""
    left = tuple(LeftOut(one.at, not one.is_column, one.heading, one.why) for one in wide.left_out)
    return replace(wide, form="periods-down", left_out=left)
