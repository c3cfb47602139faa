"""How texts, codes and whole numbers of a schema with `x-tolerant` are read: codes however spelt, blanks however marked.

Never silently: whoever calls compares before and after, and tells.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from inspector.bundle.check.spellings import BLANKS, Spellings

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def reader(field: str, schema: dict[str, Any]) -> Callable[[str], str | None]:
    """The reading of a field of a schema that says `x-tolerant`, other than of days."""
    cell = schema["properties"][field]
    codes = schema.get("x-variants", {}).get(field)
    if codes or "enum" in cell:
        return Spellings.of(codes, tuple(cell.get("enum", cell.get("examples", ())))).read
    return as_whole if cell["type"] == "integer" else as_text


def as_text(text: str) -> str | None:
    """A text with its odd spaces made plain; None for a mark that means blank."""
    if text.isascii() and "  " not in text and "\t" not in text and "\n" not in text:
        return None if text.lower() in BLANKS else text
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return None if plain.lower() in BLANKS else plain


def as_whole(text: str) -> str | None:
    """A whole number; years of age worked out by a formula come with decimals and count whole."""
    if text.isdigit():
        return text
    if text.lower() in BLANKS:
        return None
    return str(math.floor(float(text))) if _NUMBER.fullmatch(text) and len(text) < 24 else text
