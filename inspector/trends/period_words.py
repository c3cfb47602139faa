"""Periods as people write them: 2024-05, 2024-05-01, May 2024, 2024-Q1, 2024, 2023/24, 31/05/2024."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import takewhile
from typing import Literal

Kind = Literal["day", "month", "quarter", "year", "financial-year"]
STEPS: dict[Kind, int] = {"month": 1, "quarter": 3, "year": 12, "financial-year": 12}
LEAST, MOST = 1000, 9000
SHORT = 40
EXPECTED = "2024-05, 2024-05-01, May 2024, 2024-Q1, 2024, 2023/24 or 31/05/2024"
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december")  # fmt: skip
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_NAMED = re.compile(r"([A-Za-z]+)\.?[ -]+(\d{4}|\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})[ -]?Q([1-4])|Q([1-4])[ -]?(\d{4})", re.ASCII | re.IGNORECASE)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_FINANCIAL = re.compile(r"(\d{4})[/-](\d{2}|\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """The first day of a period, and how it was written: a year is not a month, a `day` may begin any period."""

    kind: Kind
    start: date


def parse(text: str) -> Period | None:
    """The period that `text` names, None where it names none. Slashes are read as day/month/year."""
    # The series of a file share their periods. What is longer is hardly one, and not worth keeping.
    return _known(text) if len(text) <= SHORT else _parsed(text)


@lru_cache(maxsize=4096)
def _known(text: str) -> Period | None:
    return _parsed(text)


def _parsed(text: str) -> Period | None:
    text = text.strip()
    try:
        period = _numbers(text) or _words(text) or _years(text)
    except ValueError:
        return None
    return period if period is not None and LEAST <= period.start.year <= MOST else None


def financial_year(text: str) -> Period | None:
    """`2023/24`, `2023-24` or `2023/2024` as the year from 1 April; None for anything else."""
    if len(text) > SHORT or not (found := _FINANCIAL.fullmatch(text.strip())):
        return None
    year = int(found[1])
    following = str(year + 1)
    if year < 1 or year == 9999 or found[2] not in (following, following[2:]):
        return None
    return Period("financial-year", date(year, 4, 1))


def _numbers(text: str) -> Period | None:
    if found := _ISO_DAY.fullmatch(text):
        return Period("day", date(int(found[1]), int(found[2]), int(found[3])))
    if found := _DAY.fullmatch(text):
        return Period("day", date(int(found[3]), int(found[2]), int(found[1])))
    if (found := _MONTH.fullmatch(text)) and 1 <= int(found[2]) <= 12:
        return Period("month", date(int(found[1]), int(found[2]), 1))
    return None


def _words(text: str) -> Period | None:
    if found := _QUARTER.fullmatch(text):
        quarter, year = (found[2], found[1]) if found[1] else (found[3], found[4])
        return Period("quarter", date(int(year), 3 * int(quarter) - 2, 1))
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    name = found[1].lower()
    if name not in _FULL and name not in _NAMES and name != "sept":
        return None
    year = int(found[2]) + (2000 if len(found[2]) == 2 else 0)
    return Period("month", date(year, _NAMES.index(name[:3]) + 1, 1))


def _years(text: str) -> Period | None:
    if _YEAR.fullmatch(text):
        return Period("year", date(int(text), 1, 1))
    return financial_year(text)


def same_kind(texts: list[str], periods: list[Period]) -> list[Period]:
    """The periods of one series, `2011-12` read as a financial year where every period is written in that way."""
    if all(period.kind in ("month", "financial-year") for period in periods):
        years = (financial_year(text) for text in texts)
        known = [year for year in takewhile(lambda year: year is not None, years) if year is not None]
        # Consecutive numbers alone could be one December each; two years written so are no coincidence.
        if len(known) == len(periods) > 1:
            return known
    return periods


def ends(period: Period, step: int, days: int) -> date:
    """The last day of a period of `step` months, or of `days` days where `step` is 0; the calendar's last day at most."""
    if not step:
        return date.fromordinal(min(period.start.toordinal() + days - 1, date.max.toordinal()))
    year, month = divmod(period.start.year * 12 + period.start.month - 1 + step, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(period.start.day, 28)) - timedelta(days=1)
