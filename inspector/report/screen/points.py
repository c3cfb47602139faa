"""Findings and objections on a screen: in the words there is room for, each true by itself, with its id where it fits."""

from collections.abc import Sequence

from inspector.report.front import Point
from inspector.report.harmless import plain
from inspector.report.screen.cells import cells, cut, folded
from inspector.report.screen.lines import Line, Span, Style
from inspector.report.screen.look import Look
from inspector.report.screen.shortened import shortened
from inspector.report.wording import Words, fill


def is_told(point: Point, columns: int, lines: int, look: Look, t: Words, *, adds: bool = False) -> bool:
    """Whether it is more than its id that can be told on so many lines."""
    return bool(_said(point, columns, lines, look, t, adds=adds))


def told(point: Point, columns: int, lines: int, look: Look, t: Words, *, adds: bool = False) -> list[Line]:
    """A point on at most so many lines: as it is said, in few words, or cut where a clause ends; else its id alone."""
    found = _said(point, columns, lines, look, t, adds=adds)
    if not found:
        return [(Span(_elsewhere(point, columns, look, t)),)]
    return [*((Span(line),) for line in found[:-1]), _with_id(found[-1], point, columns, t)]


def _elsewhere(point: Point, columns: int, look: Look, t: Words) -> str:
    """What a finding does where there is no room for what it says: what it supports or holds down; of an objection its sort."""
    words, sorts = t["front"]["screen"], t["case_against"]["sorts"]
    if sort := sorts.get(point.get("sort", "")):
        return cut(fill(words["against_elsewhere"], what=sort), columns, look.more)
    standing, under = point.get("limit") or point.get("supports") or "", plain(point.get("under", ""))
    phrase = words["does"]["holds" if "limit" in point else "supports" if standing else "speaks"]
    name = fill(words["id"], id=plain(point["id"]))
    room = columns - cells(fill(phrase, theme="", standing=standing))
    for beside in (f" {name}", ""):
        if under and cells(under) + cells(beside) <= room:
            return f"{fill(phrase, theme=under, standing=standing)}{beside}"
    short = cut(under, room, look.more) if under else look.more
    if short != look.more:
        return fill(phrase, theme=short, standing=standing)
    return cut(fill(words["elsewhere"], id=plain(point["id"])), columns, look.more)


def _said(point: Point, columns: int, lines: int, look: Look, t: Words, *, adds: bool) -> list[str] | None:
    says = plain(point["says"])
    whole = folded(says, columns)
    if whole is not None and len(whole) <= lines:
        return whole
    brief = plain(point.get("brief", ""))
    if brief:
        found = folded(brief, columns)
        if found is not None and len(found) <= lines:
            return found
        if (fewer := _named(point, brief, columns, lines, look)) is not None:
            return fewer
    return shortened(says, columns, lines, t, adds=adds, more=look.more) or (
        _named(point, says, columns, lines, look) if not brief else None
    )


def _named(point: Point, words: str, columns: int, lines: int, look: Look) -> list[str] | None:
    """Words that begin with the title of a measure, with as many words of it as leave room for what is said of it."""
    title = plain(point.get("title", ""))
    if not title or not words.startswith(title):
        return None
    rest = words[len(title) :]
    room = columns * lines - cells(rest)
    while room > len(look.more):
        found = folded(f"{cut(title, room, look.more)}{rest}", columns)
        if found is not None and len(found) <= lines:
            return found
        room -= 1
    return None


def _with_id(line: str, point: Point, columns: int, t: Words) -> Line:
    """The line with the id of what is told in brackets, where there is room for it."""
    name = fill(t["front"]["screen"]["id"], id=plain(point["id"]))
    fits = point.get("sort") == "finding" and cells(line) + 1 + cells(name) <= columns
    return (Span(line), Span(f" {name}", "dim")) if fits else (Span(line),)


def listed(
    points: Sequence[Point],
    columns: int,
    lines: int,
    look: Look,
    t: Words,
    *,
    adds: bool = False,
    style: Style = "plain",
) -> list[Line]:
    """Each point on at most so many lines."""
    found = [line for point in points for line in told(point, columns, lines, look, t, adds=adds)]
    return [(Span(line[0].text, style), *line[1:]) for line in found]
