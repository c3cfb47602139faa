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
    re.findall(
        r"\w+",
        "the and but for with not now still again also only overall than its their are was were has have had been better worse "
        "higher lower above below all most every each nearly almost half some few many none",
    )
)
_NOUN = re.compile(
    r"(?:\w+[\s-])?(?:ratings?|grades?|benchmarks?|rank(?:ing)?s?|quartiles?|deciles?|percentiles?|league\stables?|outliers?|"
    r"levels?|scores?|compliance)\b",
    re.IGNORECASE,
)

_WHOSE_EVER = re.compile(
    r"\d|%|\bN\b|^(?:on|off|up|at|below|above|behind|ahead)\b|\b(?:in)?adequate|satisfactor|acceptable|outstanding",
    re.IGNORECASE,
)
"""A bound, where something stands and whether it is enough ask of whoever it is."""
_PASSES = re.compile(r"^(?:pass|fail).*(?:tests?|checks?|assessments?)$", re.IGNORECASE)


def asks_a_service(sentence: str, found: str) -> bool:
    """Whether what is found asks where a service stands: it says both what is held and against what, or is said of one."""
    alone = len(_content(found)) <= 1 and not _WHOSE_EVER.search(found)
    return not (alone or _PASSES.match(found)) or of_service(sentence, found)


def of_service(sentence: str, found: str) -> bool:
    """Whether what is found is said of a service, of people or of a figure, as far as the words around it show."""
    before, _, after = sentence.partition(found)
    if _BODY.search(found) or speaks_of_one(before):
        return True
    if _content(before):
        return False
    return not _NOUN.match(found) or bool(_BODY.search(after))


def speaks_of_one(words: str) -> bool:
    """Whether words name a service, people or a figure, or stand for one."""
    return bool(_BODY.search(words) or _STANDS_FOR_ONE.search(words) or person(words))


def names_its_thing(sentence: str, found: str) -> bool:
    """Whether the sentence says of what else than a service the words are: before them, or after them with of, on or in."""
    before, _, after = sentence.partition(found)
    return (
        bool(_content(before))
        or bool(re.match(r"\s?(?:of|on|in|for|with)\s", after))
        or bool(re.search(r"\sof\b", found))
    )


def _content(words: str) -> list[str]:
    return [word for word in _WORD.findall(words) if word.lower() not in _NO_SUBJECT]
