"""The map of a field: a row for each of its parts, a square where improvement work touches it and a ring where none does."""

import math
import textwrap
from collections.abc import Sequence

from inspector.report.charts import svg
from inspector.report.document.shape.argument import FieldPart

LINE, GAP, TOP, LEFT, RIGHT = 14.0, 8.0, 6.0, 30.0, 316.0
LETTERS, LINES = (40, 27), (2, 3)
"""What fits between the mark and a number, or a word: letters a line, lines a part. The table has the whole title."""
NUMBER = 5
"""So many letters has a number at most, and `none`."""


def chart(parts: Sequence[FieldPart], beside: Sequence[str], id: str, title: str, says: str) -> str:
    """The map of one field's parts. The area of a square goes with the pieces of work; `beside` has words for each part."""
    most = max([1, *(part["activities"] for part in parts)])
    drawn, top = [], TOP
    for part, words in zip(parts, beside, strict=True):
        lines = _lines(part["title"], len(words) > NUMBER)
        drawn += [_mark(part["activities"], most, top), *_words(lines, top)]
        drawn.append(svg.text(RIGHT, top + 12, words, "c-word", "end"))
        top += len(lines) * LINE + GAP
    return svg.frame(id, 320, top, title, says, drawn)


def _lines(title: str, beside_words: bool) -> list[str]:
    letters, most = LETTERS[beside_words], LINES[beside_words]
    lines = textwrap.wrap(svg.shortened(title, letters * most), letters, break_on_hyphens=False) or [""]
    return [*lines[: most - 1], svg.shortened(" ".join(lines[most - 1 :]), letters)] if len(lines) > most else lines


def _words(lines: Sequence[str], top: float) -> list[str]:
    return [svg.text(LEFT, top + 12 + place * LINE, words, "c-word") for place, words in enumerate(lines)]


def _mark(activities: int, most: int, top: float) -> str:
    """A filled square, or an open ring for none."""
    x, y = 13.0, top + 8
    if not activities:
        return f'<circle cx="{x:g}" cy="{y:g}" r="5" class="c-high"/>'
    side = round(max(8.0, 16 * math.sqrt(activities / most)), 1)
    return svg.box(round(x - side / 2, 1), round(y - side / 2, 1), side, side, "c-cell")
