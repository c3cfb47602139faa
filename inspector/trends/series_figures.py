"""Which columns of a file of series hold its figures: those that are called so, else every one whose cells are figures."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from inspector.bundle.tables.table import letter
from inspector.model.headings import bare
from inspector.model.limits import most, raise_it
from inspector.model.limits import words as limit
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import error, query
from inspector.privacy.fields import ANNEX_A_IDS, ANNEX_A_PRIVATE
from inspector.trends.series_cells import FIGURES, Columns
from inspector.trends.series_heads import ASIDE, OUT_OF, WEAK, key, words
from inspector.values.marks import state
from inspector.values.numbers import Numbers

NAMED = 6
_CODES = re.compile(r"\b(?:codes?|ids?|urn|ref|row|no|order|index|rank|age|year|month|week|day|quarter)\b")
NEARLY, MOSTLY = 0.8, 0.5
"""So much of a column is figures where it is one among others, and where it is the only one."""
Cells = Sequence[list[str]]


def figure_columns(
    found: Columns, headings: Sequence[str], rows: Cells, decimal: str | None
) -> tuple[list[Columns], list[Problem]]:
    """The columns of figures and what is said of them. `decimal` is the mark of decimals that the file itself shows.

    A column called Value, or Numerator and Denominator, is believed; one with a word that may be a series among others
    (Total, Rate) only where it is alone, or where the one other column is a part of it.
    """
    named = [name for name in FIGURES if name in found.places]
    others = _others(found, headings, rows)
    weak = len(named) == 1 and "series" not in found.places and key(found.headings[named[0]]) in WEAK
    if named and not (weak and others):
        return [found.decided(rows, decimal)], _not_read(found, headings, others)
    if not named:
        return _each(found, headings, others or _only(found, headings, rows), rows, decimal), []
    place, part = found.places[named[0]], others[0]
    if len(others) == 1 and key(headings[place]) in OUT_OF and _is_part(rows, part, place):
        pair = _without(found, named[0], {"numerator": part, "denominator": place}, headings)
        message = f"{_called(headings, part)} was read as the count, out of {_called(headings, place)}"
        return [pair.decided(rows, decimal)], [query("read-as", _where(found), message)]
    return _each(_without(found, named[0], {}, headings), headings, sorted((place, *others)), rows, decimal), []


def _refuse_many(found: Columns, rows: int, columns: int) -> None:
    """Raise CannotComplete where the columns of figures together hold more than is read."""
    if columns > 1 and rows * columns > most("series-rows"):
        message = (
            f"{columns} columns of figures in {rows:,} rows are more than is read: the limit is {limit('series-rows')}"
        )
        raise CannotComplete([error("file-too-large", _where(found), message, fix=raise_it("series-rows"))])


def are_figures(cells: Iterable[str], least: float = NEARLY) -> bool:
    """Whether cells are figures, blanks and marks, and of those that say something at least that share are figures."""
    said = {text: n for text, n in Counter(cells).items() if state(text) == "figure"}
    numbers = Numbers.of(said)
    read = sum(n for text, n in said.items() if numbers.read(text) is not None)
    return read > 0 and read >= least * sum(said.values())


def private(heading: str) -> bool:
    """Whether a heading is that of a column of Annex A that is private or identifies."""
    return bare(heading) in ANNEX_A_PRIVATE | ANNEX_A_IDS


def _others(found: Columns, headings: Sequence[str], rows: Cells) -> list[int]:
    taken = set(found.places.values())
    free = (place for place, text in enumerate(headings) if text and place not in taken)
    told = (place for place in free if not ASIDE.search(words(headings[place])) and not private(headings[place]))
    return [place for place in told if are_figures(cells[place] for cells in rows if place < len(cells))]


def _only(found: Columns, headings: Sequence[str], rows: Cells) -> list[int]:
    """The one column in which most cells that say something are figures, whatever it is headed; none where there are several."""
    taken = set(found.places.values())
    free = [
        place
        for place, text in enumerate(headings)
        if text and place not in taken and not private(text) and not _CODES.search(words(text))
    ]
    some = [place for place in free if are_figures((cells[place] for cells in rows if place < len(cells)), MOSTLY)]
    return some if len(some) == 1 else []


def _each(
    found: Columns, headings: Sequence[str], places: Sequence[int], rows: Cells, decimal: str | None
) -> list[Columns]:
    """Every column of figures as a series of its own."""
    _refuse_many(found, len(rows), len(places))
    made = []
    for place in places:
        heading = headings[place]
        values, texts = {**found.places, "value": place}, {**found.headings, "value": heading}
        one = replace(found, places=values, headings=texts, label=heading)
        made.append(one.decided(rows, decimal))
    return made


def _without(found: Columns, name: str, more: dict[str, int], headings: Sequence[str]) -> Columns:
    """The columns, one of them not as that field, others as further ones."""
    places = {other: place for other, place in found.places.items() if other != name} | more
    return replace(found, places=places, headings={other: headings[place] for other, place in places.items()})


def _is_part(rows: Cells, part: int, place: int) -> bool:
    """Whether in every row the one figure is at most the other, and in one less."""
    numbers = [Numbers.of(cells[at] for cells in rows if at < len(cells)) for at in (part, place)]
    pairs = []
    for cells in rows:
        if max(part, place) < len(cells):
            one, other = numbers[0].read(cells[part]), numbers[1].read(cells[place])
            pairs += [(float(one), float(other))] if one is not None and other is not None else []
    return bool(pairs) and all(0 <= one <= other for one, other in pairs) and any(one < other for one, other in pairs)


def _not_read(found: Columns, headings: Sequence[str], others: Sequence[int]) -> list[Problem]:
    """A query that names the columns of figures that are not read."""
    if not others:
        return []
    said = ", ".join(_called(headings, place) for place in others[:NAMED])
    more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
    read = " and ".join(found.headings[name] for name in FIGURES if name in found.places)
    return [query("columns-not-read", _where(found), f"the figures were read from {read}; not read: {said}{more}")]


def _called(headings: Sequence[str], place: int) -> str:
    return f"column {letter(place)} {headings[place]}"


def _where(found: Columns) -> Where:
    return Where(file=found.file, sheet=found.sheet)
