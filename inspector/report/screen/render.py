"""A result on one screen: 24 lines at 80 columns with the line for what is typed next; a wider terminal has fuller lines.

First whose result it is and the verdict, with who vouches for it; the sentence that gives it; each theme with what carries or
holds it; the three strongest findings for improvement and against it; what the verdict rests on; what to ask first; where the
rest is.
Nothing is judged here, and no sentence says less than is true: `shortened` tells how one may be cut.
"""

from inspector.report.document.shape import Document
from inspector.report.front.view import front
from inspector.report.screen import blocks, sides
from inspector.report.screen.cells import cells
from inspector.report.screen.lines import Block, Line, fitted
from inspector.report.screen.look import LINES, NARROW, Look
from inspector.report.screen.themes import themes
from inspector.report.wording import Words

WISHES = (
    "verdict", "says!", "better!", "worse!", "themes", "note", "hangs", "worse", "ask", "better", "says", "gap-themes",
    "gap-sides", "gap-rest", "worse", "worse", "says", "better", "says", "hangs", "ask", "worse", "says", "made",
)  # fmt: skip
"""What is told at greater length where there is room, in this order."""


def screen(document: Document, look: Look, t: Words) -> list[Line]:
    """The lines: one less than `LINES` at most, which is for what is typed next; more where there are fewer than 80 columns."""
    found, words = front(document, t), t["front"]["screen"]
    label = max(map(cells, words["labels"].values())) + 2
    parts = [
        blocks.head(document, found, look, t),
        blocks.verdict(document, found, look, t),
        blocks.says(document, found, look, t),
        blocks.note(document, label, look, t),
        _gap("gap-themes"),
        themes(found["themes"], look, t),
        _gap("gap-sides"),
        *sides.sides(document, found, label, look, t),
        _gap("gap-rest"),
        blocks.hangs(document, found, label, look, t),
        blocks.ask(found, label, look, t),
        blocks.more(label, look, words),
        blocks.made(document, look, words),
    ]
    return fitted(parts, WISHES, (LINES - 1) * max(NARROW, look.screen) // look.screen)


def _gap(name: str) -> Block:
    return Block(name, ((), ((),)))
