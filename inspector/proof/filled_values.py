"""What was written into the columns of a filled sheet, read as days, numbers and words; blank where nothing was found."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspector.model.spellings import folded
from inspector.proof.answers import day_of
from inspector.proof.asks import Ask, canonical
from inspector.proof.seen_words import DOUBT
from inspector.values import marks
from inspector.values.dates import DAY_FIRST, Dates
from inspector.values.numbers import Numbers

_NOTHING = frozenset(
    {
        *(
            "-",
            "--",
            "–",
            "—",
            "?",
            "??",
            "not known",
            "unknown",
            "not found",
            "not stated",
            "not given",
            "not there",
            "no date",
        ),
        *(
            "nothing",
            "nothing found",
            "nothing written",
            "not decided",
            "undecided",
            "not yet",
            "tbc",
            "nil",
            "not sure",
            "none",
        ),
    }
)
"""What people write where nothing was found."""
_YES = frozenset({"yes", "y", "true", "ja", "j", "✓", "✔", "☑", "✅", "1"})
_NO = frozenset({"no", "n", "false", "nein", "✗", "✘", "☒", "0"})
_FORMS = {
    "adopt": ("adopted", "kept", "keep", "kept it", "we kept it", "carried on"),
    "adapt": ("adapted", "changed", "change", "changed and tried again", "tweaked", "amended"),
    "abandon": ("abandoned", "dropped", "drop", "stopped", "given up", "gave up"),
    "kept": ("yes", "y", "it was kept"),
    "partly-kept": ("partly", "part", "in part"),
    "not-kept": ("no", "n", "broken", "was not kept"),
    "front-line": ("frontline", "front line", "worker", "social worker"),
    "family": ("families", "parent", "parents", "child", "carer"),
    "systems": ("system", "the system"),
    "individual": ("person", "one person"),
}
_PARTS = re.compile(r"[\s_-]+")
_BEHIND = re.compile(r"([^?~(]{1,40}?)(?:\s*\(|\s*;|,|\s+[-–—])\s*([^0-9?~]{2,}?)\)?")
"""A day, number or word and words behind it: `14 March 2024 (minutes)`; never with other digits."""
_VAGUE = re.compile(r"\b(?:or|approx\w*|about|around|roughly|estimated?|circa)\b", re.IGNORECASE)
_UNIT = re.compile(r"(?<=[0-9])\s*([a-z][a-z ]*)\.?$", re.IGNORECASE)
_UNITS = {
    "days": {"d", "day", "days", "working day", "working days", "calendar days", "wd"},
    "hours": {"h", "hr", "hrs", "hour", "hours"},
}
_OF_TIME = re.compile(r"\b(?:min\w*|h|hrs?|hours?|d|days?|weeks?|wks?|months?|mths?|years?|yrs?)\b", re.IGNORECASE)
"""Units of time, which no count of people or cases has."""


class Read(NamedTuple):
    """A cell as read: its text in the one spelling, empty where nothing was found; or in words what is wrong with it.

    `note` is what stood behind the text in the cell.
    """

    text: str
    wrong: str = ""
    fix: str = ""
    note: str = ""


class Column:
    """How the cells of one column are read, which is decided by all of them: whether the day or the month stands first."""

    def __init__(self, ask: Ask, texts: Sequence[str], epoch: int) -> None:
        self._ask = ask
        filled = [text for text in map(str.strip, texts) if not nothing(text)]
        self._days = Dates.of(filled, DAY_FIRST, epoch)
        self._numbers = Numbers.of(filled)

    def read(self, text: str) -> Read:
        """One cell of it."""
        bare = " ".join(text.split())
        if nothing(bare):
            return Read("")
        return {"day": self._day, "number": self._number, "word": self._word, "text": _text}[self._ask.sort](bare)

    def _day(self, text: str) -> Read:
        for bare, note in _with_note(text):
            if (day := day_of(self._days, bare)) is not None:
                return Read(day, note=note)
        fix = "write the day, or the month if that is all there is; leave it blank where neither is known, and say so in the note"
        return Read("", "is no day", fix)

    def _number(self, text: str) -> Read:
        for bare, note in _with_note(text):
            unit = _UNIT.search(bare)
            if unit and not self._has(unit[1]):
                break
            read = self._numbers.read(bare[: unit.start()] if unit else bare)
            if "%" not in bare and read is not None and not read.startswith("-"):
                return Read(canonical(float(read)), note=note)
        return Read("", "is not a number that somebody counted", "write the number alone, and the rest in the note")

    def _has(self, unit: str) -> bool:
        """Whether a number of this column may have that unit."""
        field = self._ask.field
        sort = "days" if "days" in field else "hours" if field.startswith("hours") else ""
        return unit.strip().casefold() in _UNITS[sort] if sort else not _OF_TIME.search(unit)

    def _word(self, text: str) -> Read:
        for bare, note in _with_note(text):
            if (found := _chosen(self._ask, bare)) is not None:
                return Read(found, note=note)
        words = ", ".join(word for word, _ in self._ask.choices)
        return Read("", "is none of the words to choose from", f"write one of {words}, and the rest in the note")


def _with_note(text: str) -> Iterator[tuple[str, str]]:
    """A cell as it is, and without the words that stand behind it, which are a note unless they take it back."""
    yield text, ""
    found = _BEHIND.fullmatch(text)
    if found and not (DOUBT.search(found[2]) or _VAGUE.search(found[2])):
        yield found[1], found[2].strip()


def nothing(text: str) -> bool:
    """Whether a cell says that nothing was found."""
    bare = folded(text).strip(".")
    return bare in marks.BLANKS or bare in _NOTHING


def _chosen(ask: Ask, text: str) -> str | None:
    plain = _plain(text)
    words = [word for word, _ in ask.choices]
    if words == ["yes", "no"] and plain in _YES | _NO:
        return "yes" if plain in _YES else "no"
    for word, meaning in ask.choices:
        if plain in {_plain(word), _plain(meaning) or _plain(word), *_FORMS.get(word, ())}:
            return word
    return None


def _plain(text: str) -> str:
    return _PARTS.sub(" ", canonical(text).strip("'\"")).strip()


def _text(text: str) -> Read:
    return Read(canonical(text))
