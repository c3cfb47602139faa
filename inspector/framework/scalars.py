"""What an unquoted word of YAML stands for: a number, true or false, nothing, or the word itself.

Only what people read as such counts. `no`, `on`, `1:30`, `010`, `0x1F`, `1_000` and dates stay text: one reader of YAML
takes them for this and another for that.
"""

import math
import re

Scalar = str | int | float | bool | None

DIGITS = 15
"""A number has at most so many digits before the point: beyond them a computer no longer tells one from the next."""

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+][0-9]+)?")
_MAY_BE_NUMBER = frozenset("+-.0123456789")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class TooLarge(ValueError):
    """A number of more digits than can be compared, or none that is finite."""


def scalar(text: str) -> Scalar:
    """The value of an unquoted word. Raises TooLarge."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _MAY_BE_NUMBER:
        return text
    if _INT.fullmatch(text):
        if len(text.lstrip("+-")) > DIGITS:
            raise TooLarge(text)
        return int(text)
    return number(text) if _FLOAT.fullmatch(text) else text


def number(text: str) -> float:
    """The text as a number with decimals. Raises TooLarge."""
    found = float(text)
    if not math.isfinite(found) or abs(found) >= 10**DIGITS:
        raise TooLarge(text)
    return found
