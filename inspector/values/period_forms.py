"""What a text may mean as a period, looked at by itself: one reading, or two where only its column can tell."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from inspector.values.period import LEAST, MOST, Period, after, before, beginning, spanned, whole
from inspector.values.period_months import MONTH, month_of, year_of

SHORT = 80
"""What is longer is no period."""
Readings = tuple[Period, ...]
_Y = r"(?:[12]\d{3}|'?\d\d)"
_FY = r"(?:\d{4} ?[/-] ?\d{2}(?:\d{2})?|\d{6}|\d{2} ?[/-] ?\d{2})"
_M = rf"(?:{MONTH})"
_SEP = r"[ ,/_-]*"
_Q = r"(?:q|qtr|qu|quarter)\.? ?([1-4])"
_DASH = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), "’": "'", "‘": "'", "\u00a0": " "})
_Made = Callable[[re.Match[str]], Readings]
_TO_DATE = re.compile(r"[ (,]*\b(?:ytd|year to date|cumulative(?: to| total)?|to date)\b[ :),]*(?:to |at |as at )?")
_ROLLING = re.compile(
    r"[ (,]*(?:\brolling )?\b(?:(\d{1,2}|three|six|twelve)[ -]?(?:months?|m|mths?)|(?:r|ltm|mat) ?(12)|rolling year)\b"
    r"(?: rolling)?"
    r"[ :),]*(?:period )?(?:to|ending|ended|end|up to)?(?: the)?[ :]*"
)
_ENDING = re.compile(r"(month|quarter|week|year)s? (?:ending|ended|end|to) ?(?:the )?:? ?|w/?e:? |w\.e\.? ")
_BEGINNING = re.compile(r"(?:week (?:commencing|beginning|starting|of)|w/?[cb]|w\.c\.?|wk ?/?c):? ?")
_MONTH_BEGINNING = re.compile(r"(month|quarter|year) (?:commencing|beginning|starting|from):? ?")
_ASIDE = re.compile(
    r" ?(?:\*+|[(\[](?:p|r|prov(?:isional)?\.?|rev(?:ised)?\.?|final)[)\]]| (?:p|r|provisional|revised))$"
)
"""What stands behind a period whose figures may still be put right."""
MIDNIGHT = r"(?:,? (?:00:00(?::00(?:\.0+)?)?|0:00(?::00)?|12:00(?::00)? ?am))?"
"""The time that spreadsheets and databases write behind a day that has none."""
_TERMS = {"autumn": 9, "spring": 13, "summer": 17}
"""The first month of a term, January as 13. A term is counted as four months, so that the three fill the year."""
_NUMBERS = {"three": 3, "six": 6, "twelve": 12}


def readings(text: str) -> Readings:
    """What the text may mean, the likelier reading first; nothing where it names no period. Slashed days are day first."""
    return _known(text) if len(text) <= SHORT else ()


@lru_cache(maxsize=8192)
def _known(text: str) -> Readings:
    plain = _ASIDE.sub("", " ".join(text.translate(_DASH).lower().split()))
    try:
        found = _marked(plain) or _plain(plain)
    except ValueError:
        return ()
    return tuple(one for one in found if LEAST <= one.start.year <= MOST)


def _marked(text: str) -> Readings:
    """What is said to end or begin somewhere, to run on from the year's beginning, or to roll."""
    if (found := _TO_DATE.search(text)) and (end := _plain(_without(text, found))):
        first = beginning(end[0].last, 1 if "calendar" in text else 4)
        return (Period("months", first, end[0].last, "to-date"),)
    if found := _BEGINNING.match(text):
        return tuple(Period("week", day.start, _later(day.start, 6)) for day in _days(text[found.end() :]))
    if (found := _MONTH_BEGINNING.match(text)) and (start := _plain(text[found.end() :])):
        months = {"month": 1, "quarter": 3, "year": 12}[found[1]]
        return (spanned(start[0].start, after(start[0].start, months)),)
    if found := _ENDING.match(text):
        return _ended(found[1] or "week", text[found.end() :])
    if (found := _ROLLING.search(text)) and (end := _plain(_without(text, found))):
        months = _NUMBERS.get(found[1] or "", 0) or int(found[1] or found[2] or 12)
        if 1 < months <= 60 and ("roll" in found[0] or found[2] or _says_end(found[0], text)):
            first = before(end[0].last, months)
            return (Period("months", first, end[0].last, "rolling" if months > 3 or "roll" in found[0] else ""),)
    return ()


def _says_end(mark: str, text: str) -> bool:
    return bool(re.search(r"\b(?:to|ending|ended|end)\b", mark)) or mark.strip(" ()") != text.strip(" ()")


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}".strip(" ,:()")


def _ended(of: str, text: str) -> Readings:
    if of == "week":
        return tuple(Period("week", _later(day.start, -6), day.start) for day in _days(text))
    end = _plain(text)
    if not end:
        return ()
    last = end[0].last
    if of == "year":
        return (spanned(before(last, 12), last, "rolling"),)
    return (spanned(before(last, 3 if of == "quarter" else 1), after(before(last, 1), 1)),)


def _later(day: date, days: int) -> date:
    return date.fromordinal(day.toordinal() + days)


def _days(text: str) -> Readings:
    return tuple(one for one in _plain(text.strip()) if one.kind == "day")


def _plain(text: str) -> Readings:
    for pattern, made in _FORMS:
        if found := pattern.fullmatch(text):
            return made(found)
    return ()


def financial(text: str) -> int | None:
    """The year in which the financial year begins that `2023/24`, `2023-2024`, `202324` or `23/24` names."""
    bare = re.sub(r"[^0-9/-]", "", text)
    half = len(bare) // 2
    first, last = re.split("[/-]", bare) if not bare.isdecimal() else (bare[: half + half % 2 or 4], "")
    if not last:
        first, last = (bare[:4], bare[4:])
    year = int(first) + (2000 if len(first) == 2 else 0)
    return year if last in (f"{year + 1:04d}", f"{year + 1:04d}"[2:]) and year < 9999 else None


def _financial_year(found: re.Match[str], kind: str = "financial-year") -> Readings:
    year = financial(found[1])
    if year is None or year < 1:
        return ()
    if kind == "academic-year":
        return (whole("academic-year", date(year, 9, 1)),)
    return (whole("financial-year", date(year, 4, 1)),)


def _month_or_year(found: re.Match[str]) -> Readings:
    """`2011-12`, `2011/12` and `201112` may be December 2011 or the financial year."""
    month = int(found[2])
    months = (whole("month", date(int(found[1]), month, 1)),) if 1 <= month <= 12 else ()
    years = _financial_year(re.fullmatch("(.*)", found[0]))  # type: ignore[arg-type]
    return (*months, *years)


def _short_years(found: re.Match[str]) -> Readings:
    """`04/23` is April 2023, `23/24` the financial year, `11/12` either."""
    month, year = int(found[1]), 2000 + int(found[2])
    months = (whole("month", date(year, month, 1)),) if 1 <= month <= 12 else ()
    return (*_financial_year(re.fullmatch("(.*)", found[0])), *months)  # type: ignore[arg-type]


def _quarters(year: str, quarter: str, era: str = "") -> Readings:
    if not re.fullmatch("[12][0-9]{3}|'?[0-9]{2}", year):
        first = financial(year)
        return () if first is None else (_financial_quarter(first, int(quarter)),)
    made = year_of(year)
    calendar = whole("quarter", date(made, 3 * int(quarter) - 2, 1))
    if era.startswith(("fin", "fy", "f")):
        return (_financial_quarter(made, int(quarter)),)
    return (calendar,) if era else (calendar, _financial_quarter(made, int(quarter)))


def _financial_quarter(year: int, quarter: int) -> Period:
    return whole("financial-quarter", date(year + (quarter == 4), 3 * (quarter % 4) + 1, 1))


def _quarter_span(year: str, one: str, other: str) -> Readings:
    """`Q1-Q3 2024/25`."""
    first = financial(year)
    if first is None or int(one) >= int(other):
        return ()
    return (spanned(_financial_quarter(first, int(one)).start, _financial_quarter(first, int(other)).last),)


def _iso_week(year: str, week: str) -> Readings:
    start = date.fromisocalendar(int(year), int(week), 1)
    return (Period("week", start, start + timedelta(days=6)),)


def _of_financial(year: str, month: str) -> Readings:
    """A month within a financial year: `January 2023/24` is January 2024."""
    first, number = financial(year), month_of(month)
    return () if first is None else (whole("month", date(first + (number < 4), number, 1)),)


def _span(found: re.Match[str]) -> Readings:
    """`Apr-Sep 2024`, `Oct 2023 - Mar 2024`, `Apr-Dec 2023/24`."""
    first, one, last, other = month_of(found[1]), found[2], month_of(found[3]), found[4]
    if not re.fullmatch("[12][0-9]{3}|'?[0-9]{2}", other):
        year = financial(other)
        if year is None or one:
            return ()
        start, end = date(year + (first < 4), first, 1), date(year + (last < 4), last, 1)
    else:
        end = date(year_of(other), last, 1)
        start = date(year_of(one) if one else end.year - (first > last), first, 1)
    return (spanned(start, after(end, 1)),) if start <= end else ()


def _between(found: re.Match[str]) -> Readings:
    """Two days, each of them written whole."""
    first, last = _plain(found[1].strip()), _plain(found[2].strip())
    if not first or not last or first[0].kind != "day" or last[0].kind != "day" or first[0].start >= last[0].start:
        return ()
    return (spanned(first[0].start, last[0].start),)


def _day(year: str, month: int, day: str) -> Readings:
    made = date(year_of(year), month, int(day))
    return (Period("day", made, made),)


def _half(year: str, half: str) -> Readings:
    first = financial(year)
    if first is None:
        return ()
    start = date(first, 4 if half == "1" else 10, 1)
    return (whole("half-year", start),)


def _academic_months(year: str, month: int, months: int) -> Readings:
    """Months of an academic year from its `month` on, September as 9 and January as 13."""
    first = financial(year)
    if first is None:
        return ()
    start = date(first + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    return (spanned(start, after(start, months)),)


def _form(pattern: str, made: _Made) -> tuple[re.Pattern[str], _Made]:
    return re.compile(pattern, re.ASCII), made


_FIN = r"(?:f\.?y\.?|(?:financial|fin|fiscal|tax|reporting) ?(?:year|yr)?|financial)"
_FORMS: tuple[tuple[re.Pattern[str], _Made], ...] = (
    _form(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?(?:z|[+-]00:?00)?)?", lambda m: _day(m[1], int(m[2]), m[3])),
    _form(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", lambda m: _day(m[1], int(m[2]), m[3])),
    _form(r"([12]\d{3})([01]\d)([0-3]\d)", lambda m: _day(m[1], int(m[2]), m[3])),
    _form(rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-](\d{{4}}|\d{{2}}){MIDNIGHT}", lambda m: _day(m[3], int(m[2]), m[1])),
    _form(rf"(?:\w{{3,9}},? )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -/]*({_M})\.?[ ,/-]*({_Y}){MIDNIGHT}",
          lambda m: _day(m[3], month_of(m[2]), m[1])),
    _form(rf"({_M})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ([12]\d{{3}})", lambda m: _day(m[3], month_of(m[1]), m[2])),
    _form(r"(\d{4}) ?[/-] ?(\d{2})", _month_or_year),
    _form(r"([12]\d{3})(\d{2})", _month_or_year),
    _form(r"(\d{2})[/-](\d{2})", _short_years),
    _form(r"(\d{1,2})[/.-](\d{4})", lambda m: (whole("month", date(int(m[2]), int(m[1]), 1)),)),
    _form(r"([12]\d{3}) ?-? ?m(?:onth)? ?(\d{1,2})", lambda m: (whole("month", date(int(m[1]), int(m[2]), 1)),)),
    _form(rf"({_M})\.?{_SEP}({_Y})", lambda m: (whole("month", date(year_of(m[2]), month_of(m[1]), 1)),)),
    _form(rf"([12]\d{{3}}){_SEP}({_M})\.?", lambda m: (whole("month", date(int(m[1]), month_of(m[2]), 1)),)),
    _form(rf"({_FY}),? (?:{_FIN} )?({_M})\.?", lambda m: _of_financial(m[1], m[2])),
    _form(rf"({_M})\.?,? (?:{_FIN} )?({_FY})", lambda m: _of_financial(m[2], m[1])),
    _form(rf"(?:({_FIN})|(?:calendar|cal|c)\.? ?(?:year|y)?)? ?({_FY}|{_Y}){_SEP}(?:({_FIN})|(calendar)(?: year)?)?{_SEP}{_Q}",
          lambda m: _quarters(m[2], m[5], m[1] or m[3] or _era(m[0]))),
    _form(rf"(?:({_FIN})|(?:calendar|cal)(?: year)?)? ?{_Q}{_SEP}(?:of )?(?:({_FIN}) ?)?({_FY}|{_Y})",
          lambda m: _quarters(m[4], m[2], m[1] or m[3] or _era(m[0]))),
    _form(rf"(?:{_FIN})? ?({_FY})(?: ?{_FIN}(?: part [12].*)?)?", _financial_year),
    _form(rf"(?:academic|school) year ?({_FY})|a\.?y\.? ?({_FY})",
          lambda m: _financial_year(re.fullmatch("(.*)", m[1] or m[2]), "academic-year")),  # type: ignore[arg-type]
    _form(rf"({_FY}) ?(?:academic|school) year", lambda m: _financial_year(m, "academic-year")),
    _form(rf"({_FY}),? ?(?:academic|school) year q([1-4])", lambda m: _academic_months(m[1], 3 * int(m[2]) + 6, 3)),
    _form(rf"({_FY}),? ?(autumn|spring|summer)(?: term)?", lambda m: _academic_months(m[1], _TERMS[m[2]], 4)),
    _form(rf"(autumn|spring|summer) term,? ({_FY})", lambda m: _academic_months(m[2], _TERMS[m[1]], 4)),
    _form(rf"({_FY}),? ?autumn and spring terms?", lambda m: _academic_months(m[1], 9, 8)),
    _form(rf"({_FY}),? ?part ([12])(?: \([a-z]+ to [a-z]+\))?", lambda m: _half(m[1], m[2])),
    _form(r"(?:calendar year |year )?([12]\d{3})(?:,? (?:calendar|reporting) year)?",
          lambda m: (whole("year", date(int(m[1]), 1, 1)),)),
    _form(r"([12]\d{3}) ?-? ?(?:w|wk|week) ?(\d{1,2})(?:-1)?", lambda m: _iso_week(m[1], m[2])),
    _form(r"(?:w|wk|week) ?(\d{1,2})[ ,/-]*([12]\d{3})", lambda m: _iso_week(m[2], m[1])),
    _form(rf"q([1-4]) ?(?:-|to) ?q([1-4]){_SEP}({_FY})", lambda m: _quarter_span(m[3], m[1], m[2])),
    _form(rf"({_FY}){_SEP}q([1-4]) ?(?:-|to) ?q([1-4])", lambda m: _quarter_span(m[1], m[2], m[3])),
    _form(rf"h([12]){_SEP}({_FY})", lambda m: _half(m[2], m[1])),
    _form(rf"({_FY}){_SEP}h([12])", lambda m: _half(m[1], m[2])),
    _form(rf"({_M})\.? ?({_Y})? ?(?:-|to|/) ?({_M})\.?{_SEP}({_FY}|{_Y})", _span),
    _form(r"(.{6,20}?) (?:-|to) (.{6,20})", _between),
    _form(r"(\d{4}-\d\d-\d\d)[/_](\d{4}-\d\d-\d\d)", _between),
)  # fmt: skip


def _era(text: str) -> str:
    return "calendar" if text.startswith("cal") or "calendar" in text else ""
