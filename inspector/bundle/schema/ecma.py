"""Regular expressions as JSON Schema has them (ECMA 262, `u`), written for the engine that tries them (Rust's `regex`).

The two agree on most; where they do not, the standard's meaning is written out: `\\d` and `\\w` are ASCII, `\\s` is the
standard's
white space, `.` stops at four line ends, `[` within a class is a bracket, `\\cJ` is a control character.
"""

import re
from functools import lru_cache

_SPACES = r"\t\n\x{0b}\f\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}"
_SHORT = {
    "d": "[0-9]", "D": "[^0-9]", "w": "[0-9A-Za-z_]", "W": "[^0-9A-Za-z_]", "s": f"[{_SPACES}]", "S": f"[^{_SPACES}]",
}  # fmt: skip
_SAME = frozenset("^$\\.*+?()[]{}|/-tnvfr")
_ANY = r"[^\n\r\x{2028}\x{2029}]"
_SIGNS = frozenset("&~#-[]^$")
_PART = re.compile(
    r"\\c(?P<control>[A-Za-z])|\\x(?P<hex>[0-9A-Fa-f]{2})|\\u\{(?P<long>[0-9A-Fa-f]{1,6})\}"
    r"|\\u(?P<high>[Dd][89ABab][0-9A-Fa-f]{2})\\u(?P<low>[Dd][C-Fc-f][0-9A-Fa-f]{2})|\\u(?P<code>[0-9A-Fa-f]{4})"
    r"|\\(?P<property>[pP])\{(?P<named>[^{}]*)\}|\\(?P<escaped>.)|(?P<plain>.)",
    re.DOTALL,
)


class NotStandard(ValueError):
    """What stands in the pattern is nothing that the standard knows; the text names it."""


@lru_cache(maxsize=1024)
def written(pattern: str) -> str:
    """The pattern for Rust's `regex`. Raises NotStandard for an escape that the standard does not have."""
    parts: list[str] = []
    inside: list[str] | None = None
    for found in _PART.finditer(pattern):
        text = found["plain"]
        if inside is not None:
            if text == "]":
                parts.append(_class(inside))
                inside = None
            else:
                inside.append(_in_class(text, inside) if text else _escape(found, inside=True))
        elif text == "[":
            inside = []
        else:
            parts.append(_ANY if text == "." else text or _escape(found, inside=False))
    # A class that is never closed is left for the engine to refuse.
    return "".join(parts) + ("[" + "".join(inside) if inside is not None else "")


def _class(inside: list[str]) -> str:
    """A class; the standard's empty one holds nothing, and its opposite everything."""
    if inside in ([], ["^"]):
        return r"[\x{0}-\x{10ffff}]" if inside else r"[^\x{0}-\x{10ffff}]"
    return f"[{''.join(inside)}]"


def _in_class(text: str, before: list[str]) -> str:
    """A letter in a class: two dashes or ampersands are no signs of the engine's own for sets of classes."""
    if text == "-" and (before in ([], ["^"]) or before[-1] == "-"):
        return r"\-"
    if text == "^" and not before:
        return text
    return f"\\{text}" if text in "[&~^" else text


def _escape(found: re.Match[str], *, inside: bool) -> str:
    """An escape as it is written for the engine."""
    if found["control"]:
        return _code(ord(found["control"]) % 32)
    if found["high"]:
        high, low = int(found["high"], 16), int(found["low"], 16)
        return _code(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)
    if code := found["hex"] or found["long"] or found["code"]:
        return _code(int(code, 16))
    if found["property"]:
        return rf"\{found['property']}{{{_property(found['named'])}}}"
    return _letter(found["escaped"], inside=inside)


def _code(number: int) -> str:
    if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        raise NotStandard(f"U+{number:04X} is no character of a text")
    return rf"\x{{{number:x}}}"


def _property(name: str) -> str:
    """`Script_Extensions=Latin` and the like; the engine knows the rest by the same names."""
    key, equals, value = name.partition("=")
    if equals and key in ("gc", "General_Category"):
        return value
    return name


def _letter(letter: str, *, inside: bool) -> str:
    if letter in _SHORT:
        return _SHORT[letter]
    if letter in _SAME:
        return r"\x{b}" if letter == "v" else f"\\{letter}"
    if letter == "0":
        return r"\x{0}"
    if letter == "b":
        return r"\x{8}" if inside else r"(?-u:\b)"
    if letter == "B" and not inside:
        return r"(?-u:\B)"
    if letter.isascii() and not letter.isalnum():
        # Older patterns put a stroke before any sign.
        return f"\\{letter}" if letter in _SIGNS else letter
    if letter.isdigit():
        raise NotStandard(f"\\{letter} refers back, and backreferences are not tried")
    raise NotStandard(f"\\{letter} is no escape of the standard (ECMA 262)")
