"""Codes however authorities spell them: the standard spelling, its parts, and the recorded variants."""

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from inspector.data import schemas_folder

BLANKS = frozenset({"#n/a", "#value!", "#ref!", "#name?", "#null!", "n/a", "na", "null", "none", "nan", "-", "--", "."})
"""What stands in cells that mean to be empty, in lower case."""
_SIGNS = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "\u00a0": " "})
_PREFIX = re.compile(r"^[a-z]{1,2}\) *")
_WORD = re.compile(r"[a-z]{3,}")
_ID = re.compile(r"^([a-z]{0,6}[0-9]*[a-z]?)(?: *: *| +- +|$)")


@dataclass(frozen=True)
class Spellings:
    """The spellings of one code list. `name` says which of the recorded variants belong to it."""

    name: str | None
    codes: tuple[str, ...]

    @staticmethod
    @lru_cache(maxsize=256)
    def of(name: str | None, codes: tuple[str, ...]) -> "Spellings":
        """The spellings of a list, made once."""
        return Spellings(name, codes)

    def read(self, text: str) -> str | None:
        """The standard spelling of a code; None for a mark that means blank; what is not known stays as it is."""
        if text in self._exact:
            return text
        plain = key(text)
        if plain in self._whole:
            return self._whole[plain]
        recorded = self._recorded.get(plain) if self.name else None
        recorded = self._whole.get(key(recorded), recorded) if recorded else None
        found = self._by_part(plain, recorded) or recorded
        if found:
            return found
        return None if plain in BLANKS else text

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset(self.codes)

    @cached_property
    def _whole(self) -> dict[str, str]:
        return {key(code): code for code in reversed(self.codes)}

    @cached_property
    def _parts(self) -> dict[str, str | None]:
        """Each code without its letter, its id alone and its label alone; None where two codes share it."""
        parts: dict[str, str | None] = {}
        for code in self.codes:
            for part in _parts_of(key(code)):
                parts[part] = None if parts.get(part, code) != code else code
        return parts

    def _by_part(self, plain: str, recorded: str | None) -> str | None:
        """The code that a part of the spelling names, unless the rest of it, or what is recorded of it, says otherwise."""
        bare = _PREFIX.sub("", plain)
        found = self._parts.get(bare)
        id = _ID.match(bare)
        if found is None and id and id[1] and (any(c.isdigit() for c in id[1]) or len(id[1]) == 4):
            found = self._parts.get(id[1])
            label = set(_WORD.findall(bare[id.end() :]))
            if found and recorded is None and label and not label & set(_WORD.findall(key(found))):
                return None
        if found and recorded is not None and self._group(found) not in (None, recorded):
            return None
        return found

    def _group(self, code: str) -> str | None:
        """The group of codes that a code is recorded under."""
        whole = key(code)
        group = self._recorded.get(whole) or self._recorded.get(_PREFIX.sub("", whole))
        return self._whole.get(key(group), group) if group else None

    @cached_property
    def _recorded(self) -> dict[str, str]:
        return _variants_of(self.name) if self.name else {}


def key(text: str) -> str:
    """A spelling as it is compared: lower case, one kind of dash, quote and space."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    return " ".join(text.casefold().split())


def _parts_of(plain: str) -> set[str]:
    bare = _PREFIX.sub("", plain)
    parts = {bare}
    found = _ID.match(bare)
    if found and found[1] and found.end() <= len(bare):
        parts |= {found[1], bare[found.end() :]}
    return parts - {""}


def code_parts(code: str) -> set[str]:
    """A code without its letter, its id alone and its label alone."""
    return _parts_of(key(code))


@lru_cache(maxsize=64)
def _variants_of(field: str) -> dict[str, str]:
    """The recorded variants of a field, as they are compared."""
    return {key(written): standard for written, standard in _variants().get(field, ())}


@lru_cache(maxsize=1)
def _variants() -> dict[str, list[tuple[str, str]]]:
    """The recorded variants by field, as `evidence/schemas/annex-a/value_variants.csv` has them."""
    found: dict[str, list[tuple[str, str]]] = {}
    with (schemas_folder() / "annex-a" / "value_variants.csv").open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        head = next(rows)
        field, written, standard = (head.index(name) for name in ("field", "as_written", "standard"))
        for row in rows:
            found.setdefault(row[field], []).append((row[written], row[standard]))
    return found
