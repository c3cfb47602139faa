"""Rows as reports cite them, read back: `improvement-log.csv rows 182-217`, `log.xlsx > Tests row 7`, `FILE:3`, `FILE#SHEET:3-9`,
`recommendations.json recommendations[3].actions[1]`."""

import re
from typing import NamedTuple

_RUN = r"\d{1,12}(?:-\d{1,12})?"
_RUNS = rf"(?P<rows>{_RUN}(?:\s*,\s*{_RUN})*)"
_MORE = r"(?:\s+and\s+[\d,]{1,15}\s+more)?"
_ROWS = re.compile(rf"(?P<place>.+?)(?:\s*:\s*|,?\s+)(?:rows?\s+)?{_RUNS}{_MORE}", re.DOTALL | re.IGNORECASE)
_ONE = rf"[a-z][a-z-]*\[{_RUN}\](?:\.[a-z_]+(?:\[{_RUN}\])?)?"
_ELEMENTS = re.compile(
    rf"(?:(?P<place>.+?)(?:\s*:\s*|,?\s+(?:at\s+)?))?(?P<elements>{_ONE}(?:\s*,\s*{_ONE})*){_MORE}", re.DOTALL
)
_ELEMENT = re.compile(rf"([a-z][a-z-]*)\[({_RUN})\](?:\.([a-z_]+)(?:\[({_RUN})\])?)?")
_SHEET = re.compile(r"(?P<file>.+?)(?:\s*#\s*|\s+>\s+|,\s+sheet\s+)(?P<sheet>.+)", re.DOTALL)

Run = tuple[int, int]


class Elements(NamedTuple):
    """Elements of an array, and of a key in each of them, by runs counted from 0; `inner` None is all of the key."""

    array: str
    outer: Run
    part: str | None = None
    inner: Run | None = None


class Cited(NamedTuple):
    """Rows of a file, or elements; a sheet and a file may be left open (empty)."""

    file: str
    sheet: str
    rows: tuple[Run, ...] = ()
    elements: tuple[Elements, ...] = ()


def cited(what: str) -> tuple[Cited, ...]:
    """The places that a text cites, several parted by semicolons; empty where it cites none."""
    parts = [one for text in what.split("; ") if (one := _one(text.strip().strip("()."))) is not None]
    return tuple(parts) if len(parts) == len(what.split("; ")) else ()


def _one(text: str) -> Cited | None:
    if found := _ELEMENTS.fullmatch(text):
        elements = tuple(_elements(one) for one in _ELEMENT.finditer(found["elements"]))
        return Cited(*_file(found["place"] or ""), elements=elements)
    if found := _ROWS.fullmatch(text):
        return Cited(*_file(found["place"]), rows=tuple(_run(one) for one in found["rows"].split(",")))
    return None


def _file(place: str) -> tuple[str, str]:
    found = _SHEET.fullmatch(place.strip())
    return (found["file"].strip(), found["sheet"].strip()) if found else (place.strip(), "")


def _elements(found: re.Match[str]) -> Elements:
    return Elements(found[1], _run(found[2]), found[3], _run(found[4]) if found[4] else None)


def _run(text: str) -> Run:
    first, _, last = text.strip().partition("-")
    low, high = int(first), int(last or first)
    return min(low, high), max(low, high)
