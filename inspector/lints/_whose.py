"""Whose level a sentence tells: that of a service, of its people or of a figure, or that of some other thing.

The old question is asked of a service. A fuse has a rating too, a river a level and a road a grade, and nobody is asked anything
by that: where a sentence has spoken of nothing but such things, suspicious words are a reason to look at it and no more. Words
with which a sentence begins have no subject before them: a verb's is taken for the service, and a noun's stands after it.
"""

import re

from inspector.lints._persons import person

_BODY = re.compile(
    r"""\b(?:
      services?|authorit(?:y|ies)|councils?|trusts?|forces?|brigades?|schools?|prisons?|homes?|hospitals?|wards?|librar(?:y|ies)
    | providers?|stations?|departments?|units?|boroughs?|count(?:y|ies)|districts?|courts?|surger(?:y|ies)|practices?|colleges?
    | universit(?:y|ies)|compan(?:y|ies)|operators?|museums?|offices?|organi[sz]ations?|agenc(?:y|ies)|branch(?:es)?|teams?|crews?
    | staff|leaders(?:hip)?|parks?|premises|governance|provision
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_STANDS_FOR_ONE = re.compile(
    r"""\b(?:
      it|its|they|their|we|our|you|your|N(?!\sof\b)|(?:this|these|those|that)(?=\s(?:is|are|was|were|has|have|had)\b)
    | performance|care|quality|delivery|work|compliance|results?|outcomes?|figures?|rates?|numbers?|shares?|measures?|responses?
    | times?|waits?|visits?|calls?|cases?|practice|training|inspect\w+|regulator
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]{3,}")
_NO_SUBJECT = frozenset(
    (
        *(
            "the",
            "and",
            "but",
            "for",
            "with",
            "not",
            "now",
            "still",
            "again",
            "also",
            "only",
            "overall",
            "than",
            "its",
            "their",
        ),
        *("are", "was", "were", "has", "have", "had", "been", "better", "worse", "higher", "lower", "above", "below"),
        *("all", "most", "every", "each", "nearly", "almost", "half", "some", "few", "many", "none"),
    )
)
_NOUN = re.compile(
    r"(?:\w+[\s-])?(?:ratings?|grades?|benchmarks?|rank(?:ing)?s?|quartiles?|deciles?|percentiles?|league\stables?|outliers?|"
    r"levels?|scores?|compliance)\b",
    re.IGNORECASE,
)

_WHOSE_EVER = re.compile(r"\d|%|\bN\b|^(?:on|off|in|up|at|below|above|behind|ahead)\b", re.IGNORECASE)
"""A bound, and where something stands, ask of whoever it is; so do words that say both what is held and against what."""
_PASSES = re.compile(r"^(?:pass|fail)", re.IGNORECASE)


def asks_a_service(sentence: str, found: str) -> bool:
    """Whether what is found asks where a service stands: it says so by itself, or is said of one."""
    alone = len(_content(found)) <= 1 and not _WHOSE_EVER.search(found)
    return not (alone or _PASSES.match(found)) or of_service(sentence, found)


def of_service(sentence: str, found: str) -> bool:
    """Whether what is found is said of a service, of people or of a figure, as far as the words around it show."""
    before, _, after = sentence.partition(found)
    if _BODY.search(found) or _BODY.search(before) or _STANDS_FOR_ONE.search(before) or person(before):
        return True
    if _content(before):
        return False
    return not _NOUN.match(found) or bool(_BODY.search(after))


def _content(words: str) -> list[str]:
    return [word for word in _WORD.findall(words) if word.lower() not in _NO_SUBJECT]
