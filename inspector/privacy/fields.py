"""Which fields of a row schema are private or identify somebody. Read to the side of hiding: what is unclear is private."""

import difflib
import re
from dataclasses import dataclass
from typing import Any

from inspector.model.headings import bare

PRIVATE, IDENTIFYING = "x-private", "x-identifiers"
KNOWN = frozenset({
    PRIVATE, IDENTIFYING, "x-primary-key", "x-foreign-key", "x-not-before", "x-separator", "x-date-format", "x-record",
    "x-tolerant", "x-columns", "x-list", "x-aliases", "x-heading-patterns", "x-variants", "x-at-most", "x-parts", "x-return",
    "x-suppressed", "x-code", "x-message", "x-level",
})  # fmt: skip
"""The words that a row schema may have; another that resembles one of the first two is taken for it."""
ALIKE = 0.7
ANNEX_A_PRIVATE = frozenset({"date_of_birth", "allocated_worker", "allocated_personal_advisor", "placement_postcode"})
ANNEX_A_IDS = frozenset({"child_unique_id", "individual_adopter_identifier", "family_identifier"})
"""Headings of Annex A that hold what is private, whatever table they stand over."""


@dataclass(frozen=True)
class Fields:
    """The fields of one table that are never repeated, and those that pseudonyms replace."""

    private: frozenset[str] = frozenset()
    identifying: frozenset[str] = frozenset()

    @property
    def any(self) -> frozenset[str]:
        """Both together."""
        return self.private | self.identifying


def of_schema(schema: dict[str, Any]) -> Fields:
    """The fields that a row schema marks, also where the mark is misspelt or has not the shape of a list."""
    properties = schema.get("properties")
    names = tuple(properties) if isinstance(properties, dict) else ()
    private: set[str] = set()
    identifying: set[str] = set()
    for word, said in schema.items():
        meant = _meant(word)
        if meant == PRIVATE:
            private |= _named(said, names)
        elif meant == IDENTIFYING:
            identifying |= _named(said, names)
    return Fields(frozenset(private), frozenset(identifying))


def with_headings(fields: Fields, headings: dict[str, str]) -> Fields:
    """With the fields that stand under a heading of Annex A's that is private or identifies, as a wrong mapping has it."""
    under = {field: bare(heading) for field, heading in headings.items()}
    return Fields(
        fields.private | {field for field, heading in under.items() if heading in ANNEX_A_PRIVATE},
        fields.identifying | {field for field, heading in under.items() if heading in ANNEX_A_IDS},
    )


def _meant(word: object) -> str | None:
    if word in KNOWN:
        return word if word in (PRIVATE, IDENTIFYING) and isinstance(word, str) else None
    plain = bare(str(word))
    if not plain.startswith("x_") and plain not in ("private", "identifiers", "identifier"):
        return None
    plain = plain.removeprefix("x_")
    near = {
        mark: difflib.SequenceMatcher(None, plain, mark.removeprefix("x-")).ratio() for mark in (PRIVATE, IDENTIFYING)
    }
    best = max(near, key=lambda mark: near[mark])
    return best if near[best] >= ALIKE else None


def _named(said: Any, names: tuple[str, ...]) -> set[str]:
    """The fields that are named; every field where a name is none of them, or nothing can be made of it."""
    if isinstance(said, list | tuple) and not said:
        return set()
    words = [said] if isinstance(said, str) else list(said) if isinstance(said, list | tuple | dict) else []
    if not words or not all(isinstance(word, str) for word in words):
        return set(names)
    found: set[str] = set()
    plain = {bare(name): name for name in names}
    for word in words:
        if word in names:
            found.add(word)
        elif bare(word) in plain:
            found.add(plain[bare(word)])
        elif near := difflib.get_close_matches(bare(word), plain, n=1, cutoff=0.75):
            found.add(plain[near[0]])
        elif parts := [plain[bare(part)] for part in re.split(r"[,;|\s]+", word) if bare(part) in plain]:
            found.update(parts)
        else:
            return set(names)
    return found
