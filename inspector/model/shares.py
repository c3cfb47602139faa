"""What a figure cannot be: which units make it a share of the same things, and which amounts no share has.

A rate (events per so many people) or a mean may have a numerator above its denominator; a share never has. Which of them a
figure is, the unit says: pure words and arithmetic, for bundles and for series files alike.
"""

import re

_SHARE = re.compile(r"%|\bper ?cent\b|\bpercentages?\b|\bpct\b|\bshares?\b|\bproportions?\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bper ?cent\b|\bpercentages?\b|\bpct\b", re.IGNORECASE)
# A share of something else, or of what was there before, may be more than the whole.
_OTHER = re.compile(
    r"\b(?:change|growth|rise|fall|increase|decrease|difference|target|budget|capacity|occupancy|establishment|index|ratio|rate"
    r"|mean|average)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:scores?|ratings?|grades?|days|weeks|hours|years|index|ratio|rate|mean|average|median|per)\b", re.IGNORECASE
)
_EVENTS = re.compile(
    r"\b(?:counts?|numbers?|no\.? of|deaths?|incidents?|events?|episodes?|injur(?:y|ies)|suicides?|homicides?|accidents?"
    r"|near misses|complaints?|falls|harms?|breaches|restraints?|admissions?|allegations?|exclusions?|errors?|infections?"
    r"|missing|absconsions?|disruptions?|assaults?)\b",
    re.IGNORECASE,
)
MOST = {True: 100.0, False: 1.0}
"""The most that a share can be, as a percentage and as a part of 1."""
LEAST_WHOLE = 1e-9
"""The least that anything can be out of."""
HAIR = 1e-9
"""As much more than the whole as sums of decimals make of it."""


def is_share(unit: str) -> bool:
    """Whether a unit, a title or a heading in words says that a figure is a share of a whole: `%`, `share of referrals`."""
    return bool(_SHARE.search(unit)) and not _OTHER.search(unit)


def counts_events(words: str) -> bool:
    """Whether whole numbers under these words are counts of events: deaths, incidents; no share, score, time or mean."""
    return bool(_EVENTS.search(words)) and not _SHARE.search(words) and not _MEASURED.search(words)


def is_percent(unit: str) -> bool:
    """Whether the words of a share say that it is counted in a hundred."""
    return bool(_PERCENT.search(unit))


def above_whole(numerator: float, denominator: float) -> bool:
    """Whether of so many more are counted than there are: impossible for a share of the same things."""
    return numerator > denominator * (1 + HAIR)


def no_share(value: float, whole: float) -> bool:
    """Whether the value of a share is below nothing or above the `whole` (1 or 100)."""
    return value < 0 or value > whole * (1 + HAIR)
