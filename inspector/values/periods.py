"""A column of periods as people write them: what one text leaves open is decided by all of them, else asked.

`2011-12` and `201112` are a month or a financial year, `Q1 2024` is a quarter of the calendar or of the financial year,
`04/05/2024` has its day or its month first. The order of the texts decides nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from inspector.values.period import STEPS, Kind, Period, Told
from inspector.values.period_forms import Readings, readings

__all__ = ["EXPECTED", "STEPS", "Doubt", "Kind", "Period", "Periods", "overlap"]

EXPECTED = "2024-05, May 2024, 2023/24, 2023/24 Q1, 2024-W05, w/c 05/02/2024 or 31/05/2024"
_SLASHED = re.compile(r"(?:\D*\b)?(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})\b(?: 00:00(?::00)?)?", re.ASCII)
_BARE_YEARS = re.compile(r"[0-9]{6}|[0-9]{2}[/-][0-9]{2}")
_SERIAL = re.compile(r"[2-5][0-9]{4}(?:\.0+)?", re.ASCII)
About = Literal["quarter", "day-order", "month-first", "six-digits", "serials", "year"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the column leaves open or has in a way that is told: of `count` texts, one of them, as it was read and might be."""

    about: About
    text: str
    taken: Period
    other: Period | None
    count: int


@dataclass(frozen=True)
class Periods:
    """What each text of a column is as a period; texts that are none are not among them. `open` are those of two readings."""

    found: dict[str, Period]
    open: dict[str, Readings]
    doubts: tuple[Doubt, ...]
    order: Literal["day", "month", "either", "none"] = "none"

    @classmethod
    def of(cls, texts: Iterable[str], heading: str = "") -> "Periods":
        """Decides the whole column. `heading` may say what a text leaves open: `Financial quarter`, `Month`."""
        every = sorted(set(texts))
        order, turned = _order(every)
        each = {text: made for text in every if (made := _readings(text, turned) or _serial(text))}
        open_ = {text: made for text, made in each.items() if len(made) > 1}
        taken = {text: made[0] for text, made in each.items()}
        quarter, asked = _quarters(each, heading.lower())
        years = {mask: _kind(mask, some, heading.lower()) for mask, some in _masked(each).items()}
        for text, made in open_.items():
            kind = quarter if made[0].kind == "quarter" else years[_mask(text)]
            taken[text] = next((one for one in made if one.kind == kind), made[0])
        doubts = _doubts(taken, open_, order, asked=asked, said=bool(heading) and "financial" in heading.lower())
        return cls(taken, open_, doubts, order)

    def read(self, text: str) -> Period | None:
        """The period that a text of the column is, by itself; None where it is none."""
        return self.found.get(text)

    def together(self, texts: Iterable[str]) -> list[Period]:
        """The periods of one series, of texts that are periods: years and months that look alike are told by the series first."""
        every = list(texts)
        if not self.open or not any(text in self.open for text in every):
            return [self.found[text] for text in every]
        kinds: dict[str, set[Kind]] = defaultdict(set)
        count: dict[str, set[str]] = defaultdict(set)
        for text in every:
            count[_mask(text)].add(text)
            if text not in self.open:
                kinds[_mask(text)].add(self.found[text].kind)
        return [self._one(text, kinds[_mask(text)], len(count[_mask(text)])) for text in every]

    def _one(self, text: str, kinds: set[Kind], count: int) -> Period:
        made = self.open.get(text)
        if made is None or made[0].kind == "quarter":
            return self.found[text]
        if len(kinds) == 1:
            return next((one for one in made if one.kind in kinds), self.found[text])
        if not kinds and count > 1:
            return next((one for one in made if one.kind == "financial-year"), self.found[text])
        return self.found[text]


def overlap(periods: Iterable[Period]) -> Told:
    """Whether periods share days, since each counts from the year's beginning or over the months before.

    Periods of kinds that never do so (a year among months, one month twice) are another matter.
    """
    every = sorted(set(periods), key=lambda one: (one.last, one.start))
    if not any(one.kind in ("months", "days") or one.told for one in every):
        return ""
    shared = [(a, b) for a, b in pairwise(every) if b.start <= a.last]
    if not shared:
        return ""
    return "to-date" if sum(a.start == b.start for a, b in shared) * 2 > len(shared) else "rolling"


def _mask(text: str) -> str:
    return re.sub("[0-9]", "9", text.strip())


def _readings(text: str, turned: bool) -> Readings:
    if turned and (found := _SLASHED.fullmatch(text.strip())):
        text = text.strip()
        start, middle, end = text[: found.start(1)], text[found.end(1) : found.start(2)], text[found.end(2) :]
        return readings(f"{start}{found[2]}{middle}{found[1]}{end}")
    return readings(text)


def _serial(text: str) -> Readings:
    """The day that a spreadsheet keeps as a number: 45292 is 1 January 2024."""
    if not _SERIAL.fullmatch(text.strip()):
        return ()
    day = date(1899, 12, 30) + timedelta(days=int(text.strip()[:5]))
    return (Period("day", day, day),)


def _order(texts: list[str]) -> tuple[Literal["day", "month", "either", "none"], bool]:
    """Whether the day or the month comes first, by all the slashed days; and whether they are turned to be read."""
    pairs = [(int(found[1]), int(found[2])) for text in texts if (found := _SLASHED.fullmatch(text.strip()))]
    if not pairs:
        return "none", False
    firsts, seconds = {first for first, _ in pairs}, {second for _, second in pairs}
    if max(firsts) > 12 or max(seconds) > 12:
        turned = max(firsts) <= 12
        return ("month" if turned else "day"), turned
    # The same day of every month is a column of months; the same month with a few days of it is none.
    if len(pairs) > 2 and (len(firsts) == 1) != (len(seconds) == 1):
        turned = len(seconds) == 1
        return ("month" if turned else "day"), turned
    return ("day" if all(a == b for a, b in pairs) else "either"), False


def _masked(each: dict[str, Readings]) -> dict[str, dict[str, Readings]]:
    masks: dict[str, dict[str, Readings]] = defaultdict(dict)
    for text, made in each.items():
        masks[_mask(text)][text] = made
    return masks


def _kind(mask: str, some: dict[str, Readings], heading: str) -> Kind:
    """A month or a financial year, of texts of one shape."""
    if "month" in heading or "year" in heading or "fy" in heading.split():
        return "month" if "month" in heading else "financial-year"
    alone = [made[0].kind for made in some.values() if len(made) == 1]
    months, years = alone.count("month"), alone.count("financial-year")
    if months or years:
        return "month" if months >= years else "financial-year"
    return "financial-year" if len(some) > 1 or "-" not in mask else "month"


def _quarters(each: dict[str, Readings], heading: str) -> tuple[Kind, bool]:
    """Whose quarters `Q1 2024` are, and whether nothing tells."""
    if any(word in heading for word in ("financial", "fiscal", "fy")):
        return "financial-quarter", False
    if "calendar" in heading:
        return "quarter", False
    told = {one.kind for made in each.values() if len(made) == 1 for one in made}
    if told & {"financial-quarter", "financial-year"}:
        return "financial-quarter", False
    return "quarter", True


def _doubts(
    taken: dict[str, Period], open_: dict[str, Readings], order: str, *, asked: bool, said: bool
) -> tuple[Doubt, ...]:
    found: list[Doubt] = []
    quarters = [text for text, made in open_.items() if made[0].kind == "quarter"]
    if quarters and asked:
        found.append(_doubt("quarter", quarters, taken, open_[quarters[0]][1]))
    if order in ("either", "month"):
        slashed = [text for text in taken if _SLASHED.fullmatch(text.strip())]
        other = {text: made[0] for text in slashed if (made := _readings(text, order == "either"))}
        differ = [text for text in slashed if other.get(text) != taken[text]]
        if differ:
            found.append(
                _doubt("day-order" if order == "either" else "month-first", differ, taken, other.get(differ[0]))
            )
    if serials := [text for text in taken if _SERIAL.fullmatch(text.strip())]:
        found.append(_doubt("serials", serials, taken, None))
    six = [text for text, one in taken.items() if one.kind == "financial-year" and _BARE_YEARS.fullmatch(text.strip())]
    if six and not said:
        found.append(_doubt("six-digits", six, taken, None))
    if open_ and not said:
        single = [text for text, made in open_.items() if made[0].kind != "quarter" and not text.strip().isdecimal()]
        if len(single) == 1 and len(taken) == 1:
            other = next(one for one in open_[single[0]] if one != taken[single[0]])
            found.append(_doubt("year", single, taken, other))
    return tuple(found)


def _doubt(about: About, texts: list[str], taken: dict[str, Period], other: Period | None) -> Doubt:
    return Doubt(about, texts[0], taken[texts[0]], other, len(texts))


def as_told(periods: list[Period]) -> list[Period]:
    """Quarters of one series by one name: the calendar's, where they are no other's."""
    if {one.kind for one in periods} == {"quarter", "financial-quarter"}:
        return [replace(one, kind="financial-quarter") for one in periods]
    return periods
