"""English sentences of the engine to those of another language: known by their words, whole or sentence by sentence."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from inspector.report.languages.places import Template, filled
from inspector.report.languages.tongue import Tongue

_BETWEEN = re.compile(r"(?<=[.?!”]) (?=[A-Z0-9'“`(])")
_ID = re.compile(r"[a-z0-9]+([-/:.][a-z0-9]+)+")
_BOUNDS = re.compile(r"(under|over) (\d[\d.]*%?)")
DEEPEST = 6
"""What stands in a place may be a sentence itself, and so may what stands in its places; beyond that it is left as it is."""


class Catalogue:
    """Sentences of one language by the English ones. What it does not know it gives back as it is."""

    def __init__(self, tongue: Tongue, pairs: Iterable[tuple[str, str]]) -> None:
        self.tongue = tongue
        known = [Template(english, other) for english, other in pairs]
        self._exact = {one.english: one.other for one in known if "{" not in one.english}
        self._places = sorted((one for one in known if "{" in one.english), key=lambda one: -one.weight)
        self._told = lru_cache(maxsize=20_000)(self._whole)

    def learn(self, texts: Mapping[str, str]) -> None:
        """Whole texts that were retold already, as those of facts: wherever one stands again, it is said alike."""
        self._exact.update(texts)
        self._told.cache_clear()

    def text(self, text: str, deep: int = 0) -> str:
        """The text in the language, as far as it is known: all of it, else each of its sentences that is."""
        known = self._told(text, deep)
        if known is not None:
            return known
        parts = _BETWEEN.split(text)
        return " ".join(self._parts(parts, deep)) if len(parts) > 1 else text

    def _parts(self, parts: list[str], deep: int) -> Iterable[str]:
        at = 0
        while at < len(parts):
            for end in range(len(parts), at, -1):
                joined = " ".join(parts[at:end])
                known = self._told(joined, deep)
                if known is not None:
                    break
            yield parts[at] if known is None else known
            at = at + 1 if known is None else end

    def _whole(self, text: str, deep: int) -> str | None:
        if (exact := self._exact.get(text)) is not None:
            return exact
        for one in self._places if deep < DEEPEST else ():
            if (found := one.found_in(text)) is not None:
                said = {name: value if _written(name) else self.place(value, deep + 1) for name, value in found.items()}
                return filled(one.other, said, lambda value, _: str(value), self.tongue.form)
        return None

    def place(self, text: str, deep: int = 1) -> str:
        """What stands in a place: a text that is known, a list of such, a day, a number; all else stays."""
        told = self.text(text, deep)
        if told != text:
            return told
        if ", " in text or " and " in text:
            told = self._listed(text)
        told = self.tongue.days_in(told)
        return _BOUNDS.sub(lambda m: str(self.tongue.words[m[1]]).format(value=m[2]), told)

    def _listed(self, text: str) -> str:
        parts = re.split(r"(, | and )", text)
        said = [self._exact.get(part, part) for part in parts[::2]]
        ids = all(map(_ID.fullmatch, parts[::2]))
        if not ids and all(new == old for new, old in zip(said, parts[::2], strict=True)):
            return text
        between = [str(self.tongue.words["and"]) if one == " and " else one for one in parts[1::2]]
        return "".join(one for pair in zip(said, [*between, ""], strict=True) for one in pair)


def _written(name: str) -> bool:
    """Whether what stands in a place of this name was written by people and stays as it is."""
    last = name.rpartition(".")[2]
    return last in ("title", "entry") or last.startswith("quoted")
