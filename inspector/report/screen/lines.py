"""Lines of one screen: texts in styles, laid out behind a label; blocks that can be told in more lines or fewer."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from inspector.report.screen.cells import filled

Style = Literal["plain", "strong", "dim", "good", "bad"]


class Span(NamedTuple):
    """Harmless text in one style."""

    text: str
    style: Style = "plain"


Line = tuple[Span, ...]
Variant = tuple[Line, ...]


class Block(NamedTuple):
    """One thing to be told, in ways of rising length: the first always finds room, the last tells most.

    The first way `lacks` something where it could only say where that is told.
    """

    name: str
    ways: tuple[Variant, ...]
    lacks: bool = False


def text_of(line: Line) -> str:
    """The line without its styles."""
    return "".join(span.text for span in line).rstrip()


def labelled(label: str, width: int, lines: Iterable[Line], style: Style = "strong") -> Variant:
    """The lines with the label before the first one, and as many blanks before the others."""
    return tuple((Span(filled(label if place == 0 else "", width), style), *line) for place, line in enumerate(lines))


def plain_lines(texts: Iterable[str], style: Style = "plain") -> Variant:
    """Each text as a line."""
    return tuple((Span(text, style),) for text in texts)


def fitted(blocks: Sequence[Block], wishes: Sequence[str], most: int) -> list[Line]:
    """The lines of all blocks: each in its shortest way, and then in longer ones as the wishes come, while there is room.

    A wish names a block, which is told one way longer where that fits; where it does not, the next wish is heard. A wish that
    ends in `!` is heard only where the first way lacks something.
    """
    lacking = {block.name for block in blocks if block.lacks}
    chosen = dict.fromkeys((block.name for block in blocks), 0)
    ways = {block.name: block.ways for block in blocks}
    room = most - sum(len(block.ways[0]) for block in blocks)
    for wish in wishes:
        name = wish.removesuffix("!")
        if wish != name and (name not in lacking or chosen[name]):
            continue
        now = chosen[name]
        if now + 1 < len(ways[name]) and len(ways[name][now + 1]) - len(ways[name][now]) <= room:
            room -= len(ways[name][now + 1]) - len(ways[name][now])
            chosen[name] = now + 1
    return [line for block in blocks for line in block.ways[chosen[block.name]]]
