"""Codes by their description: which words a spelling must have, and must not have, to mean one code and no other.

The words are data: `evidence/schemas/annex-a/descriptions.csv`, read from above, the first that fits decides.
"""

import csv
import re
from functools import lru_cache
from typing import NamedTuple

from inspector.data import schemas_folder

ALIKE = {"latest_category_of_abuse": "initial_category_of_abuse"}
"""Fields whose codes are described as those of another."""
YES_NO = "yes_no"
LONGEST = 200
"""A longer text is no description of a code."""
ALONE = "*"
"""Instead of words that must not be there: no other word at all, but for short ones and those that say nothing."""
SHORT = 2
_EMPTY = frozenset({"ethnic", "ethnicity", "group", "groups", "background", "heritage", "race", "and"})
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_HEADS = (
    (re.compile(r"asian( or |/| / ?)+(a )?(asian[ -]?|brit\w*\.?[ -]?(asian)?|bri\w*){1,2}"), " asian "),
    (re.compile(r"asian, asian british or asian welsh"), " asian "),
    (re.compile(r"black, black british, (black welsh, )?caribbean or african"), " black "),
    (re.compile(r"black ?/ ?african ?/ ?caribbean( ?/ ?black[ -]british)?"), " black "),
    (re.compile(r"black( or |/| / ?)+(black[ -])?brit\w*"), " black "),
    (re.compile(r"mixed ?(/| or ) ?multiple( ethnic groups?)?"), " mixed "),
    (re.compile(r"(chinese|arab) or other ethnic groups?"), " "),
    (re.compile(r"english ?/ ?welsh ?/ ?scottish ?/ ?northern irish( ?(/|or) ?british)?"), " british "),
)
"""The headings under which the census puts ethnic groups, which name more than the group that is meant."""
_SPELT = (
    (re.compile(r"\bcarr?ibb?[a-z]*"), "caribbean"),
    (re.compile(r"\bnon[- ]binary\b"), "nonbinary"),
    (re.compile(r"\bmixed race\b"), "mixed"),
)


class Described(NamedTuple):
    """One description: of each group of words one must be there, none of `without`."""

    words: tuple[frozenset[str], ...]
    without: frozenset[str]
    code: str


def described(field: str, plain: str, *, yes_no: bool = False) -> str | None:
    """The code, as the table names it, that a text describes; `plain`: in lower case, of one kind of dash and space."""
    if len(plain) > LONGEST:
        return None
    words = _words(plain)
    rules = _table().get(ALIKE.get(field, field), []) + (_table()[YES_NO] if yes_no else [])
    for one in rules:
        if all(words & group for group in one.words) and not _against(words, one):
            return one.code
    return None


def _against(words: frozenset[str], one: Described) -> bool:
    if ALONE in one.without:
        return any(len(word) > SHORT for word in words.difference(_EMPTY, *one.words))
    return bool(words & one.without)


def _words(plain: str) -> frozenset[str]:
    text = plain
    for pattern, made in (*_HEADS, *_SPELT):
        text = pattern.sub(made, text)
    return frozenset(_WORD.findall(text))


@lru_cache(maxsize=1)
def _table() -> dict[str, list[Described]]:
    found: dict[str, list[Described]] = {}
    with (schemas_folder() / "annex-a" / "descriptions.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            groups = tuple(frozenset(group.split("|")) for group in row["words"].split())
            without = frozenset(row["without"].split("|")) - {""}
            found.setdefault(row["field"], []).append(Described(groups, without, row["code"]))
    return found
