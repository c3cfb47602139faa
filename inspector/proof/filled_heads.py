"""The headings of a filled sheet: which column holds what, whatever was added, moved or named anew."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from inspector.model.visits import Seen
from inspector.proof.filled_files import Grid

WITHIN = 40
"""The headings are looked for in so many rows."""
NAMES: Mapping[str, tuple[str, ...]] = {
    "key": ("key", "row key", "key of the row", "keys", "id", "row", "entry"),
    "seen": ("seen", "seen yes no", "seen y n", "what did you see", "answer", "was it seen", "result", "outcome", "found",
        "sighted", "checked", "status"),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks", "observation", "observations", "bemerkung"),
    "by": ("looked at by", "looked by", "by", "who", "inspector", "initials", "seen by", "asked by", "name of inspector"),
    "when": ("looked on", "looked at on", "when", "date", "date looked", "asked on", "date of visit", "visited on", "seen on"),
    "visit": ("visit", "visit seal", "seal"),
    "number": ("no", "nr", "number"),
    "round": ("round",),
    "whom": ("for", "ask"),
    "rows": ("rows",),
}  # fmt: skip
ANSWERS: Mapping[str, tuple[str, ...]] = {
    "key": ("question", "question id", "id"),
    "says": (
        "what was said",
        "what was said and what you saw",
        "answer",
        "answers",
        "what they said",
        "reply",
        "replies",
    ),
    "by": NAMES["by"],
    "when": NAMES["when"],
    "visit": NAMES["visit"],
    "note": ("note", "notes", "comment", "comments", "remark", "remarks"),
}
"""Of a sheet of questions."""
TICKS: Mapping[Seen, tuple[str, ...]] = {
    "seen": ("seen", "yes"),
    "partly": ("partly", "part"),
    "not-seen": ("not seen", "no"),
    "could-not-look": ("could not look",),
}
"""Columns of a sheet that has one for each answer, to tick."""
_AGAIN = frozenset(("key", "question"))
_LOOKED = frozenset((*NAMES["by"], *NAMES["when"]))
_OTHER = re.compile(r"[^\w]+|_+")
_VISIT = re.compile(r"\bvisit[:\s]+([0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Heads:
    """Where what stands: the row of the headings, columns by what they hold, by field, ticks by answer, and all headings.

    `questions`: it is a sheet of questions. `visit` is the one that a line above the headings names; empty where none does.
    """

    row: int
    texts: tuple[str, ...]
    places: Mapping[str, int]
    fields: Mapping[str, int] = field(default_factory=dict)
    ticks: Mapping[Seen, int] = field(default_factory=dict)
    questions: bool = False
    visit: str = ""


def tables(grid: Grid, fields: Mapping[str, str], known: Sequence[str]) -> list[tuple[Grid, Heads]]:
    """The tables of a grid, each with its headings: one, unless people put several sheets one below the other."""
    first = heads_of(grid, fields, known)
    if first is None:
        return []
    places = [place for place, row in enumerate(grid.rows) if row[0] == first.row or _again(row, first.row, fields)]
    found = []
    for start, end in zip(places, [*places[1:], len(grid.rows)], strict=True):
        part = grid._replace(rows=grid.rows[start:end])
        if heads := heads_of(part, fields, known):
            found.append((part, replace(heads, visit=heads.visit or first.visit)))
    return found


def _again(row: tuple[int, list[str]], first: int, fields: Mapping[str, str]) -> bool:
    """Whether a row below the headings is a row of headings once more."""
    number, cells = row
    if number < first or not _AGAIN.intersection(cell.strip().casefold() for cell in cells):
        return False
    plain = [plainly(cell) for cell in cells]
    return bool(_rows(number, cells, plain, fields) or _questions(number, cells, plain))


def heads_of(grid: Grid, fields: Mapping[str, str], known: Sequence[str]) -> Heads | None:
    """The headings; None where no row near the top has a key and an answer. `fields`: by heading, as `plainly` has it.

    `known` are headings of what was given, which a sheet of an inspector's own may have in other columns too.
    """
    above: list[str] = []
    for number, cells in grid.rows[:WITHIN]:
        plain = [plainly(cell) for cell in cells]
        if (found := _rows(number, cells, plain, fields)) or (found := _questions(number, cells, plain)):
            given = {place for place, text in enumerate(plain) if text in known}
            taken = {*found.places.values(), *found.fields.values(), *found.ticks.values()}
            places = {**found.places, **{f"given {place}": place for place in given - taken}}
            return Heads(number, found.texts, places, found.fields, found.ticks, found.questions, _visit(above))
        above += cells
    return None


def plainly(heading: str) -> str:
    """A heading without capitals, marks and odd spaces, so that what people make of one is still the same."""
    return _OTHER.sub(" ", unicodedata.normalize("NFKC", heading[:200]).casefold()).strip()


def _rows(number: int, cells: Sequence[str], plain: Sequence[str], fields: Mapping[str, str]) -> Heads | None:
    places = _places(plain, NAMES)
    ticks = {seen: at for seen, names in TICKS.items() if (at := _first(plain, names)) is not None}
    ticked = "partly" in ticks and "not-seen" in ticks
    if "key" not in places or not ("seen" in places or ticked):
        return None
    if ticked:
        places = {name: at for name, at in places.items() if at not in ticks.values()}
    taken = {*places.values(), *(ticks.values() if ticked else ())}
    found: dict[str, int] = {}
    for at, text in enumerate(plain):
        if at not in taken and (name := fields.get(text)) and name not in found:
            found[name] = at
    return Heads(number, tuple(cells), places, found, ticks if ticked else {})


def _questions(number: int, cells: Sequence[str], plain: Sequence[str]) -> Heads | None:
    places = _places(plain, ANSWERS)
    return Heads(number, tuple(cells), places, questions=True) if {"key", "says"} <= places.keys() else None


def _places(plain: Sequence[str], names: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, words in names.items():
        at = _first(plain, words)
        if at is None and name == "seen":
            at = next(
                (place for place, text in enumerate(plain) if text.startswith("seen ") and text not in _LOOKED), None
            )
        if at is not None and at not in found.values():
            found[name] = at
    return found


def _first(plain: Sequence[str], names: Sequence[str]) -> int | None:
    """The first column called by the likeliest of the names."""
    return next((plain.index(name) for name in names if name in plain), None)


def _visit(above: Sequence[str]) -> str:
    found = next((match for cell in above if (match := _VISIT.search(cell))), None)
    return found[1] if found else ""
