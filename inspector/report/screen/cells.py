"""Text in the cells of a terminal: how wide it is, where it may be broken, and folded without breaking a word.

Letters of East Asian scripts are two cells wide, and a line may end behind each of them, as they stand without spaces; marks that
sit on a letter have no width (Unicode Standard Annex 11 and 14, of which this is the least that does).
"""

import unicodedata
from collections.abc import Iterator

MORE = "…"


def cells(text: str) -> int:
    """How many columns the text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_cell, text))


def _cell(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def words(text: str) -> Iterator[tuple[str, str]]:
    """The pieces that a line may not break, each with what stands before it: a blank, or nothing after a wide letter."""
    for word in text.split():
        before, piece = " ", ""
        for letter in word:
            if piece and (_breaks(letter) or _breaks(piece[-1])) and unicodedata.category(letter)[0] not in "MP":
                yield before, piece
                before, piece = "", ""
            piece += letter
        yield before, piece


def _breaks(letter: str) -> bool:
    return ord(letter) > 0x2E7F and _cell(letter) == 2 and unicodedata.category(letter) in ("Lo", "So")


def folded(text: str, columns: int) -> list[str] | None:
    """The text on lines of at most so many columns, no word broken; None where a single word is longer than a line."""
    lines: list[str] = []
    line = ""
    for before, word in words(text):
        longer = f"{line}{before}{word}" if line else word
        if cells(longer) <= columns:
            line = longer
        elif cells(word) > columns:
            return None
        else:
            lines.append(line)
            line = word
    return [*lines, line] if line else lines


def cut(text: str, columns: int, more: str = MORE) -> str:
    """A name in so many columns: whole, or its first words and a mark that there is more; the mark alone where none fits."""
    if cells(text) <= columns:
        return text
    kept = ""
    for before, word in words(text):
        longer = f"{kept}{before}{word}" if kept else word
        if cells(longer) + 1 + cells(more) > columns:
            break
        kept = longer
    return f"{kept.rstrip(' ,;:')} {more}" if kept else more[:columns]


def filled(text: str, columns: int) -> str:
    """The text with blanks after it, so that it takes so many columns."""
    return text + " " * max(0, columns - cells(text))
