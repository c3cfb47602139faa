"""The themes on a screen: a line each, or, where there are too many, a line for each place on the ladder."""

from collections.abc import Sequence

from inspector.report.front import Held
from inspector.report.harmless import plain
from inspector.report.screen.bars import STEPS, bar, step_bar
from inspector.report.screen.cells import cells, cut, filled
from inspector.report.screen.lines import Block, Line, Span
from inspector.report.screen.look import Look
from inspector.report.wording import Words, counted, fill

MOST = 9
"""So many themes surely have a line each; more of them have where there is room, else they share those of the ladder."""
LEAST_TITLE = 24


def themes(found: Sequence[Held], look: Look, t: Words) -> Block:
    """Every theme on its line with what carries or holds it; or the titles of those that stand together on one line."""
    word = max((cells(plain(one["word"])) for one in found), default=0)
    room = look.screen - STEPS - 1 - word - 2
    each = tuple(_line(one, _by(one, t, room), word, room, look) for one in found)
    if len(found) <= MOST:
        return Block("themes", (each,))
    return Block("themes", (tuple(_together(found, look, t)), each))


def _line(theme: Held, by: str, word: int, room: int, look: Look) -> Line:
    """The bar, the word, the title as far as there is room, and at the edge what carries or holds it."""
    columns = room - 2 - cells(by) if by else room
    whole, brief = plain(theme["title"]), plain(theme["brief"])
    title = whole if cells(whole) <= columns else cut(brief, columns, look.more)
    if title == look.more and cells(plain(theme["theme"])) <= columns:
        title = plain(theme["theme"])
    shown = [
        Span(bar(theme, look), "dim" if theme["step"] == 0 else "strong"),
        Span(f" {filled(plain(theme['word']), word)}  "),
    ]
    if not by:
        return (*shown, Span(title))
    return (*shown, Span(filled(title, room - cells(by))), Span(by, "bad" if theme["held"] else "dim"))


def _by(theme: Held, t: Words, room: int) -> str:
    """What carries or holds it, named by the rule; nothing where the word says it, or where that is too long to stand beside."""
    if not theme["finding"]:
        return ""
    words = t["front"]["screen"]["held" if theme["held"] else "carried"]
    by = fill(words, rule=plain(theme["finding"].partition("/")[0]))
    return by if cells(by) + 2 + LEAST_TITLE <= room else ""


def _together(found: Sequence[Held], look: Look, t: Words) -> list[Line]:
    """A line for each word, the highest step first: how many stand there, and the titles of the first of them."""
    words = t["front"]["screen"]
    groups: dict[tuple[int, str], list[Held]] = {}
    for one in sorted(found, key=lambda one: -one["step"]):
        groups.setdefault((one["step"], plain(one["word"])), []).append(one)
    width = max(cells(word) for _, word in groups)
    lines: list[Line] = []
    for (_, word), own in groups.items():
        head = f" {filled(word, width)}  {len(own):>{len(str(len(found)))}}  "
        titles = _titles([plain(one["title"]) for one in own], look.screen - STEPS - cells(head), words, look)
        lines.append((Span(step_bar(own[0]["step"], look), "strong"), Span(head), Span(titles, "dim")))
    return lines


def _titles(titles: Sequence[str], room: int, words: Words, look: Look) -> str:
    """The first titles, and how many more; at least how many there are."""
    for count in range(len(titles), 0, -1):
        left = len(titles) - count
        said = ", ".join(titles[:count]) + (f", {counted(words['others'], left)}" if left else "")
        if cells(said) <= room:
            return said
    return (
        f"{cut(titles[0], room - 2 - cells(look.more), look.more)}, {look.more}"
        if len(titles) > 1
        else cut(titles[0], room, look.more)
    )
