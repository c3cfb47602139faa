"""A column of periods as people write them: what one text leaves open is decided by all of them, else asked.

`2011-12` and `201112` are a month or a financial year, `Q1 2024` is a quarter of the calendar or of the financial year,
`04/05/2024` has its day or its month first. The order of the texts decides nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from inspector.values.period import STEPS, Kind, Period, Told, whole
from inspector.values.period_forms import Readings
from inspector.values.period_open import SERIAL, SLASHED, Order, kind_of, mask, masked, quarters, serial
from inspector.values.period_open import order as decided
from inspector.values.period_open import read as reading

__all__ = ["EXPECTED", "STEPS", "Doubt", "Kind", "Period", "Periods", "overlap"]

EXPECTED = "2024-05, May 2024, 2023/24, 2023/24 Q1, 2024-W05, w/c 05/02/2024 or 31/05/2024"
_BARE_YEARS = re.compile(r"[0-9]{6}|[0-9]{2}[/-][0-9]{2}")
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
    order: Order = "none"

    @classmethod
    def of(cls, texts: Iterable[str], heading: str = "") -> "Periods":
        """Decides the whole column. `heading` may say what a text leaves open: `Financial quarter`, `Month`."""
        every = sorted(set(texts))
        order, turned = decided(every)
        each = {text: made for text in every if (made := reading(text, turned) or serial(text))}
        open_ = {text: made for text, made in each.items() if len(made) > 1}
        taken = {text: made[0] for text, made in each.items()}
        quarter, asked = quarters(each, heading.lower())
        years = {shape: kind_of(shape, some, heading.lower()) for shape, some in masked(each).items()}
        for text, made in open_.items():
            kind = quarter if made[0].kind == "quarter" else years[mask(text)]
            taken[text] = next((one for one in made if one.kind == kind), made[0])
        open_years = _open_years(taken, heading.lower())
        taken |= {text: made[0] for text, made in open_years.items()}
        doubts = _doubts(taken, open_, order, heading.lower(), asked=asked)
        if open_years:
            text, made = next(iter(open_years.items()))
            doubts += (Doubt("year", text, made[0], made[1], len(open_years)),)
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
            count[mask(text)].add(text)
            if text not in self.open:
                kinds[mask(text)].add(self.found[text].kind)
        return [self._one(text, kinds[mask(text)], len(count[mask(text)])) for text in every]

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

    Periods of kinds that never do so (a year among months, one month twice) are another matter, and so is one total.
    """
    some = list(periods)
    if not any(one.told or one.kind in ("months", "days") for one in some):
        return ""
    every = sorted(set(some), key=lambda one: (one.last, one.start))
    shared = [(a, b) for a, b in pairwise(every) if b.start <= a.last]
    # One total among its months shares days with two of them; figures that count on share them with most neighbours.
    if len(shared) * 3 <= len(every) - 1:
        return ""
    return "to-date" if sum(a.start == b.start for a, b in shared) * 2 > len(shared) else "rolling"


def _open_years(taken: dict[str, Period], heading: str) -> dict[str, Readings]:
    """Years of four digits where the heading says that they are financial: the one that begins in them, or that ends."""
    if not re.search(r"\b(?:financial|fiscal|fy)\b", heading):
        return {}
    return {
        text: (
            whole("financial-year", date(one.start.year, 4, 1)),
            whole("financial-year", date(one.start.year - 1, 4, 1)),
        )
        for text, one in taken.items()
        if one.kind == "year"
    }


def _doubts(
    taken: dict[str, Period], open_: dict[str, Readings], order: Order, heading: str, *, asked: bool
) -> tuple[Doubt, ...]:
    found: list[Doubt] = []
    quarters_ = [text for text, made in open_.items() if made[0].kind == "quarter"]
    if quarters_ and asked:
        found.append(_doubt("quarter", quarters_, taken, open_[quarters_[0]][1]))
    found += _order_doubts(taken, order)
    if serials := [text for text in taken if SERIAL.fullmatch(text.strip())]:
        found.append(_doubt("serials", serials, taken, None))
    six = [text for text, one in taken.items() if one.kind == "financial-year" and _BARE_YEARS.fullmatch(text.strip())]
    if six and "financial" not in heading:
        found.append(_doubt("six-digits", six, taken, None))
    if (
        len(taken) == 1
        and open_
        and not quarters_
        and not six
        and not any(one in heading for one in ("month", "year", "fy"))
    ):
        (text, made) = next(iter(open_.items()))
        found.append(_doubt("year", [text], taken, next(one for one in made if one != taken[text])))
    return tuple(found)


def _order_doubts(taken: dict[str, Period], order: Order) -> list[Doubt]:
    if order not in ("either", "month"):
        return []
    slashed = [text for text in taken if SLASHED.fullmatch(text.strip())]
    other = {text: made[0] for text in slashed if (made := reading(text, order == "either"))}
    differ = [text for text in slashed if other.get(text) != taken[text]]
    about: About = "day-order" if order == "either" else "month-first"
    return [_doubt(about, differ, taken, other.get(differ[0]))] if differ else []


def _doubt(about: About, texts: list[str], taken: dict[str, Period], other: Period | None) -> Doubt:
    return Doubt(about, texts[0], taken[texts[0]], other, len(texts))


def as_told(periods: list[Period]) -> list[Period]:
    """Quarters of one series by one name: the calendar's, where they are no other's."""
    if {one.kind for one in periods} == {"quarter", "financial-quarter"}:
        return [replace(one, kind="financial-quarter") for one in periods]
    return periods
