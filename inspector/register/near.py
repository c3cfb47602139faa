"""Names of authorities that are spelt nearly the same: a slip of the pen, or the same body under two names."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

ALIKE = 0.8
"""So alike are two names by difflib's ratio that one may have been meant for the other."""
MOST = 3
_WORD = re.compile(r"[^\W_]+")


def near(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Of the names those spelt nearly as `name` is, nearest first, at most three; never `name` itself.

    Case, marks and spaces do not count. A name made of another's words and more is near too: a place, and its council.
    """
    words = _words(name)
    text = " ".join(words)
    found: list[tuple[float, str]] = []
    for other in names:
        if other != name and (likeness := _likeness(words, text, other)):
            found.append((-likeness, other))
    return tuple(other for _, other in sorted(found)[:MOST])


def _likeness(words: list[str], text: str, other: str) -> float:
    """How alike two names are, 0 where they are not near."""
    theirs = _words(other)
    if not words or not theirs:
        return 0.0
    if words == theirs:
        return 1.0
    mine, yours = set(words), set(theirs)
    if mine < yours or yours < mine:
        return 0.9
    said = " ".join(theirs)
    if abs(len(said) - len(text)) > 0.4 * max(len(said), len(text)):
        return 0.0
    matcher = difflib.SequenceMatcher(None, said, text, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def _words(name: str) -> list[str]:
    """The words of a name, blind to case and accents; at most the first 200 characters are looked at."""
    plain = unicodedata.normalize("NFKD", name[:200])
    return _WORD.findall("".join(one for one in plain if not unicodedata.combining(one)).casefold())
