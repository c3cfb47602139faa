"""The forms in which a day is written, each text by itself: which one it has, and its numbers in the order they stand.

No form is read by guess: what day a text in two possible orders says is decided by its whole column (`dates`).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from inspector.model.months import MONTHS

ISO, YEAR_FIRST, NUMBERS, WORDS, DIGITS, SERIAL = "iso", "year-first", "numbers", "words", "digits", "serial"
PIVOT = 50
"""Years of two digits up to here are of this century (`50` is 2050), those above of the last (`51` is 1951)."""
FIRST, LAST = date(1920, 1, 1), date(2100, 1, 1)
"""The days that a bare number can stand for: outside, a number in a column of dates is no date."""
LONGEST = 60
_TIME = (
    r"(?P<time>(?:[T ,]+|, at | at )[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?: ?[ap]m)?"
    r"(?P<zone> ?(?:Z|UTC|GMT|BST|[+-][0-9]{2}:?[0-9]{2}))?)?"
)
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[.,]? )?"
_YEAR = r"(?P<year>[0-9]{4}|'?[0-9]{2})"
_NTH = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_WORD = r"(?P<word>[a-z]{3,9})\.?"
_FORMS = tuple(
    re.compile(_WEEKDAY + form + _TIME, re.IGNORECASE | re.ASCII)
    for form in (
        r"(?P<y>[0-9]{4}) ?[-/.] ?(?P<m>[0-9]{1,2}) ?[-/.] ?(?P<d>[0-9]{1,2})",
        r"(?P<one>[0-9]{1,2}) ?(?P<sep>[-/. ]) ?(?P<two>[0-9]{1,2}) ?(?P=sep) ?" + _YEAR,
        _NTH + r"(?: |-|/|\.| of )?" + _WORD + r"(?:, | |-|/|\.)?" + _YEAR,
        _WORD + r"(?: |-|/)?" + _NTH + r"(?:, | |-|/|,)" + _YEAR,
        r"(?P<year>[0-9]{4})[- /]" + _WORD + r"[- /]" + _NTH,
    )
)
_DIGITS = re.compile(r"[0-9]{8}(?:\.0+)?")
_SERIAL = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIDNIGHT = re.compile(r"[T ,at]*(?:(?:0?0:00(?::00(?:\.0+)?)?)(?: ?am)?|12:00(?::00(?:\.0+)?)? ?am)", re.IGNORECASE)
_MONTH = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_MONTH |= {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}


@dataclass(frozen=True)
class Written:
    """A text that has the form of a day. `one` and `two` are the two numbers before the year of `numbers`, else day and month.

    `short`: the year has two digits. `timed`: a time other than midnight stands with it; `zone`: and its offset.
    """

    form: str
    year: int
    one: int
    two: int
    short: bool = False
    timed: bool = False
    zone: str = ""

    def day(self, *, month_first: bool = False) -> date | None:
        """The day, or None where there is none such."""
        swapped = month_first and self.form == NUMBERS
        day, month = (self.two, self.one) if swapped else (self.one, self.two)
        try:
            return date(self.year, month, day)
        except ValueError:
            return None


def year_of(digits: str) -> tuple[int, bool]:
    """The year, and whether it was written with two digits."""
    bare = digits.removeprefix("'")
    year = int(bare)
    if len(bare) == 4:
        return year, False
    return year + (2000 if year <= PIVOT else 1900), True


@lru_cache(maxsize=65536)
def written(text: str, epoch: int = 1900) -> Written | None:
    """What form of a day a text has; None where it has none. `epoch`: 1904 for day numbers of such a workbook."""
    bare = " ".join(text.split()) if len(text) <= LONGEST else ""
    if _ISO.fullmatch(bare):
        return Written(ISO, int(bare[:4]), int(bare[8:]), int(bare[5:7]))
    if bare[:1].isdigit() and bare.replace(".", "", 1).isdigit() and "." not in bare[:5]:
        return _number(bare, epoch)
    for form in _FORMS:
        if found := form.fullmatch(bare):
            return _matched(found.groupdict())
    return None


def _matched(parts: dict[str, str | None]) -> Written | None:
    time, zone = parts["time"] or "", (parts["zone"] or "").strip()
    timed = bool(time) and not (not zone and _MIDNIGHT.fullmatch(time))
    if year := parts.get("y"):
        one, two = int(parts["d"] or 0), int(parts["m"] or 0)
        return Written(YEAR_FIRST, int(year), one, two, False, timed, zone)
    whole, short = year_of(parts["year"] or "")
    if "one" in parts:
        return Written(NUMBERS, whole, int(parts["one"] or 0), int(parts["two"] or 0), short, timed, zone)
    month = _MONTH.get((parts["word"] or "").lower())
    return Written(WORDS, whole, int(parts["day"] or 0), month, short, timed, zone) if month else None


def _number(bare: str, epoch: int) -> Written | None:
    """20250512, or the number of a day in a spreadsheet."""
    if _DIGITS.fullmatch(bare):
        found = Written(DIGITS, int(bare[:4]), int(bare[6:8]), int(bare[4:6]))
        return found if (day := found.day()) and FIRST <= day < LAST else None
    if not _SERIAL.fullmatch(bare):
        return None
    zero = date(1904, 1, 1) if epoch == 1904 else date(1899, 12, 30)
    day = zero + timedelta(days=int(bare[:5]))
    part = bare[5:].strip(".0")
    return Written(SERIAL, day.year, day.day, day.month, timed=bool(part)) if FIRST <= day < LAST else None
