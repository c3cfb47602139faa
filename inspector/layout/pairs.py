"""Rows that belong together: how many, out of how many, and the share that they make."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from inspector.layout.wide_table import Role
from inspector.layout.words import role

_ENDS = re.compile(
    r"(?P<stem>.*\S)\s*(?:[:,;–—-]\s*|[(\[]\s*)(?P<role>[^:,;()\[\]]{1,24}?)\s*[)\]]?\s*$"
    r"|(?P<stem2>.*?\S)\s+(?P<role2>numerator|denominator|num\.?|denom\.?|%)\s*$"
    r"|(?P<role3>numerator|denominator|num|denom|%|percentage|number|no\.?)\s*(?:of|:|[-–])?\s*(?P<stem3>\S.*)$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\(?\s*(?:out )?of\b[:\s]*(?P<what>.*?)\)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """What a row of figures is called, and what its figures are."""

    title: str
    role: Role


def paired(names: Sequence[str], roles: Sequence[Role | None], breaks: Sequence[int] = ()) -> list[Named]:
    """The title and the role of each of some rows, one after the other; `roles` are those that a column of their own says.

    Only a number with what it is out of makes a pair; a number beside a percentage without that is an indicator by itself.
    `breaks` are places where a new block begins.
    """
    made = [Named(name, said or "value") for name, said in zip(names, roles, strict=True)]
    said = [_parted(name, given) for name, given in zip(names, roles, strict=True)]
    place = 0
    while place < len(names):
        end = _group_end(said, place, breaks)
        group = range(place, end)
        if {said[at][1] for at in group} >= {"numerator", "denominator"}:
            stem = said[place][0]
            for at in group:
                made[at] = Named(stem, said[at][1] or "value")
        else:
            for at in group:
                own = said[at][1] if roles[at] else None
                made[at] = Named(_whole(names[at], own, alone=len(group) == 1), "value")
        place = end
    return made


def _whole(name: str, own: Role | None, *, alone: bool) -> str:
    """The title of a row that is no part of a pair; what a column of its own says of it is kept where others share its name."""
    words = {"numerator": "number", "denominator": "out of", "value": "%"}
    return name if own is None or alone else f"{name} ({words[own]})"


def _parted(name: str, given: Role | None) -> tuple[str, Role | None]:
    """A name without the words that say what its figures are, and these."""
    if given:
        return name, given
    found = _ENDS.fullmatch(name.strip()[:300])
    if found is None:
        return name, None
    stem = found["stem"] or found["stem2"] or found["stem3"]
    said = role(found["role"] or found["role2"] or found["role3"])
    return (stem.strip(), said) if said else (name, None)


def _group_end(said: list[tuple[str, Role | None]], place: int, breaks: Sequence[int]) -> int:
    """The place after the rows that belong with the one at `place`."""
    stem, first = said[place]
    seen = {first} if first else set()
    at = place + 1
    while at < len(said) and at not in breaks and at - place < 3:
        other, its = said[at]
        if its is not None and its not in seen and _same(stem, other):
            seen.add(its)
            if first is None and its == "denominator":
                said[place] = (stem, "numerator")
        elif first in (None, "numerator") and "denominator" not in seen and (out := _OUT_OF.fullmatch(other.strip())):
            # `of referrals` below `Re-referrals: number`, or below `Re-referrals`.
            said[place] = (stem, "numerator")
            said[at] = (out["what"], "denominator")
            seen |= {"numerator", "denominator"}
        else:
            break
        at += 1
    return at


def _same(stem: str, other: str) -> bool:
    return " ".join(stem.lower().split()) == " ".join(other.lower().split())
