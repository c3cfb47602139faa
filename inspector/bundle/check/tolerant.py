"""How cells of a schema with `x-tolerant` are read: dates day first, codes however spelt, blanks however marked.

Never silently: whoever calls compares before and after, and tells.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

import polars as pl

from inspector.bundle.check.spellings import BLANKS, Spellings
from inspector.model.months import MONTHS
from inspector.values import ids

Reading = Callable[[pl.Series], pl.Series]
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_WORDED = re.compile(r"(\d{1,2})(?:\s+([a-z]+)\s+|-([a-z]{3})-)(\d{4}|\d{2})", re.IGNORECASE | re.ASCII)
_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_LONG = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
IDS = frozenset({"child_unique_id", "individual_adopter_identifier", "family_identifier"})
_POINT_ZERO = re.compile(r"([0-9]+)\.0+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
FIRST_SERIAL, LAST_SERIAL = 7306, 73051
"""Excel's day numbers of 1 January 1920 and 1 January 2100: outside, a number in a date column is no date."""


def readings(schema: dict[str, Any], fields: list[str]) -> dict[str, Reading]:
    """The readings of the fields of a schema, in their order; none where the schema is not `x-tolerant`."""
    if not schema.get("x-tolerant"):
        return {}
    return {field: _by_distinct(_reader(field, schema)) for field in fields}


def _reader(field: str, schema: dict[str, Any]) -> Callable[[str], str | None]:
    cell = schema["properties"][field]
    codes = schema.get("x-variants", {}).get(field)
    if codes or "enum" in cell:
        return Spellings.of(codes, tuple(cell.get("enum", cell.get("examples", ())))).read
    if cell.get("format") == "date":
        return as_date
    if cell["type"] == "integer":
        return as_whole
    return as_id if field in IDS else as_text


def _by_distinct(read: Callable[[str], str | None]) -> Reading:
    def reading(cells: pl.Series) -> pl.Series:
        distinct = cells.drop_nulls().unique()
        told = {text: said for text in distinct.to_list() if (said := read(text)) != text}
        if not told:
            return cells
        return cells.replace_strict(
            pl.Series(list(told), dtype=pl.String),
            pl.Series(list(told.values()), dtype=pl.String),
            default=cells,
            return_dtype=pl.String,
        )

    return reading


def as_text(text: str) -> str | None:
    """A text with its odd spaces made plain; None for a mark that means blank."""
    if text.isascii() and "  " not in text and "\t" not in text and "\n" not in text:
        return None if text.lower() in BLANKS else text
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return None if plain.lower() in BLANKS else plain


def as_id(text: str) -> str | None:
    """An id without what cannot be seen or cannot be meant: an apostrophe before it, `.0` behind its digits."""
    if text.isalnum() and text.isascii():
        return None if text.lower() in BLANKS else text
    bare = as_text(ids.clean(text)[0])
    found = _POINT_ZERO.fullmatch(bare) if bare else None
    return found[1] if found else bare


def as_whole(text: str) -> str | None:
    """A whole number; years of age worked out by a formula come with decimals and count whole."""
    if text.isdigit():
        return text
    if text.lower() in BLANKS:
        return None
    return str(math.floor(float(text))) if _NUMBER.fullmatch(text) and len(text) < 24 else text


@lru_cache(maxsize=65536)
def as_date(text: str) -> str | None:
    """A date as 2025-03-31, from day first, year first, with a time, in words, or an Excel day number; else as it was."""
    if text.lower() in BLANKS:
        return None
    if found := _YEAR_FIRST.fullmatch(text):
        return _iso(int(found[1]), int(found[2]), int(found[3])) or text
    if found := _DAY_FIRST.fullmatch(text):
        year = int(found[3])
        year += 0 if year > 99 else 1900 if year > 50 else 2000
        return _iso(year, int(found[2]), int(found[1])) or text
    if _SERIAL.fullmatch(text) and FIRST_SERIAL <= (serial := int(float(text))) <= LAST_SERIAL:
        return date.fromordinal(serial + date(1899, 12, 30).toordinal()).isoformat()
    return _worded(text) or text


def _worded(text: str) -> str | None:
    """A date whose month is an English word: `3 March 2025`, `3 Mar 25`, `03-Mar-2025`."""
    found = _WORDED.fullmatch(text)
    if found is None:
        return None
    word, digits = (found[2] or found[3]).lower(), found[4]
    month, year = _SHORT.get(word) or (_LONG.get(word) if len(digits) == 4 else None), int(digits)
    # Two digits as POSIX reads them: 69 to 99 are of the twentieth century.
    year += 0 if len(digits) == 4 else 1900 if year > 68 else 2000
    return _iso(year, month, int(found[1])) if month else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
