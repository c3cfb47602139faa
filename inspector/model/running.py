"""Whether words say that figures run on: for the year so far, or for the months up to each date.

Pure words, for bundles and for series files alike.
"""

import re
from typing import Literal

Runs = Literal["", "to-date", "rolling"]

_TO_DATE = re.compile(r"\b(?:ytd|year to date|cumulative(?:ly)?|so far this year)\b")
_ROLLING = re.compile(
    r"\brolling\b|\b(?:last|previous|past|preceding) (?:12|twelve) months\b|"
    r"\b(?:12|twelve) months? (?:to|ending|ended|rolling)\b|"
    r"\bmoving average\b|\byear (?:ending|ended)\b"
)
_MONTHS = re.compile(r"\b(\d{1,2}|three|four|six|nine|twelve) ?(?:months?|mths?|m)\b")
_NUMBERS = {"three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12}
YEAR = 12


def running(text: str) -> Runs:
    """What figures are by a title, a heading or an id in lower case with spaces; a year's figures run on over nothing."""
    return "to-date" if _TO_DATE.search(text) else "rolling" if _ROLLING.search(text) else ""


def months_held(text: str) -> int:
    """How many months each rolling figure holds by its words; twelve where they do not say."""
    found = _MONTHS.search(text)
    return int(_NUMBERS.get(found[1], found[1])) if found else YEAR
