"""Regular expressions that come from outside: tried by one engine whose time grows with the text and never explodes.

It is the engine that Polars compiles checks with (Rust's `regex`): no look-around, no references back, `$` means the end.
Python's own engine tries a pattern of ours alone; one from a row schema can keep it busy for ever.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

import polars as pl

from inspector.bundle.schema.ecma import NotStandard, written
from inspector.model.limits import most, raise_it, words

_SIMPLE = re.compile(
    r"\\(?:[pP]\{[^}]*\}|u\{[0-9A-Fa-f]+\}|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(\d+)(?:,(\d*))?\}|.", re.DOTALL
)


class PatternRefused(ValueError):
    """A pattern that cannot be tried, or that is too large; the text says why, and how it is mended."""


def refuse(pattern: object) -> None:
    """Raise PatternRefused, in words, where that is no pattern that texts can be held against."""
    if not isinstance(pattern, str):
        raise PatternRefused(f"{str(pattern)[:60]!r} is no pattern: a text is asked")
    _refuse(pattern, most("pattern-steps"))


@lru_cache(maxsize=1024)
def _refuse(pattern: str, limit: int) -> None:
    # One that will do is asked about for every row of headings; one that will not is never remembered.
    size = steps(pattern)
    if size > limit:
        told = f"{_shown(pattern)} takes {size:,} steps, and the limit is {words('pattern-steps')}"
        raise PatternRefused(f"{told}; {raise_it('pattern-steps')}")
    _tried(compiled(pattern), [""], pattern)


def which(pattern: str, texts: Sequence[str], *, whole: bool = False, ignore_case: bool = False) -> list[bool]:
    """Which of the texts hold the pattern, or with `whole` are one as a whole. Raises PatternRefused."""
    refuse(pattern)
    flags = "(?i)" if ignore_case else ""
    engine = compiled(pattern)
    if not whole:
        return _tried(flags + engine, texts, pattern)
    try:
        return _tried(rf"{flags}\A(?:{engine})\z", texts, pattern)
    except PatternRefused:
        # It ends in a comment, which has swallowed our bracket.
        return _tried(f"{flags}\\A(?:{engine}\n)\\z", texts, pattern)


def compiled(pattern: str) -> str:
    """The pattern as the engine understands it, with the standard's meaning. Raises PatternRefused."""
    try:
        return written(pattern)
    except NotStandard as failure:
        raise PatternRefused(f"{_shown(pattern)} is no pattern of JSON Schema: {failure}") from None


def _tried(whole: str, texts: Sequence[str], pattern: str) -> list[bool]:
    try:
        found = pl.Series(texts, dtype=pl.String).str.contains(whole)
    except pl.exceptions.PolarsError as failure:
        raise PatternRefused(
            f"{_shown(pattern)} is no pattern that texts can be held against: {_why(failure)}"
        ) from None
    return [bool(one) for one in found.to_list()]


def matches(pattern: str, text: str) -> bool:
    """Whether the text holds the pattern. Raises PatternRefused. For many texts `which` is quicker by far."""
    return which(pattern, [text])[0]


def steps(pattern: str) -> int:
    """How many characters the pattern can ask of a text, repetitions written out: what trying it costs for each letter.

    Brackets of either sort are told apart well enough for a bound; whether the pattern is right is not asked.
    """
    open_groups: list[int] = []
    total = last = 0
    for part in _SIMPLE.finditer(pattern):
        text = part[0]
        if part[1] is not None:
            times = max(int(part[1][:9]), int((part[2] or "0")[:9]))
            total += last * (max(times, 1) - 1)
            last *= max(times, 1)
        elif text == "(":
            open_groups.append(total)
            total = last = 0
        elif text == ")":
            last = total
            total += open_groups.pop() if open_groups else 0
        elif text not in "*+?|^$":
            last = 1
            total += 1
    return total + sum(open_groups)


def _shown(pattern: str) -> str:
    return repr(pattern if len(pattern) <= 80 else f"{pattern[:79]}…")


def _why(failure: BaseException) -> str:
    """What the engine says, in one line and without the drawing of the place."""
    lines = str(failure).splitlines()
    if any("size limit" in line for line in lines):
        return "it is too large"
    return next((line.removeprefix("error: ") for line in lines if line.startswith("error: ")), "it cannot be read")
