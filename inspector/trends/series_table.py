"""The rows of a file of series below its headings: which of them are figures, of which periods, in which columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import error
from inspector.trends.series_cells import Columns
from inspector.trends.series_figures import are_figures, private
from inspector.trends.series_grid import Headings, Numbered
from inspector.trends.series_heads import ASIDE, key
from inspector.trends.series_heads import words as heading_words
from inspector.trends.series_leftovers import leftover
from inspector.values.period_forms import readings
from inspector.values.periods import Periods

PEOPLE = re.compile(
    r"\b(?:workers?|child|children|persons?|people|staff|employees?|practitioners?|managers?|carers?|pupils?|students?|famil(?:y|ies)|"
    r"surname|forename|(?:first|last|full|middle) name|owner|lead|author|user)\b"
)
"""Headings of columns that name people: no series is called after one."""
MOST_TRIED = 20
"""So many columns of words are tried whether they tell series apart."""
MOST_APART = 3
"""So many further columns may tell series apart."""


@dataclass(frozen=True)
class Body:
    """The rows of figures with their numbers, cells stripped; what each row's period is written as, and how that is read."""

    rows: tuple[Numbered, ...]
    texts: tuple[str, ...]
    periods: Periods
    left: tuple[tuple[int, str], ...]
    """Rows that are none of figures, each with what it was taken for."""
    ragged: tuple[Numbered, ...] = ()
    down: str = ""
    """The field whose blank cells were read as the cell above."""


def body_of(headings: Headings, rows: Iterable[Numbered], file: str, sheet: str | None) -> Body:
    """The rows below the headings. Raises CannotComplete where there are more than are read."""
    every = [(number, list(map(str.strip, cells))) for number, cells in _few(rows, file, sheet)]
    every = [(number, cells) for number, cells in every if any(cells)]
    place, part = headings.places["period"], headings.places.get("part")
    finer = "" if part is None else key(headings.texts[part])
    every, down = _filled(every, headings)
    texts = [_text(cells, place, part, finer) for _, cells in every]
    said = headings.texts[place] + (f" {headings.texts[part]}" if part is not None else "")
    periods = Periods.of(texts, heading_words(said))
    kept, written, left, ragged = [], [], [], []
    for (number, cells), text in zip(every, texts, strict=True):
        what = "" if periods.read(text) is not None else leftover(cells, headings.texts, place)
        if what:
            left.append((number, what))
        elif any(cells[len(headings.texts) :]):
            ragged.append((number, cells))
        else:
            kept.append((number, cells))
            written.append(text)
    return Body(tuple(kept), tuple(written), periods, tuple(left), tuple(ragged), down)


def _filled(rows: list[Numbered], headings: Headings) -> tuple[list[Numbered], str]:
    """The rows with the name or the period of the row above where it is written once for several, and which of them that was.

    As reports lay groups out: at least half of the rows lack it, the first has it, and no series gets two figures for one
    period by it.
    """
    for field, other in (("series", "period"), ("period", "series")):
        place, beside = headings.places.get(field), headings.places.get(other)
        if place is None or beside is None or "part" in headings.places:
            continue
        full = [cells for _, cells in rows if _whole(cells, place, beside, headings)]
        blank = sum(not cells[place] for cells in full)
        if not full or not full[0][place] or blank * 2 < len(full):
            continue
        made, last = [], ""
        for number, cells in rows:
            there = _whole(cells, place, beside, headings)
            last = cells[place] or last if there else last
            made.append((number, [*cells[:place], last, *cells[place + 1 :]] if there else cells))
        pairs = [(cells[place], cells[beside]) for _, cells in made if _whole(cells, place, beside, headings)]
        if len(set(pairs)) == len(pairs):
            return made, field
    return rows, ""


def _whole(cells: Sequence[str], place: int, beside: int, headings: Headings) -> bool:
    """Whether a row has what stands beside a blank cell, and is no total or note."""
    if len(cells) <= max(place, beside) or not cells[beside]:
        return False
    return bool(cells[place]) or not leftover(cells, headings.texts, headings.places["period"])


def _text(cells: Sequence[str], place: int, part: int | None, finer: str) -> str:
    """What a row has for a period: one cell, or a year and a part of it that stands in a column of its own."""
    text = cells[place] if place < len(cells) else ""
    more = cells[part] if part is not None and part < len(cells) else ""
    if not more:
        return text
    if not text or readings(more):
        return more
    if more.isdecimal():
        mark = {"q": "Q", "w": "week ", "m": "m"}.get("q" if "quarter" in finer or "qtr" in finer else finer[:1], "")
        return f"{text} {mark}{more}"
    return f"{text} {more}"


def _few(rows: Iterable[Numbered], file: str, sheet: str | None) -> Iterator[Numbered]:
    """The rows, as far as so many are read. Raises CannotComplete."""
    limit = most("series-rows")
    for count, row in enumerate(rows, 1):
        if count > limit:
            where = Where(file=file, sheet=sheet, row=row[0])
            message = f"the file has more rows than are read: the limit is {words('series-rows')}"
            raise CannotComplete([error("file-too-large", where, message, fix=raise_it("series-rows"))])
        yield row


def ragged(found: Columns, body: Body, width: int) -> list[Problem]:
    """Of a row with more cells than headings it is not known which figure stands under which heading."""
    made = []
    for number, cells in body.ragged:
        where = Where(file=found.file, sheet=found.sheet, row=number)
        message = f"the row has {len(cells)} cells where the headings are {width}"
        made.append(error("ragged-row", where, message, fix="put cells with commas in quotes"))
    return made


def apart(found: Columns, headings: Headings, body: Body) -> tuple[int, ...]:
    """The columns that tell series apart beside their name, where without them a series had two figures for one period."""
    rows = [cells for _, cells in body.rows]
    names = [found.cell(cells, "series") for cells in rows]
    keys: list[tuple[str, ...]] = [(name,) for name in names]
    many = _crowded(keys, body.texts)
    chosen: list[int] = []
    for place in _tellers(found, headings, rows) if many else ():
        tried = [(*some, cells[place] if place < len(cells) else "") for some, cells in zip(keys, rows, strict=True)]
        fewer = _crowded(tried, body.texts)
        if fewer < many and len(set(tried)) * 2 <= len(rows):
            keys, many = tried, fewer
            chosen.append(place)
        if not many or len(chosen) == MOST_APART:
            break
    return tuple(chosen)


def _crowded(keys: Sequence[tuple[str, ...]], texts: Sequence[str]) -> int:
    """How many rows have a period that another row of the series has."""
    return len(keys) - len(set(zip(keys, texts, strict=True)))


def _tellers(found: Columns, headings: Headings, rows: Sequence[Sequence[str]]) -> list[int]:
    """The columns of words that may name a team, a place or a group."""
    taken = set(found.places.values())
    some: list[int] = []
    for place, heading in enumerate(headings.texts):
        if place in taken or not heading or private(heading) or _no_name(heading_words(heading)):
            continue
        cells = {cells[place] for cells in rows if place < len(cells)}
        if len(cells) > 1 and not are_figures(cells):
            some.append(place)
        if len(some) == MOST_TRIED:
            break
    return some


def _no_name(heading: str) -> bool:
    """Whether a column tells no series apart: it has notes or codes, or it names people."""
    if PEOPLE.search(heading):
        return True
    return "geographic level" not in heading and bool(ASIDE.search(heading)) and "age" not in heading.split()
