"""Values as they are compared, blind to case, marks and spaces; and which are too common to lead to anybody."""

import re
import unicodedata

TOKEN = re.compile(r"[^\W_]+")
_COMMON = """
a about academy adoption agency all allocated an and area assessment assistant at b by c care case cases child children
court date disabled duty early emergency family for foster front from group health help hub in intake is lead leaving
line locality manager mash n na nan new nil no none north not null number of officer on open or other out pending person
plan pool practitioner protection recorded referral safeguarding school screening see senior service services social
south stated student support tbc team text the to tray true false unallocated unassigned unknown unborn vacancy vacant
various west east worker x y yes young youth january february march april may june july august september october
november december monday tuesday wednesday thursday friday saturday sunday
"""
COMMON = frozenset(_COMMON.split())
"""Words that name nobody: a value made of these alone is not hidden in running text."""
_SURNAMES = """
april black brown day faith field grace gray green grey hope joy june king long may north page price rose short summer
west white will wood young
"""
SURNAMES = frozenset(_SURNAMES.split())
"""Words of code lists that are names of people as well."""
SHORTEST, SHORTEST_NUMBER = 4, 5
"""A value of fewer letters and digits, or a bare number of fewer digits, is too common to be looked for in a text."""
CASELESS = 6
"""A single word of fewer letters is looked for as it was written, so that `will` is not Will."""


def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of a value, in lower case."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return tuple(TOKEN.findall(plain.casefold()))


def key(text: str) -> str:
    """A value as it is compared: its words; a whole number without its decimals."""
    if text.isalnum() and text.isascii():
        return text.lower()
    words = tokens(text)
    if len(words) == 2 and words[0].isdigit() and not words[1].strip("0") and "." in text:
        words = words[:1]
    return " ".join(words)


def common(words: tuple[str, ...], codes: frozenset[str] | set[str] = frozenset()) -> bool:
    """Whether a value is made of words that name nobody, or is one of some codes."""
    return not words or " ".join(words) in codes or all(word in COMMON for word in words)


def distinctive(words: tuple[str, ...], codes: frozenset[str] | set[str]) -> bool:
    """Whether a value can be looked for in running text without blotting out what is innocent."""
    whole = "".join(words)
    if common(words, codes):
        return False
    return len(whole) >= (SHORTEST_NUMBER if whole.isdigit() else SHORTEST)
