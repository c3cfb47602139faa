"""Bytes as text: UTF-8 with or without a byte-order mark, UTF-16, Windows-1252; and what parts the cells of a text."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

DELIMITERS = ",;\t|"
SHOWING = 1 << 16
"""So many bytes or characters at the start show what a file is."""
LINES = 20
"""So many lines show what parts the cells."""
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32", "utf-32"), (b"\x00\x00\xfe\xff", "UTF-32", "utf-32"),
    (b"\xef\xbb\xbf", "UTF-8", "utf-8-sig"), (b"\xff\xfe", "UTF-16", "utf-16"), (b"\xfe\xff", "UTF-16", "utf-16"),
)  # fmt: skip
_UNDEFINED = frozenset(b"\x81\x8d\x8f\x90\x9d")
"""The bytes that stand for nothing in Windows-1252."""
_QUOTED = re.compile(r'"[^"]*(?:"|$)')
_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in, by the name that people know. `sure` where nothing else could be meant."""

    text: str
    encoding: str
    sure: bool = True


def encoding(start: bytes) -> tuple[str, str] | None:
    """The encoding that the first bytes show, by name and as Python names it; None where they do not (UTF-8 is tried then).

    Text in UTF-16 without a byte-order mark has a nought in most of its even or of its odd places.
    """
    for mark, name, codec in _MARKS:
        if start.startswith(mark):
            return name, codec
    start = start[:SHOWING]
    if b"\x00" not in start or len(start) < 4:
        return None
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    for some, others, codec in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if some > half * 0.6 and others <= half * 0.02:
            return "UTF-16", codec
    return None


def decoded(data: bytes) -> Decoded | None:
    """The text of the bytes, None where they are no text. Bytes that are not UTF-8 are read as Windows-1252, never sure.

    A byte that means nothing in the encoding becomes U+FFFD.
    """
    if found := encoding(data):
        name, codec = found
        try:
            return Decoded(data.decode(codec), name)
        except UnicodeDecodeError:
            return Decoded(data.decode(codec, "replace"), name, sure=False)
    if b"\x00" in data:
        return None
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as failure:
        # One byte gone in a text that is full of well-formed letters: it is the byte that is wrong, not the encoding.
        if _well_formed(data) > 4 * _odd(data, failure.start):
            return Decoded(data.decode("utf-8", "replace"), "UTF-8", sure=False)
    return Decoded(data.decode("cp1252", "replace"), "Windows-1252", sure=False)


def undefined(data: bytes) -> int | None:
    """The place of the first byte that means nothing in Windows-1252; None where each means something."""
    return next((place for place, byte in enumerate(data) if byte in _UNDEFINED), None)


def _well_formed(data: bytes) -> int:
    """How many letters beyond ASCII stand in the bytes as UTF-8 writes them."""
    return sum(1 for letter in data.decode("utf-8", "ignore") if letter > "\x7f")


def _odd(data: bytes, start: int) -> int:
    """How many places of the bytes are not UTF-8, from the first on."""
    return data[start:].decode("utf-8", "replace").count("\ufffd")


def delimiter(text: str) -> str:
    """What parts the cells of a text: the mark that parts most of its first lines alike, outside of quotes; else a comma.

    A decimal comma is in the rows and not in the heading, a comma of prose in a line or two, so that neither parts lines alike.
    """
    bare = _QUOTED.sub("x", text[:SHOWING])
    lines = list(islice((line for line in _LINE.split(bare) if line.strip(" ,;\t|")), LINES))
    best, most = ",", (0, 0)
    for mark in DELIMITERS:
        counts = Counter(count for line in lines if (count := line.count(mark)))
        alike, times = max(((lines_, times) for times, lines_ in counts.items()), default=(0, 0))
        if (alike, times) > most:
            best, most = mark, (alike, times)
    return best
