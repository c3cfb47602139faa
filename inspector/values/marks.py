"""What stands in a cell of figures and is no figure: nothing, or a mark that says that the figure is kept back.

Marks as the Government Statistical Service has them (`[c]`, `[x]`, `[z]`, `[low]`), as the Department for Education has them
(`c`, `x`, `z`, `k`, `low`, `u`), and the older ones (`*`, `..`, `:`, `~`, `-`, `<5`). A figure that is kept back is not nought,
and not an error.
"""

import re
from collections.abc import Collection
from typing import Literal

State = Literal["figure", "blank", "suppressed"]
BLANKS = frozenset(
    {"", "#n/a", "#value!", "#ref!", "#name?", "#null!", "#div/0!", "#num!", "n/a", "na", "null", "none", "."}
)
"""What stands in cells that mean to be empty, in lower case; in a cell of figures `n/a` says that one is not available."""
MEANINGS = {
    "c": "confidential", "k": "small", "low": "small", "s": "suppressed", "u": "unreliable", "x": "not available",
    "z": "not applicable", "*": "suppressed", "**": "suppressed", "..": "not available", "...": "not available",
    "…": "not available", ":": "not available", "~": "small", "-": "not applicable", "--": "not applicable",
    "–": "not applicable", "—": "not applicable", "‐": "not applicable", "−": "not applicable", "#": "suppressed",
    "supp": "suppressed", "suppressed": "suppressed", "confidential": "confidential", "redacted": "suppressed",
    "n/a": "not available", "na": "not available", "not available": "not available",
    "not applicable": "not applicable", "too small": "small",
}  # fmt: skip
"""The marks of figures that are kept back, in lower case, and what each says; also in square brackets."""
_BOUND = re.compile(
    r"(?:[<>≤≥]=?|less than|fewer than|under|below|up to|more than|over) ?[0-9]{1,6}(?:\.[0-9]{1,3})? ?%?"
    r"|[0-9]{1,6} or (?:fewer|less|more)"
)
_RANGE = re.compile(r"[01] ?(?:-|–|to) ?[0-9]")
LONGEST = 40


def state(text: str | None, also: Collection[str] = ()) -> State:
    """Whether a cell of figures holds a figure, nothing, or a mark that it is kept back; `also` names further marks."""
    if text is None:
        return "blank"
    bare = text.strip()
    if bare in also:
        return "suppressed"
    if bare.replace(",", "").replace(".", "", 1).isdecimal():
        return "figure"
    if meaning(bare):
        return "suppressed"
    return "blank" if bare.lower() in BLANKS else "figure"


def meaning(mark: str) -> str:
    """What a mark says of the figure that is kept back: `confidential`, `less than 5`; empty where it is no mark."""
    if len(mark) > LONGEST:
        return ""
    bare = " ".join(mark.lower().split())
    if (bare[:1] == "[" and bare[-1:] == "]") or (bare[:1] == "(" and bare[-1:] == ")" and not bare[1:2].isdigit()):
        bare = bare[1:-1].strip()
    if found := MEANINGS.get(bare):
        return found
    return bare if _BOUND.fullmatch(bare) or _RANGE.fullmatch(bare) else ""
