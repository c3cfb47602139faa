"""Names of authorities that are spelt nearly the same: a slip of the pen, or the same body under two names."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

ALIKE = 0.82
"""So alike are two words by difflib's ratio that one may have been meant for the other: Durham and Dorham, not Leicester and
Leicestershire."""
RUN_TOGETHER = 0.9
"""So alike are two names with the spaces left out: Bracken shire and Brackenshire, not North and South Yorkshire."""
ALIKE_LETTERS = 0.7
"""A word that has fewer of the different letters of another is not looked at twice."""
MOST = 3
SORTS = frozenset({
    "council", "county", "city", "borough", "metropolitan", "london", "royal", "district", "unitary", "authority", "trust",
    "service", "services", "children", "s", "of", "and", "the", "for", "in", "cc", "mbc", "bc", "lbc", "nhs",
})  # fmt: skip
"""Words that say what sort of body it is, and not which."""
_WORD = re.compile(r"[^\W_]+")


def near(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Of the names those spelt nearly as `name` is, nearest first, at most three; never `name` itself.

    Case, marks, spaces, the order of words and what sort of body it is do not count. A name made of another's words and more is
    near too.
    """
    mine = _words(name)
    found = [(-likeness, other) for other in names if other != name and (likeness := _likeness(mine, _words(other)))]
    return tuple(other for _, other in sorted(found)[:MOST])


def _likeness(mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """How alike two names are, 0 where they are not near."""
    if not mine or not theirs:
        return 0.0
    fewer, more = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    if all(word in more for word in fewer):
        return 1.0 if all(word in fewer for word in more) else 0.9
    together = _alike("".join(mine), "".join(theirs), RUN_TOGETHER)
    return max(together, _by_word(fewer, more))


def _by_word(fewer: tuple[str, ...], more: tuple[str, ...]) -> float:
    """How alike the word is that is least like any word of the other name; 0 as soon as one is like none."""
    least = 1.0
    for word in fewer:
        least = min(least, max(_alike(word, other, ALIKE) for other in more))
        if not least:
            break
    return least


def _alike(one: str, two: str, least: float) -> float:
    """How alike two texts are by difflib's ratio; 0 where less than `least`, which most are seen not to be at a glance."""
    if one == two:
        return 1.0
    short, long = (len(one), len(two)) if len(one) <= len(two) else (len(two), len(one))
    if 2 * short < least * (short + long) or len(set(one) & set(two)) < ALIKE_LETTERS * len(set(one)):
        return 0.0
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
    if matcher.quick_ratio() < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _words(name: str) -> tuple[str, ...]:
    """The words of a name that say which body it is, blind to case and accents; at most the first 200 characters."""
    text = name[:200]
    if not text.isascii():
        text = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    words = _WORD.findall(text.casefold())
    return tuple(word for word in words if word not in SORTS) or tuple(words)
