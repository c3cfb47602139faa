"""Codes however authorities spell them: the standard spelling, its parts, and the recorded variants."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from inspector.bundle.check.described import described
from inspector.bundle.check.recorded import codes_of, key, variants_of

BLANKS = frozenset({"#n/a", "#value!", "#ref!", "#name?", "#null!", "n/a", "na", "null", "none", "nan", "-", "--", "."})
"""What stands in cells that mean to be empty, in lower case."""
_PREFIX = re.compile(r"^[a-z]{1,2}\) *")
_WORD = re.compile(r"[a-z]{3,}")
_ID = re.compile(r"^([a-z]{0,6}[0-9]*[a-z]?)(?: *: *| +- +|$)")
_IDS = re.compile(r"(?<![a-z0-9])(?:[a-z]{1,3}[0-9]{1,2}[a-z]?|[0-9]{1,2}[a-z]|[a-z]{4})(?![a-z0-9])")
_NUMBERED = re.compile(r"([0-9]{1,2})[ .:)-]+[a-z]")
_SMALL = frozenset({"and", "the", "any", "other", "with", "not", "for"})
LETTERS = frozenset({"ethnicity", "gender"})
"""Code lists in which a letter alone is no code of the template: `B` is a group of the census, or a boy."""
EXACTLY = frozenset({"ethnicity"})
"""Code lists of which no local code is read as a group: two lists would seem to differ where one says more."""


@dataclass(frozen=True)
class Spellings:
    """The spellings of one code list. `name` says which of the recorded variants belong to it.

    A description is read as the code that it describes, or not at all: never as a group of codes, unless nothing but the
    group is written, or nothing but the group is recorded of a local code.
    """

    name: str | None
    codes: tuple[str, ...]

    @staticmethod
    @lru_cache(maxsize=256)
    def of(name: str | None, codes: tuple[str, ...]) -> "Spellings":
        """The spellings of a list, made once."""
        return Spellings(name, codes)

    def read(self, text: str) -> str | None:
        """The standard spelling of a code; None for a mark that means blank; what is not known stays as it is."""
        plain = key(text)
        whole = text if text in self._exact else self._whole.get(plain)
        if whole is not None:
            return self._only(whole)
        recorded = self._recorded.get(plain)
        if recorded is None and plain in BLANKS:
            return None
        recorded = self._whole.get(key(recorded), recorded) if recorded else None
        if found := self._meant(plain, recorded):
            return self._only(found)
        return None if plain in BLANKS else text

    def _only(self, code: str) -> str:
        """The one code of a group that stands for no other; any other code as it is."""
        alone = self._members.get(code, []) if code in self._groups else []
        return alone[0] if len(alone) == 1 else code

    def group(self, code: str) -> str:
        """The group that a code belongs to; the code itself where it is a group, or in none."""
        return code if code in self._groups else self._group(code) or code

    def agree(self, one: str, other: str) -> bool:
        """Whether two codes can both be right: the same one lettered anew, or a group and a code of it."""
        same = _bare(key(one)) == _bare(key(other))
        return same or one == self.group(other) or other == self.group(one)

    def _meant(self, plain: str, recorded: str | None) -> str | None:
        """The code that a spelling means by its parts, its words, or what is recorded of it."""
        found = self._by_part(plain, recorded)
        if found in self._groups:
            recorded = recorded or found
        elif found:
            return found
        words, id = self._by_words(plain), self._by_id(plain)
        for candidate in (words, id):
            if candidate and (words == id or self._goes_with(candidate, recorded)):
                return candidate
        if recorded is None or recorded not in self._groups:
            return recorded if recorded in self._exact else None
        told = self.name not in EXACTLY or found == recorded or len(self._members.get(recorded, ())) == 1
        return recorded if told else None

    def _goes_with(self, code: str, recorded: str | None) -> bool:
        """Whether nothing that is recorded of the spelling says that another code is meant."""
        if recorded is None or recorded == code:
            return True
        group = self._group(code)
        return group is not None and key(group) == key(recorded)

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset(self.codes)

    @cached_property
    def _whole(self) -> dict[str, str]:
        return {key(code): code for code in reversed(self.codes)}

    @cached_property
    def _groups(self) -> frozenset[str]:
        """Those of the codes that stand for several others, as they are recorded."""
        own = codes_of(self.name)
        return frozenset(code for code in self.codes if own and key(code) not in own)

    @cached_property
    def _members(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for code in self.codes:
            if code not in self._groups and (group := self._group(code)):
                found.setdefault(group, []).append(code)
        return found

    @cached_property
    def _parts(self) -> dict[str, str | None]:
        """Each code without its letter, its id alone, its label alone and its description; None where two codes share it.

        A group yields to a code, and of a code that was lettered anew the first letter stays.
        """
        parts: dict[str, str | None] = {}
        for code in (*(c for c in self.codes if c not in self._groups), *sorted(self._groups)):
            for part in _parts_of(key(code)) | _parts_of(key(codes_of(self.name).get(key(code), ""))):
                held = parts.get(part, code)
                if code in self._groups and part in parts:
                    continue
                same = held is not None and _bare(key(held)) == _bare(key(code))
                parts[part] = held if same else None
        return parts

    @cached_property
    def _lettered(self) -> dict[str, str]:
        """The letters of the codes alone, with their bracket, where a letter is one code's."""
        said: dict[str, set[str]] = {}
        for code in self.codes:
            if match := _PREFIX.match(key(code)):
                said.setdefault(match[0].strip(), set()).add(self._only(code))
        own = {match[0].strip() for code in codes_of(self.name) if (match := _PREFIX.match(code))}
        return {letter: next(iter(codes)) for letter, codes in said.items() if len(codes) == 1 and letter in own}

    def _by_part(self, plain: str, recorded: str | None) -> str | None:
        """The code that a part of the spelling names, unless the rest of it, or what is recorded of it, says otherwise."""
        bare = _bare(plain)
        letter = f"{plain})" if len(plain) == 1 and self.name not in LETTERS else plain
        found = self._lettered.get(letter) or self._parts.get(bare)
        id = _ID.match(bare)
        if found is None and id and id[1] and (any(c.isdigit() for c in id[1]) or len(id[1]) == 4):
            found = self._parts.get(id[1])
            label = set(_WORD.findall(bare[id.end() :]))
            if found and recorded is None and label and not label & self._label(found):
                return None
        if found and recorded is not None and self._group(found) not in (None, recorded):
            return None
        return found

    def _by_words(self, plain: str) -> str | None:
        """The code that the words of a spelling describe."""
        said = described(self.name, plain, yes_no=self._yes_no) if self.name else None
        return self._parts.get(key(said)) if said else None

    def _by_id(self, plain: str) -> str | None:
        """The one code whose id stands somewhere in the spelling, with a label that has a word of its own or none."""
        if found := _NUMBERED.match(plain):
            code = self._parts.get(found[1])
            if code and set(_WORD.findall(plain)) & self._label(code):
                return code
        ids = {found for found in _IDS.findall(plain) if any(c.isdigit() for c in found) or self.name in EXACTLY}
        codes = {code for id in ids if (code := self._parts.get(id)) and code not in self._groups}
        if len(codes) != 1:
            return None
        code = codes.pop()
        words = set(_WORD.findall(plain)) - ids
        return code if words & self._label(code) or not words else None

    def _label(self, code: str) -> set[str]:
        return set(_WORD.findall(f"{key(code)} {key(codes_of(self.name).get(key(code), ''))}")) - _SMALL

    @cached_property
    def _yes_no(self) -> bool:
        own = {_bare(key(code)) for code in self.codes if code not in self._groups}
        return {"yes", "no"} <= own <= {"yes", "no", "unknown"}

    def _group(self, code: str) -> str | None:
        """The group of codes that a code is recorded under."""
        whole = key(code)
        group = self._recorded.get(whole) or self._recorded.get(_bare(whole))
        return self._whole.get(key(group), group) if group else None

    @cached_property
    def _recorded(self) -> dict[str, str]:
        return variants_of(self.name) if self.name else {}


def _bare(plain: str) -> str:
    return _PREFIX.sub("", plain)


def _parts_of(plain: str) -> set[str]:
    bare = _bare(plain)
    said = bare.replace("'", "").rstrip(".")
    parts = {bare, said, said.partition(" - ")[2]} if bare[:1] == "'" else {bare}
    found = _ID.match(bare)
    if found and found[1] and found.end() <= len(bare):
        parts |= {found[1], bare[found.end() :]}
    return parts - {""}


def code_parts(code: str) -> set[str]:
    """A code without its letter, its id alone and its label alone."""
    return _parts_of(key(code))
