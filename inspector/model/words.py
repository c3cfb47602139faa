"""Text as every room shows it: harmless for a terminal, short where a line has to hold it, numbers of things."""

import re
import unicodedata
from collections.abc import Sequence

TOO_LONG = 1e15
_COMMAND = re.compile(r"(?<!\S)::(?=[A-Za-z])|##(?=\[|vso\[|teamcity\[)")
_COMMAND_LINE = re.compile(r"(?m)^([^\S\n]*)::(?=[A-Za-z])|##(?=\[|vso\[|teamcity\[)")
"""What the logs of GitHub, Azure and TeamCity take for a command: `::error::` at the start of a line, `##vso[` anywhere."""


def plain(text: str) -> str:
    """The text with control, format and line-breaking characters shown as escapes: data cannot drive a terminal.

    Escape sequences, bidirectional controls and newlines in a bundle all end up visible. Nor can it drive what keeps the log of
    a run: `::error::` where a line could begin with it, and `##vso[`, lose a character to an escape.
    """
    shown = text if text.isascii() and text.isprintable() else "".join(map(_visible, text))
    return _COMMAND.sub(_disarmed, shown) if "::" in shown or "##" in shown else shown


def printed(text: str) -> str:
    """Text of any number of lines as it may go to a terminal or a log: the last net, under everything that is printed.

    Newlines and tabs are kept; whatever else `plain` escapes and was not escaped before is escaped here.
    """
    if not all(line.isprintable() for line in text.split("\n")):
        text = "".join(c if c in "\n\t" else _visible(c) for c in text)
    return _COMMAND_LINE.sub(_disarmed, text) if "::" in text or "##" in text else text


def _visible(character: str) -> str:
    hidden = unicodedata.category(character)[0] == "C" or character in "\u2028\u2029"
    return ascii(character)[1:-1] if hidden else character


def _disarmed(command: re.Match[str]) -> str:
    found = command[0]
    return found[:-1] + "\\x23" if found.endswith("#") else f"{found[:-2]}\\x3a:"


def short(text: str, most: int = 80) -> str:
    """Harmless text of at most `most` characters, the last of them `…` where something was left out."""
    shown = plain(text[: most + 1])
    return shown if len(shown) <= most and len(text) <= most else f"{shown[: most - 1]}…"


def plural(number: int, noun: str) -> str:
    """`1 month`, `2 months`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def agree(number: object, one: str, many: str) -> str:
    """The word that suits the number: `one` for 1 and 1.0, `many` for all else, 0 and what is no number too."""
    return one if number == 1 and not isinstance(number, bool) else many


def in_a_row(names: Sequence[str], joined: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`; nothing of none."""
    *first, last = names or ("",)
    return f"{', '.join(first)} {joined} {last}" if first else last


def number(value: float, digits: int = 6) -> str:
    """A number as people write it: `12870`, `0.0125`, `1.5`; at least so many significant digits, and all before the point.

    Only beyond 15 digits before the point is it written with an exponent: nobody counts those.
    """
    return written_out(value, digits) if abs(value) < TOO_LONG else f"{value:.{digits}g}"


def written_out(value: float, digits: int = 6) -> str:
    """A number with at least so many significant digits, and never an exponent however long it gets."""
    exponent = int(f"{value:.{digits - 1}e}".partition("e")[2] or 0)
    text = f"{value:.{max(0, digits - 1 - exponent)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def doubted(probability: float) -> str:
    """A probability in two decimals, which is never certain."""
    if probability < 0.005:
        return "under 0.01"
    return "over 0.99" if probability > 0.99 else f"{probability:.2f}"
