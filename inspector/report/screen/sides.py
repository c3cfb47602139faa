"""What speaks for improvement and what against it, side by side on a screen: the three strongest of each."""

from collections.abc import Sequence

from inspector.report.document.shape import Document
from inspector.report.front import Front, Point
from inspector.report.screen.cells import cut
from inspector.report.screen.lines import Block, Line, Span, Style, labelled
from inspector.report.screen.look import Look
from inspector.report.screen.points import is_told, listed
from inspector.report.wording import Words

SHOWN = 3
STEPS = ((0, 2), (1, 2), (2, 2), (3, 2), (3, 3))
"""Ways of rising length: how many points more, and on how many lines each at most."""
UP = ("improving", "emerging")


def sides(document: Document, found: Front, label: int, look: Look, t: Words) -> list[Block]:
    """The findings for and against, on a line each or on more. Of a good verdict the case against it fills what room there is."""
    up = document["verdict"]["verdict"] in UP
    known = {one["id"] for one in found["worse"]}
    measures = {one["indicator"] for one in found["worse"] if "indicator" in one}
    others = [one for one in found["against"] if one["id"] not in known and one.get("indicator") not in measures]
    more = others[: max(0, SHOWN - len(found["worse"]))] if up else []
    return [
        _side("better", found["better"][:SHOWN], [], label, look, t, style="good"),
        _side("worse", found["worse"][:SHOWN], more, label, look, t, style="bad"),
    ]


def _side(
    name: str, points: Sequence[Point], more: Sequence[Point], label: int, look: Look, t: Words, *, style: Style
) -> Block:
    """Each finding on one line, then on more. Where there is none, a sentence says so, and `more` comes after it, one by one."""
    words, columns = t["front"]["screen"], look.screen - label
    none = [] if points else [(Span(cut(words[f"none_{name}"], columns, look.more)),)]

    def way(lines: int, others: int) -> list[Line]:
        own = listed(points, columns, lines, look, t, adds=name == "better")
        return [*none, *own, *listed(more[:others], columns, lines, look, t)]

    first = 1 if more and not points else 0
    ways = [way(2 if first else 1, first)]
    ways += [one for count, lines in STEPS if (one := way(lines, min(count, len(more)))) != ways[-1]]
    short = [is_told(one, columns, 1, look, t, adds=name == "better") for one in points]
    lacks = not all(short)
    if lacks:
        mixed = [
            listed([one], columns, 1 if fits else 2, look, t, adds=name == "better")
            for one, fits in zip(points, short, strict=True)
        ]
        ways.insert(1, [line for lines in mixed for line in lines])
    shown = (labelled(words["labels"][name], label, one, style) for one in ways if len(one) >= len(ways[0]))
    return Block(name, tuple(shown), lacks)
