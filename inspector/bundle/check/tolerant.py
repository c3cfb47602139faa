"""How texts, codes and whole numbers of a schema with `x-tolerant` are read: codes however spelt, blanks however marked.

Never silently: whoever calls compares before and after, and tells.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from inspector.bundle.check.spellings import BLANKS, Spellings
from inspector.values import ids

IDS = frozenset({"child_unique_id", "individual_adopter_identifier", "family_identifier"})
_POINT_ZERO = re.compile(r"([0-9]+)\.0+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def reader(field: str, schema: dict[str, Any]) -> Callable[[str], str | None]:
    """The reading of a field of a schema that says `x-tolerant`, other than of days."""
    cell = schema["properties"][field]
    codes = schema.get("x-variants", {}).get(field)
    if codes or "enum" in cell:
        return Spellings.of(codes, tuple(cell.get("enum", cell.get("examples", ())))).read
    if cell["type"] == "integer":
        return as_whole
    return as_id if field in IDS else as_text


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
