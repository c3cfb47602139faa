"""Sentences with places: an English one is recognised by its words, and what stood in its places is put into another's."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

PLACE = re.compile(r"\{([A-Za-z][\w.-]*)(?::([a-z]+))?((?:\|[^{}|]*)*)\}")
"""`{name}`, `{name:form}`, `{name|one|many}` and, where a language has more, `{name|one=…|two=…|other=…}`."""
_NUMBER = r"-?\d[\d,.]*(?<![,.])"


@dataclass(frozen=True)
class Template:
    """An English sentence with places, and what says the same in another language.

    A place with a name of one letter holds a number, one that ends in `_id` an id, any other all but the end of a sentence.
    `{n|is|are}` stands for either word.
    """

    english: str
    other: str

    @cached_property
    def literal(self) -> str:
        """The longest run of words without a place: a text that lacks it cannot be this sentence."""
        return max(PLACE.sub("\0", self.english).split("\0"), key=len)

    @cached_property
    def weight(self) -> int:
        """How much of it is words: the heavier of two sentences that fit is meant."""
        return len(PLACE.sub("", self.english))

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        names: dict[str, str] = {}
        return re.compile("".join(self._parts(names)), re.DOTALL)

    def _parts(self, names: dict[str, str]) -> Iterator[str]:
        at = 0
        for place in PLACE.finditer(self.english):
            yield re.escape(self.english[at : place.start()])
            at = place.end()
            yield _part(place, names)
        yield re.escape(self.english[at:])

    def found_in(self, text: str) -> dict[str, str] | None:
        """What stands in the places, by name; None where the text is not this sentence."""
        if self.literal not in text or (found := self._regex.fullmatch(text)) is None:
            return None
        names = dict.fromkeys(place[1] for place in PLACE.finditer(self.english) if not place[3])
        return {name: found[_group(name)] for name in names}


def _group(name: str) -> str:
    return "p_" + re.sub(r"\W", "_", name)


def _part(place: re.Match[str], names: dict[str, str]) -> str:
    if place[3]:
        words = "|".join(re.escape(word) for word in place[3][1:].split("|"))
        return f"(?:{words})"
    group = _group(place[1])
    if group in names:
        return f"(?P={group})"
    names[group] = place[1]
    return f"(?P<{group}>{_held(place[1])})"


def _held(name: str) -> str:
    """What may stand in a place: a number where its name is one letter, an id, else all but the end of a sentence."""
    if len(name) == 1:
        return _NUMBER
    return r"[\w./*-]+" if name.endswith("_id") else r"(?:(?![.?!] [A-Z]).)+?"


def filled(
    template: str,
    values: Mapping[str, object],
    word: Callable[[object, str], str],
    form: Callable[[float], str],
) -> str:
    """The sentence with its places filled in: `word` says a value in a form, `form` names the plural form of a number."""

    def value(place: re.Match[str]) -> str:
        found = values.get(place[1])
        if place[3]:
            return _choice(found, place[3][1:].split("|"), form)
        return word(found, place[2] or "")

    return PLACE.sub(value, template)


def _choice(found: object, words: list[str], form: Callable[[float], str]) -> str:
    number = as_number(found)
    if all("=" in one for one in words):
        named = dict(one.split("=", 1) for one in words)
        name = "other" if number is None else form(number)
        return named.get(name, named.get("other", words[-1].partition("=")[2]))
    return words[0] if number == 1 else words[-1]


def as_number(found: object) -> float | None:
    """The number that a value is or that a text writes; None for what is none."""
    if isinstance(found, bool) or found is None:
        return None
    try:
        return float(str(found).replace(",", ""))
    except ValueError:
        return None
