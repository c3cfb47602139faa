"""The periods that a line of headings names, those included that are one only beside their neighbours or under a year."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from inspector.model.problems import shown
from inspector.values.period import Kind, Period, after, whole
from inspector.values.period_months import MONTH, month_of
from inspector.values.periods import Doubt, Periods

SERIALS = (32_874, 73_050)
"""Days of 1990 to 2099 as workbooks number them."""
_EPOCH = date(1899, 12, 30)
_MONTH = re.compile(rf"({MONTH})\.?", re.ASCII)
_QUARTER = re.compile(r"(?:q|qtr|quarter)\.? ?([1-4])", re.ASCII)
_FINANCIAL = re.compile(r"\b(20\d\d|19\d\d) ?[-/–] ?(?:20)?(\d\d)\b", re.ASCII)
_CALENDAR = re.compile(r"\b(20\d\d|19\d\d)\b", re.ASCII)
_STEPS = (1, 3, 12)


@dataclass(frozen=True, slots=True)
class Spans:
    """The period of each cell of a line, None where it names none; `kind` is what most of them are.

    `doubts` say in words what was decided by more than the cell itself, `others` where a cell names a period of another kind.
    """

    periods: tuple[Period | None, ...]
    kind: str = ""
    doubts: tuple[str, ...] = ()
    others: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many cells name a period."""
        return sum(one is not None for one in self.periods)


def spans(texts: Sequence[str], above: Sequence[str] = (), hints: Sequence[str] = ()) -> Spans:
    """The periods of a line of cells. `above` stands over each cell (years, or nothing), `hints` above the whole table."""
    said = [text for text in texts if text]
    if not any(any(map(str.isdigit, text)) or _part(text) for text in said):
        return Spans((None,) * len(texts))
    known = Periods.of([text for text in said if not _bare_number(text)])
    found: list[Period | None] = [known.read(text) if text and not _bare_number(text) else None for text in texts]
    doubts = [asked(one) for one in known.doubts if one.about in ("quarter", "day-order") and one.other]
    _from_numbers(texts, found)
    _from_years(texts, above, hints, found, doubts)
    _stretched(found, turned=known.order == "month")
    return _alike(found, tuple(doubts))


def asked(doubt: Doubt) -> str:
    """What a column of periods leaves open, in words: how it was read, and what it might be."""
    other = doubt.other or doubt.taken
    taken, might = (f"{one.start} to {one.last}" for one in (doubt.taken, other))
    return f"{shown(doubt.text)} was read as {taken}, and might be {might}"


def _bare_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal() and len(text) != 6


def _from_numbers(texts: Sequence[str], found: list[Period | None]) -> None:
    """Years as numbers (2021, 2022, 2023) and days as workbooks number them: only in a row of their kind, rising evenly."""
    at = [place for place, text in enumerate(texts) if text.isdecimal() and len(text) in (4, 5)]
    numbers = [int(texts[place]) for place in at]
    if len(at) >= 2 and all(1990 <= n <= 2100 for n in numbers) and all(b - a == 1 for a, b in pairwise(numbers)):
        for place, year in zip(at, numbers, strict=True):
            found[place] = whole("year", date(year, 1, 1))
    elif len(at) >= 3 and all(SERIALS[0] <= n <= SERIALS[1] for n in numbers):
        for place, number in zip(at, numbers, strict=True):
            day = _EPOCH + timedelta(days=number)
            found[place] = Period("day", day, day)


def _part(text: str) -> tuple[str, int] | None:
    """A month or a quarter without its year."""
    plain = " ".join(text.lower().split())
    if len(plain) > 12:
        return None
    if named := _MONTH.fullmatch(plain):
        return "month", month_of(named[1])
    return ("quarter", int(quarter[1])) if (quarter := _QUARTER.fullmatch(plain)) else None


def year_said(text: str) -> tuple[int, bool] | None:
    """The year that a text names somewhere, and whether it is a financial one."""
    text = text[:200]
    for found in _FINANCIAL.finditer(text):
        if int(found[2]) == (int(found[1]) + 1) % 100:
            return int(found[1]), True
    years = {int(year) for year in _CALENDAR.findall(text)}
    return (years.pop(), False) if len(years) == 1 else None


def _from_years(
    texts: Sequence[str],
    above: Sequence[str],
    hints: Sequence[str],
    found: list[Period | None],
    doubts: list[str],
) -> None:
    """Months and quarters that stand under a year, follow one that has its year, or stand below a title that names one."""
    parts = [None if found[place] else _part(text) for place, text in enumerate(texts)]
    if not any(parts):
        return
    over = [year_said(text) for text in filled(above, next(at for at, one in enumerate(parts) if one))]
    within = _years_before(texts, found)
    if any(over):
        _under(parts, over, found)
    elif any(part and year for part, year in zip(parts, within, strict=True)):
        _under(parts, within, found)
    elif any(one is not None and one.kind in ("month", "quarter", "financial-quarter") for one in found):
        _beside(parts, found)
        doubts.append("headings without a year were read as following those that have one")
    elif year := next((said for hint in reversed(hints) if (said := year_said(hint))), None):
        _under(parts, [year] * len(texts), found)
        doubts.append(f"the headings name no year; it was taken from the title: {_year_words(year)}")


def _years_before(texts: Sequence[str], found: Sequence[Period | None]) -> list[tuple[int, bool] | None]:
    """For each cell the year that stands before it in the same line, with its months after it."""
    out: list[tuple[int, bool] | None] = []
    for text, one in zip(texts, found, strict=True):
        year = year_said(text) if one is not None and one.kind in ("year", "financial-year") else None
        out.append(year or (out[-1] if out else None))
    return out


def filled(row: Sequence[str], first: int) -> list[str]:
    """A row whose cells go on to the right until the next, as merged ones do; nothing before the place `first`."""
    out: list[str] = []
    for place, text in enumerate(row):
        out.append("" if place < first else text or (out[-1] if out else ""))
    return out


def _year_words(year: tuple[int, bool]) -> str:
    return f"{year[0]}/{(year[0] + 1) % 100:02d}" if year[1] else str(year[0])


def _under(
    parts: list[tuple[str, int] | None], over: list[tuple[int, bool] | None], found: list[Period | None]
) -> None:
    for place, (part, year) in enumerate(zip(parts, over, strict=False)):
        if part and year:
            found[place] = _placed(part, *year)


def _placed(part: tuple[str, int], year: int, financial: bool) -> Period:
    kind, number = part
    if kind == "month":
        return whole("month", date(year + (financial and number < 4), number, 1))
    if financial:
        return whole("financial-quarter", date(year + (number == 4), 3 * (number % 4) + 1, 1))
    return whole("quarter", date(year, 3 * number - 2, 1))


def _beside(parts: list[tuple[str, int] | None], found: list[Period | None]) -> None:
    """A month without a year is the first of that name after the one before it; before the first with a year, the last before."""
    places = [place for place, one in enumerate(found) if one is not None or parts[place]]
    for order, forward in ((places, True), (places[::-1], False)):
        near: Period | None = None
        for place in order:
            here, part = found[place], parts[place]
            if here is None and part is not None and part[0] == "month" and near is not None:
                here = found[place] = _next_month(near, part[1], forward=forward)
            near = here or near


def _next_month(near: Period, month: int, *, forward: bool) -> Period:
    year = near.start.year
    if forward:
        year += month <= near.start.month
    else:
        year -= month >= near.start.month
    return whole("month", date(year, month, 1))


def _stretched(found: list[Period | None], *, turned: bool) -> None:
    """Days that stand for the months, quarters, years or weeks that they begin or end are made those; others are none."""
    at = [place for place, one in enumerate(found) if one is not None and one.kind == "day"]
    days = [one.start for place in at if (one := found[place]) is not None]
    made = stretched(days)
    if turned and any(day.day != 1 for day in days):
        # Days one after the other look like one day of many months, where the month might come first.
        made = {}
    for place, day in zip(at, days, strict=True):
        found[place] = made.get(day) if made else None


def stretched(days: Sequence[date]) -> dict[date, Period]:
    """For each of some days the period that it stands for; nothing where they are not evenly spaced.

    First days of months a month apart are months, ends of quarters three months apart quarters, days seven apart weeks.
    """
    each = sorted(set(days))
    if len(each) < 2:
        return {}
    gaps = [(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(each)]
    step = max((s for s in _STEPS if all(gap and gap % s == 0 for gap in gaps)), default=0)
    if step and all(day.day == 1 for day in each):
        return {day: Period(_kind(step), day, after(day, step)) for day in each}
    if step and all((day + timedelta(days=1)).day == 1 for day in each):
        return {day: Period(_kind(step), _months_before(day, step), day) for day in each}
    if step and len({day.day for day in each}) == 1:
        # The fifteenth of each month stands for its month, and for nothing longer.
        return {day: whole("month", day.replace(day=1)) for day in each} if step == 1 else {}
    if all((b - a).days % 7 == 0 for a, b in pairwise(each)) and min((b - a).days for a, b in pairwise(each)) == 7:
        sundays = each[0].weekday() in (4, 6)
        return {day: _week(day, ends=sundays) for day in each}
    return {}


def _week(day: date, *, ends: bool) -> Period:
    first = day - timedelta(days=6) if ends else day
    return Period("week", first, first + timedelta(days=6))


def _kind(step: int) -> Kind:
    return "month" if step == 1 else "quarter" if step == 3 else "year"


def _months_before(day: date, step: int) -> date:
    year, month = divmod(day.year * 12 + day.month - step, 12)
    return date(year, month + 1, 1)


def _alike(found: list[Period | None], doubts: tuple[str, ...]) -> Spans:
    """The periods of the commonest length and telling; the others (a year among months, a year to date) are told apart."""
    sorts = Counter(_sort(one) for one in found if one is not None)
    if not sorts:
        return Spans(tuple(found), "", doubts)
    most = max(sorts.items(), key=lambda item: (item[1], item[0][1] == "", -item[0][0]))[0]
    others = tuple(p for p, one in enumerate(found) if one is not None and _sort(one) != most)
    kept = tuple(None if place in others else one for place, one in enumerate(found))
    kinds = Counter(one.kind for one in kept if one is not None)
    return Spans(kept, kinds.most_common(1)[0][0], doubts, others)


def _sort(one: Period) -> tuple[int, str]:
    """What makes periods alike: how long they last, or that each of them runs on from the year's beginning."""
    return (0 if one.told == "to-date" else _length(one), one.told)


def _length(one: Period) -> int:
    """Months that a period lasts, 0 for what is shorter than one."""
    days = (one.last - one.start).days + 1
    return round(days / 30.44) if days >= 28 else 0
