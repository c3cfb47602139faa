"""Puts the values of facts into the sentences of rules."""

import re
from collections.abc import Mapping
from datetime import date

from inspector.model.facts import Fact, Scalar
from inspector.model.months import month_year
from inspector.model.words import agree, doubted, written_out

_PLACE = re.compile(r"\{([a-z][a-z0-9_-]*)\.([a-z][a-z0-9_-]*)(?:\|([^{}|]*)\|([^{}|]*))?\}", re.IGNORECASE)
MISSING = "not stated"


def told(text: str, bound: Mapping[str, Fact]) -> str:
    """`fill`, and after it what was set aside of the records that the facts named in it count, each sentence once.

    Whoever writes the rule cannot leave out how many were submitted and do not count.
    """
    named = dict.fromkeys(place[1] for place in _PLACE.finditer(text) if place[1] in bound)
    return " ".join(dict.fromkeys([fill(text, bound), *(bound[n].aside_says for n in named if bound[n].aside_says)]))


def fill(text: str, bound: Mapping[str, Fact]) -> str:
    """`text` with each `{alias.field}` replaced by the value in words; a field that is absent reads `not stated`.

    A field whose name says that it is a share (`share`, `kept_share`, `share_faded`) reads as a percentage; one whose name says
    that it is a probability never reads as 0 or 1.
    `{alias.field|test|tests}` is the word alone that suits the number: the first for 1, the second for all else.
    """

    def value(place: re.Match[str]) -> str:
        fact = bound.get(place[1])
        found = fact.fields.get(place[2]) if fact is not None else None
        if place[3] is not None:
            return agree(found, place[3], place[4])
        if found is None:
            return MISSING
        parts = place[2].split("_")
        if isinstance(found, float) and "share" in parts:
            return percentage(found)
        sure = PROBABILITIES.intersection(parts) and "expected" not in parts
        return doubted(found) if isinstance(found, float) and sure else spoken(found)

    return _PLACE.sub(value, text)


def in_general(text: str) -> str:
    """`text` for whoever asks without a bundle: each `{alias.field}` as the field's name, `<active months>`, words as for many.

    What a tally counts reads `<number>`, what it is counted among `<all>`.
    """

    def named(place: re.Match[str]) -> str:
        return place[4] if place[3] is not None else f"<{_GENERAL.get(place[2], place[2].replace('_', ' '))}>"

    return _PLACE.sub(named, text)


_GENERAL = {"n": "number", "out_of": "all"}
PROBABILITIES = frozenset({"probability", "better"})
"""Parts of the names of fields that hold a probability, but for `expected_better`; `more_better`: of more gains than losses."""


def percentage(share: float) -> str:
    """A share as a whole percentage, never rounded up to all or down to none."""
    if 0 < share <= 0.005:
        return "under 1%"
    if 0.995 <= share < 1:
        return "over 99%"
    return f"{100 * share:.0f}%"


def spoken(value: Scalar) -> str:
    """One value within a sentence: as `say`, but a share in two decimals, never rounded up to 1 or down to 0."""
    if not isinstance(value, float):
        return say(value)
    if 0 < abs(value) < 0.005:
        return "under 0.01" if value > 0 else "between -0.01 and 0"
    if 0.99 < value < 1:
        return "over 0.99"
    return say(round(value, 2))


def say(value: Scalar) -> str:
    """One value in words: `12`, `0.83`, `1 April 2024`, `yes`. Six significant digits, never an exponent."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return written_out(value)
    if isinstance(value, date):
        return f"{value.day} {month_year(value)}"
    return str(value)
