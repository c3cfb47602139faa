"""The bank holidays of England and Wales by arithmetic, for those who count days without a package.

Reference: Banking and Financial Dealings Act 1971, schedule 1, and the royal proclamations since; Easter by the algorithm of
Meeus, Jones and Butcher (Meeus 1998, Astronomical Algorithms, chapter 8).
"""

from datetime import date, timedelta
from functools import lru_cache

MOVED = {
    (2002, "spring"): date(2002, 6, 4), (2012, "spring"): date(2012, 6, 4), (2022, "spring"): date(2022, 6, 2),
    (1995, "may"): date(1995, 5, 8), (2020, "may"): date(2020, 5, 8),
}  # fmt: skip
"""Holidays that a proclamation moved in one year."""
ONCE = (
    date(1999, 12, 31), date(2002, 6, 3), date(2011, 4, 29), date(2012, 6, 5), date(2022, 6, 3), date(2022, 9, 19),
    date(2023, 5, 8),
)  # fmt: skip
"""Holidays of one year alone."""


@lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year from 1978 on, with the days kept instead of a Saturday or Sunday."""
    easter = _easter(year)
    may, spring = _first_monday(year, 5), _last_monday(year, 5)
    days = {
        _not_weekend(date(year, 1, 1)),
        easter - timedelta(days=2),
        easter + timedelta(days=1),
        MOVED.get((year, "may"), may),
        MOVED.get((year, "spring"), spring),
        _last_monday(year, 8),
    }
    christmas = date(year, 12, 25)
    # Where one of the two falls on a weekend the next working days stand for them.
    kept = {4: (25, 28), 5: (27, 28), 6: (26, 27)}.get(christmas.weekday(), (25, 26))
    return frozenset(days | {date(year, 12, day) for day in kept} | {day for day in ONCE if day.year == year})


def is_working_day(day: date) -> bool:
    """Whether it is a day from Monday to Friday and no bank holiday."""
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def _not_weekend(day: date) -> date:
    return day + timedelta(days={5: 2, 6: 1}.get(day.weekday(), 0))


def _first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7)


def _last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


def _easter(year: int) -> date:
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)
