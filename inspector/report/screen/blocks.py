"""The blocks of one screen beside the themes and the findings, each in ways of rising length."""

import re
from collections.abc import Iterable, Iterator

from inspector.report.argument_view import ended
from inspector.report.assurance_words import loud
from inspector.report.document.shape import Document
from inspector.report.document.shape.argument import Margin
from inspector.report.front import Front, Point
from inspector.report.harmless import plain
from inspector.report.screen.cells import cells, cut, folded
from inspector.report.screen.lines import Block, Span, Style, Variant, labelled, plain_lines
from inspector.report.screen.look import Look
from inspector.report.screen.shortened import sentences, shortened
from inspector.report.wording import LANGUAGE, Words, counted, fill

LONGEST_NOTE = 3
_DIGEST = re.compile(r"((?:sha256:)?[0-9a-f]{8})[0-9a-f]{24,}")
"""A digest, of which so much is shown as tells it from another."""


def head(document: Document, found: Front, look: Look, t: Words) -> Block:
    """Whose result it is, and for when: the name is cut where both are too long for a line."""
    bundle, period = document["bundle"], f", {found['period']}"
    short = (
        fill(t["front"]["screen"]["invented"], authority=bundle["authority"])
        if bundle["invented"]
        else bundle["authority"]
    )
    room = look.screen - cells(period)
    name = next((one for one in map(plain, (found["authority"], short)) if cells(one) <= room), "")
    name = name or cut(plain(bundle["authority"]), room, look.more)
    return Block("head", (((Span(name, "strong"), Span(period)),),))


def verdict(document: Document, found: Front, look: Look, t: Words) -> Block:
    """The verdict with who vouches for it, and what it could be for all that is missing, or at least that it could."""
    words, line = t["front"]["screen"], _said(document, found, t)
    if not found["could_be"]:
        return Block("verdict", (_strong(line, "", look),))
    whole = fill(words["range"], words=plain(found["could_be"]))
    return Block("verdict", tuple(_rising([_strong(line, words["range_short"], look), _strong(line, whole, look)])))


def _said(document: Document, found: Front, t: Words) -> str:
    said = loud(document) if t["language"] == LANGUAGE else found["said"]
    return fill(t["front"]["screen"]["verdict"], said=said)


def _strong(line: str, beside: str, look: Look) -> Variant:
    said = f"{line} {beside}" if beside else line
    first, *rest = folded(said, look.screen) or [cut(said, look.screen, look.more)]
    return ((Span(first[: len(line)], "strong"), Span(first[len(line) :])), *plain_lines(rest))


def says(document: Document, found: Front, look: Look, t: Words) -> Block:
    """The sentence that gives the verdict: cut where a clause ends, whole, and then all that is said.

    Where no cut of two lines is true by itself, what the verdict means stands first.
    """
    text, meant = plain(found["says"]), t["lay"][document["verdict"]["verdict"]]
    brief = folded(ended(plain(found["brief"])), look.screen) if found["brief"] else None
    short = brief if brief and len(brief) <= 2 else shortened(text, look.screen, 2, t, more=look.more)
    least = short or shortened(meant, look.screen, 2, t, more=look.more)
    longer = (shortened(text, look.screen, lines, t, more=look.more) for lines in (3, 4))
    every = [least, *longer, folded(text, look.screen)]
    return Block("says", tuple(_rising(plain_lines(one) for one in every if one is not None)), lacks=not short)


def note(document: Document, label: int, look: Look, t: Words) -> Block:
    """What one should know before anything else: its first sentence, or at least that there is such a thing."""
    words, notes = t["front"]["screen"], document.get("attention", [])
    if not notes:
        return Block("note", ((),))
    columns = look.screen - label
    first = _DIGEST.sub(
        lambda found: f"{found[1]}{look.more}", sentences(plain(notes[0]))[0] if notes[0].strip() else ""
    )
    least = counted(words["note"], len(notes))
    before = f"{first.partition(': ')[0]} {look.more}"
    whole = (
        first.removesuffix(".")
        if len(notes) == 1
        else fill(words["note_whole"], says=first.removesuffix("."), more=least)
    )
    ways = [folded(one, columns) for one in (before if ": " in first else least, least, whole)]
    short = [one for one in ways[:2] if one is not None and len(one) == 1] or [[cut(least, columns, look.more)]]
    long = ways[2] if ways[2] and len(ways[2]) <= LONGEST_NOTE else None
    return Block("note", _ways(words["labels"]["note"], label, [short[0], long], "bad"))


def hangs(document: Document, found: Front, label: int, look: Look, t: Words) -> Block:
    """What the verdict rests on: without which evidence it would be another, and how many rows of it would do."""
    words, columns = t["front"]["screen"], look.screen - label
    points = [plain(one["says"]) for one in found["hangs_on"]]
    rows = _rows(document, words)
    more = counted(words["hangs_more"], len(points) - 1) if len(points) > 1 else ""
    first = " ".join(filter(None, [*points[:1], more]))
    texts = [first, f"{first} {rows}".rstrip()] if points else [words["hangs_none"]]
    short = [shortened(texts[0], columns, lines, t, more=look.more) for lines in (1, 2)]
    least = _piece(found["hangs_on"][0], words) if points else texts[0]
    ways = [
        short[0] or [cut(least, columns, look.more)],
        short[1],
        *(folded(one, columns) for one in texts[1:]),
    ]
    return Block("hangs", _ways(words["labels"]["hangs"], label, ways))


def _piece(point: Point, words: Words) -> str:
    """In fewest words how many pieces would do, or that none does."""
    if "verdict" not in point:
        return str(words["hangs_settled"])
    return counted(words["hangs_elsewhere"], len(point["id"].split(" + ")))


def _rows(document: Document, words: Words) -> str:
    """How many rows of the piece that needs fewest would have to be wrong; empty where that was not found."""
    margins = document.get("would_change", {}).get("margins")
    known = [one for one in margins["pieces"] if one["rows"] is not None and one["then"]] if margins else []
    if not known:
        return ""
    least: Margin = min(known, key=lambda one: one["rows"] or 0)
    phrase = words["margin_exact" if least["how"] == "exact" else "margin"]
    unit = words["units"].get(least["unit"], least["unit"])
    piece = least["evidence"].removeprefix("indicator/")
    return fill(phrase, piece=plain(piece), rows=least["rows"], of=least["of"], unit=unit)


def ask(found: Front, label: int, look: Look, t: Words) -> Block:
    """What to ask first; with whom to ask, where there is room."""
    words, columns = t["front"]["screen"], look.screen - label
    if not found["ask"]:
        return Block("ask", _ways(words["labels"]["ask"], label, [[cut(words["ask_none"], columns, look.more)]]))
    first = found["ask"][0]
    question = plain(first["says"])
    ways = [shortened(question, columns, lines, t, more=look.more) for lines in (1, 2)]
    people = fill(words["ask"], question=question, people=first.get("people", "")) if first.get("people") else question
    least = [cut(words["ask_elsewhere"], columns, look.more)]
    return Block("ask", _ways(words["labels"]["ask"], label, [ways[0] or least, ways[1], folded(people, columns)]))


def more(label: int, look: Look, words: Words) -> Block:
    """Where the rest is."""
    columns = look.screen - label
    lines = folded(words["more"], columns) or [cut(words["more"], columns, look.more)]
    return Block("more", (labelled(words["labels"]["more"], label, plain_lines(lines, "dim")),))


def made(document: Document, look: Look, words: Words) -> Block:
    """What made it of what, where there is a line for it."""
    frame = document["framework"]
    line = fill(
        words["made"], engine=document["engine"]["version"], framework=plain(frame["id"]), version=plain(frame["version"]),
        digest=frame["digest"][:12], bundle=document["bundle"]["digest"][:12],
    )  # fmt: skip
    one = folded(line, look.screen)
    return Block("made", ((), plain_lines(one, "dim")) if one else ((),))


def _ways(label: str, width: int, every: Iterable[list[str] | None], style: Style = "strong") -> tuple[Variant, ...]:
    return tuple(_rising(labelled(label, width, plain_lines(one), style) for one in every if one))


def _rising(ways: Iterable[Variant]) -> Iterator[Variant]:
    """The ways, without those that take fewer lines than one before them."""
    most = -1
    for way in ways:
        if len(way) >= most:
            most = len(way)
            yield way
