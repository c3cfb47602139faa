"""Headings that say a period and what stands below it in one cell: `Apr-24 Actual`, `Target (Apr-24)`."""

import re
from collections import Counter
from collections.abc import Sequence

_PARTS = re.compile(r"[\s:,;(\[–-]")
_WORD = (
    r"actuals?|targets?|plan(?:ned)?|budget|forecast|profile|rag|status|variance|var\.?|trend|dot|numerator|denominator|num\.?"
    r"|denom\.?|no\.?|number|n|%|percent(?:age)?|value|rate|comments?|out ?turn|score|last year|average"
)
_AFTER = re.compile(rf"(?P<period>.*\d\S*)\s*[\s:,;(\[–-]\s*(?P<word>{_WORD})\s*[)\]]?", re.IGNORECASE)
_BEFORE = re.compile(rf"(?P<word>{_WORD})\s*[\s:,;(\[–-]\s*(?P<period>\S.*\d\S*?)\s*[)\]]?", re.IGNORECASE)


def parted(texts: Sequence[str]) -> tuple[list[str], dict[int, str]]:
    """The texts without such words, and the words by the places of their texts; only words that more than one text has."""
    bare, words = list(texts), dict[int, str]()
    for place, text in enumerate(texts):
        if len(text) < 6 or not _PARTS.search(text) or not any(map(str.isdigit, text)):
            continue
        found = _AFTER.fullmatch(text[:80]) or _BEFORE.fullmatch(text[:80])
        if found:
            bare[place], words[place] = found["period"].strip(), found["word"].lower()
    often = Counter(words.values())
    kept = {place: word for place, word in words.items() if often[word] > 1}
    return [bare[at] if at in kept or at not in words else text for at, text in enumerate(texts)], kept
