"""Text as every room shows it: harmless for a terminal, short where a line has to hold it, numbers of things."""

import unicodedata


def plain(text: str) -> str:
    """The text with control, format and line-breaking characters shown as escapes: data cannot drive a terminal.

    Escape sequences, bidirectional controls and newlines in a bundle all end up visible.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        c if unicodedata.category(c)[0] not in "C" and c not in "\u2028\u2029" else ascii(c)[1:-1] for c in text
    )


def short(text: str, most: int = 80) -> str:
    """Harmless text of at most `most` characters, the last of them `…` where something was left out."""
    shown = plain(text[: most + 1])
    return shown if len(shown) <= most and len(text) <= most else f"{shown[: most - 1]}…"


def plural(number: int, noun: str) -> str:
    """`1 month`, `2 months`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
