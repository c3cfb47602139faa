"""The words that authorities use for our fields and codes, as `evidence/schemas/words.yaml` has them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import yaml

from inspector.data import schemas_folder
from inspector.model.headings import bare

Key = frozenset[str]
_NOTHING = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "our",
        "your",
        "this",
        "was",
        "is",
        "are",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "it",
        "its",
        "in",
        "for",
        "please",
        "we",
        "did",
        "do",
        "does",
        "i",
        "you",
        "they",
    ]
)
"""Words that do not part one heading from another."""
_DATED = frozenset(["date", "on", "when", "day", "dt", "dates", "time"])
_ID = frozenset(["no", "nr", "number", "num", "id", "ids", "ref", "reference", "code"])
_SAME = {
    "outcomes": "outcome", "learnt": "learned", "reviewing": "review", "kids": "children", "qtr": "quarter",
    "recs": "rec", "recommendations": "recommendation", "whos": "who", "wk": "worker", "organisation": "organisation",
    "organization": "organisation", "evidenced": "evidence",
}  # fmt: skip
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True)
class Kind:
    """The words of one row schema: what its fields may be headed, headings that are none of them, and titles."""

    fields: Mapping[str, frozenset[Key]]
    other: frozenset[Key]
    titles: frozenset[Key]
    period: frozenset[Key]
    """Headings of a column that says a period in one cell."""
    instead: Mapping[str, frozenset[Key]]
    """Headings that are near a field, where nothing else is it."""


@lru_cache(maxsize=8192)
def key(text: str, *, dated: bool = False) -> Key:
    """A heading as a set of words: without what parts none from another; a date's without the words for a day."""
    words = [_SAME.get(word, word) for word in bare(text).split("_")]
    words = [_singular(word) for word in words if word]
    kept = {"id" if word in _ID else word for word in words if word not in _NOTHING} or {*words}
    if kept <= _DATED:
        kept = {*words}
    without = kept - _DATED or {*words} - _DATED
    return frozenset(without if dated and without else kept)


@lru_cache(maxsize=8192)
def keys(text: str, *, dated: bool = False) -> tuple[Key, ...]:
    """The ways in which a heading may be compared: as it is, and without what stands in brackets."""
    short = _BRACKETS.sub(" ", text).strip()
    found = [key(text, dated=dated)]
    if short and short != text.strip():
        found.append(key(short, dated=dated))
    return tuple(one for one in dict.fromkeys(found) if one)


@lru_cache(maxsize=8192)
def in_brackets(text: str) -> tuple[Key, ...]:
    """What stands in brackets in a heading, by itself: `Lead (job title)`."""
    return tuple(key(said) for said in _BRACKETS.findall(text) if said.strip("()[] "))


@cache
def kind(schema_name: str) -> Kind:
    """The words of a row schema; none where it has none."""
    said = _words()["kinds"].get(schema_name, {})
    # A column of days may be headed by its verb alone, so every heading is kept in both forms.
    fields = {name: _both(texts) for name, texts in said.get("fields", {}).items()}
    instead = {name: _both(texts) for name, texts in said.get("instead", {}).items()}
    titles, period = _keys(said.get("titles", [])), _both(said.get("period", []))
    return Kind(fields, _both(said.get("other", [])), titles, period, instead)


@cache
def _every() -> frozenset[Key]:
    found: set[Key] = set()
    for name in _words()["kinds"]:
        words = kind(name)
        found = found.union(words.other, words.period, *words.fields.values())
    return frozenset(found)


def known(heading: str) -> bool:
    """Whether any kind has a word for a heading, or knows it as none of its own."""
    return any(one in _every() for dated in (False, True) for one in keys(heading, dated=dated))


def no_field(heading: str, schema_name: str) -> bool:
    """Whether a heading is known to mean something else than a field that is wanting."""
    words = kind(schema_name)
    forms = {one for dated in (False, True) for one in keys(heading, dated=dated)}
    return bool(forms & words.other)


@cache
def codes(field: str) -> Mapping[str, str]:
    """How the codes of a field are written: the words as they are compared, to our code; "" says that nothing is known."""
    return {bare(text) or text: ours for ours, texts in _words()["codes"].get(field, {}).items() for text in texts}


@cache
def phrases(which: str) -> tuple[tuple[Key, str], ...]:
    """The words in titles that speak for an answer, as `measures` and `better_titles` have them, each with the answer."""
    return tuple((key(text), ours) for ours, texts in _words()[which].items() for text in texts)


@cache
def roles() -> frozenset[str]:
    """Words of which one stands in nearly every name of a role, and in no name of a person."""
    return frozenset(word for text in _words()["roles"] for word in text.split())


@cache
def _words() -> Mapping[str, Any]:
    # As texts alone: to YAML a bare `yes` is no word.
    found: Mapping[str, Any] = yaml.load(
        (schemas_folder() / "words.yaml").read_text(encoding="utf-8"),
        Loader=yaml.BaseLoader,
    )
    return found


def _keys(texts: Sequence[str]) -> frozenset[Key]:
    return frozenset(key(text) for text in texts)


def _both(texts: Sequence[str]) -> frozenset[Key]:
    return _keys(texts) | frozenset(key(text, dated=True) for text in texts)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    keep = len(word) <= 3 or word.endswith(("ss", "us", "is"))
    return word if keep else word.removesuffix("s")
