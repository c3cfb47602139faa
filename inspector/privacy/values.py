"""Private values, looked for in cells and in running text by their words: one pass, however many values there are."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from inspector.privacy import days, words

Words = tuple[str, ...]
LONGEST_VALUE = 400
"""Of a longer value its beginning is looked for."""
CUT_FROM = 12
"""A value that a message cut short with `…` is known by at least so many characters of its beginning."""


class Values:
    """The values of some columns. `codes` are values that are never hidden: those of code lists."""

    def __init__(self) -> None:
        self.days: set[date] = set()
        self.overfull = False
        """Whether there were more values than are kept."""
        self._cells: dict[str, str] = {}
        self._index: dict[str, dict[Words, str]] | None = None
        self._codes: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self._cells or self.days)

    def __len__(self) -> int:
        return len(self._cells) + len(self.days)

    def add(self, found: Iterable[str | None], *, dated: bool = True) -> None:
        """Take in values as they stand in cells; `dated`: those that are days are known in every spelling of a day."""
        self._index = None
        for text in found:
            if not text:
                continue
            if dated and (these := days.of_cell(text[:LONGEST_VALUE])) and not _more_than_day(text):
                self.days |= these
            else:
                self._cells.setdefault(words.key(text[:LONGEST_VALUE]), text)

    def settle(self, codes: frozenset[str]) -> None:
        """Say which values are codes, once all code lists of the submission are known."""
        self._codes, self._index = codes, None

    def known(self, text: str) -> str | None:
        """The value that a whole cell is, as it was first written; None where it is none, or is too common to tell."""
        found = words.key(text[:LONGEST_VALUE])
        if len(found) < 2 or (len(found) < 3 and not found.isalpha()):
            return None
        value = self._cells.get(found)
        return None if value is None or words.common(tuple(found.split()), self._codes) else value

    def day(self, text: str) -> bool:
        """Whether a whole cell may be one of the days."""
        return bool(self.days) and not self.days.isdisjoint(days.of_cell(text))

    def begins(self, word: str) -> bool:
        """Whether a value that is looked for in texts begins with a word, given in lower case."""
        return word in self._by_first()

    def among(self, plain: set[str]) -> set[str]:
        """Of single words in lower case those that are a value, or that one begins with."""
        return {word for word in plain if word in self._cells or word in self._by_first()} if self._cells else set()

    def hidden(self, text: str, told: Callable[[str], str]) -> str:
        """The text with every value in it replaced by what `told` makes of the value as it was first written."""
        index = self._by_first()
        if not index or not text:
            return text
        # Compatible forms of letters are compared as `words.key` compares them, one letter at a time, to keep the places.
        found = list(words.TOKEN.finditer(text))
        plain = [words.tokens(one.group()) for one in found]
        if not any(one and one[0] in index for one in plain):
            return text
        made, done, place = [], 0, 0
        while place < len(found):
            length, value = _longest(index, text, found, plain, place)
            if length:
                made += [text[done : found[place].start()], told(value)]
                done = found[place + length - 1].end()
                place += length
            else:
                place += 1
        return "".join([*made, text[done:]])

    def _by_first(self) -> dict[str, dict[Words, str]]:
        if self._index is None:
            self._index = {}
            for key, value in self._cells.items():
                parts = tuple(key.split())
                if words.distinctive(parts, self._codes):
                    self._index.setdefault(parts[0], {})[parts] = value
                    if len(parts) == 2 and not any(part.isdigit() for part in parts):
                        # Surname first.
                        self._index.setdefault(parts[1], {}).setdefault(parts[::-1], value)
        return self._index


def _longest(
    index: dict[str, dict[Words, str]], text: str, found: list[re.Match[str]], plain: list[Words], place: int
) -> tuple[int, str]:
    """How many words from this place on are a value, the longest there is, and which."""
    if not plain[place]:
        return 0, ""
    best, value = 0, ""
    for parts, said in index.get(plain[place][0], {}).items():
        length = _fits(parts, text, found, plain, place)
        if length > best and _as_written(parts, said, found[place]):
            best, value = length, said
    return best, value


def _fits(parts: Words, text: str, found: list[re.Match[str]], plain: list[Words], place: int) -> int:
    flat: list[str] = []
    for length, one in enumerate(plain[place : place + len(parts)], 1):
        flat += one
        if tuple(flat) == parts:
            return length
        if tuple(flat) != parts[: len(flat)]:
            # A message that cut the value short has the beginning of a word before its `…`.
            if _cut(text, found[place + length - 1]) and _begins(parts, flat):
                return length
            return 0
        if _cut(text, found[place + length - 1]) and len(" ".join(flat)) >= CUT_FROM:
            return length
    return 0


def _begins(parts: Words, flat: list[str]) -> bool:
    said = " ".join(flat)
    return len(said) >= CUT_FROM and " ".join(parts).startswith(said)


def _cut(text: str, token: re.Match[str]) -> bool:
    end = token.end()
    return text[end : end + 1] == "…"


def _as_written(parts: Words, value: str, token: re.Match[str]) -> bool:
    """Whether a short single word is written as the value is: `will` is no Will."""
    if len(parts) > 1 or len(parts[0]) >= words.CASELESS or not parts[0].isalpha():
        return True
    said = token.group()
    return said == value.strip() or (said.isupper() and len(said) > 1)


def _more_than_day(text: str) -> bool:
    """Whether a cell says more than a day and a time: words with letters that are no part of a date."""
    spans = list(days.spans(text))
    rest = text
    for start, end, _ in reversed(spans):
        rest = rest[:start] + rest[end:]
    letters = [word for word in words.tokens(rest) if word.isalpha() and len(word) > 2]
    return bool(spans) and bool(letters)
