"""Days in every spelling in which a date of birth may stand: as a whole cell, or somewhere in a text."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_BETWEEN, _MARK = r"[ \t]*[-/.\u2010-\u2015\u2044 _][ \t]*", r"[ \t]*[-/.\u2010-\u2015\u2044][ \t]*"
_DAY = (
    rf"(?<![0-9])(?:(?P<y1>[0-9]{{4}}){_BETWEEN}(?P<a1>[0-9]{{1,2}}){_BETWEEN}(?P<b1>[0-9]{{1,2}})(?![0-9])"
    rf"|(?P<a2>[0-9]{{1,2}}){_BETWEEN}(?P<b2>[0-9]{{1,2}}){_BETWEEN}(?P<y2>[0-9]{{4}})(?![0-9])"
    rf"|(?P<a6>[0-9]{{1,2}}){_MARK}(?P<b6>[0-9]{{1,2}}){_MARK}(?P<y6>[0-9]{{2}})(?![0-9])"
    rf"|(?P<d3>[0-9]{{1,2}})(?:st|nd|rd|th)?[ \t]*(?:of)?[-/., _]*(?P<m3>{_WORD})[-/., _']*(?P<y3>[0-9]{{4}}|[0-9]{{2}})(?![0-9])"
    r"|(?P<e>[0-9]{8})(?![0-9]))"
    rf"|(?<![a-z])(?P<m4>{_WORD})[-/., _]*(?P<d4>[0-9]{{1,2}})(?:st|nd|rd|th)?[-/., _']+(?P<y4>[0-9]{{4}}|[0-9]{{2}})(?![0-9])"
    rf"|(?<![0-9])(?P<y5>[0-9]{{4}})[-/., _]+(?P<m5>{_WORD})[-/., _]*(?P<d5>[0-9]{{1,2}})(?![0-9])"
)
_DIGIT = re.compile("[0-9]")
_SERIAL = re.compile(r"\s*([0-9]{5})(?:[.,]0*)?\s*")
_SHAPE = re.compile(r"[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}.*", re.DOTALL)
_FIRST, _LAST = 7306, 73051
"""The day numbers that spreadsheets have for 1 January 1920 and 1 January 2100."""
_EPOCH = date(1899, 12, 30).toordinal()


@lru_cache(maxsize=1)
def _day() -> re.Pattern[str]:
    # Most evidence has no day of birth to look for, and the pattern takes longer to compile than a table to read.
    return re.compile(_DAY, re.IGNORECASE)


def spans(text: str) -> Iterator[tuple[int, int, frozenset[date]]]:
    """Where in a text a day stands, and which days it may be: 03/04/2014 may be in March or in April."""
    if not _DIGIT.search(text):
        return
    for found in _day().finditer(text):
        days = _days(found.groupdict())
        if days:
            yield found.start(), found.end(), days


@lru_cache(maxsize=65536)
def of_cell(text: str) -> frozenset[date]:
    """The days that a whole cell may mean, a spreadsheet's day number among them; empty where it is no day."""
    if serial := _SERIAL.fullmatch(text):
        number = int(serial[1])
        return frozenset({date.fromordinal(number + _EPOCH)}) if _FIRST <= number <= _LAST else frozenset()
    return frozenset().union(*(days for _, _, days in spans(text)))


@lru_cache(maxsize=65536)
def looks_like(text: str) -> bool:
    """Whether a cell has the look of a date, though no such day may exist, or a date stands in it. Bare digits have not."""
    return not text.strip().isdigit() and (bool(_SHAPE.fullmatch(text.strip())) or bool(of_cell(text)))


def _days(found: dict[str, str | None]) -> frozenset[date]:
    if found["y1"]:
        # A year in front is followed by its month, but where that cannot be.
        year, one, two = found["y1"], found["a1"], found["b1"]
        return _some([(year, one, two)]) or _some([(year, two, one)])
    if found["y2"]:
        return _some([(found["y2"], found["b2"], found["a2"]), (found["y2"], found["a2"], found["b2"])])
    if found["y6"]:
        one, two, three = found["a6"], found["b6"], found["y6"]
        return _some([(three, two, one), (three, one, two), (one, two, three)])
    if found["e"]:
        e = found["e"]
        days = _some([(e[:4], e[4:6], e[6:]), (e[4:], e[2:4], e[:2]), (e[4:], e[:2], e[2:4])])
        return frozenset(day for day in days if 1900 <= day.year < 2100)
    for n in "345":
        if month := found[f"m{n}"]:
            return _some([(found[f"y{n}"], str(_MONTHS.index(month[:3].lower()) + 1), found[f"d{n}"])])
    return frozenset()


def _some(parts: list[tuple[str | None, str | None, str | None]]) -> frozenset[date]:
    days = set()
    for year, month, day in parts:
        for full in _years(year or ""):
            try:
                days.add(date(full, int(month or 0), int(day or 0)))
            except ValueError:
                continue
    return frozenset(days)


def _years(text: str) -> tuple[int, ...]:
    number = int(text or 0)
    return (number,) if len(text) == 4 else (1900 + number, 2000 + number) if len(text) <= 2 else ()
