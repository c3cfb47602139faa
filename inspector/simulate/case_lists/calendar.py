"""Working days of England by rule: Monday to Friday but for bank holidays, those of one year alone among them."""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache

FIRST, LAST = 2000, 2045
MOVED = {
    (2002, 5, 27): (2002, 6, 4),
    (2012, 5, 28): (2012, 6, 4),
    (2020, 5, 4): (2020, 5, 8),
    (2022, 5, 30): (2022, 6, 2),
}
"""Bank holidays of May that were held on another day."""
ONCE = ((2002, 6, 3), (2011, 4, 29), (2012, 6, 5), (2022, 6, 3), (2022, 9, 19), (2023, 5, 8))


def easter(year: int) -> date:
    """Easter Sunday, by the rule of 1876 (known as that of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    left = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + left - 7 * ((a + 11 * h + 22 * left) // 451) + 114, 31)
    return date(year, month, day + 1)


def bank_holidays(year: int) -> set[date]:
    """The bank holidays of England in a year, where they were held."""
    sunday = easter(year)
    plain = [
        _next_free(date(year, 1, 1)),
        sunday - timedelta(days=2),
        sunday + timedelta(days=1),
        _monday(year, 5, 1),
        _monday(year, 5, 25),
        _monday(year, 8, 25),
    ]
    christmas = _next_free(date(year, 12, 25))
    boxing = _next_free(date(year, 12, 26))
    if boxing == christmas:
        boxing = christmas + timedelta(days=1)
    if date(year, 12, 25).weekday() == 6:
        christmas, boxing = date(year, 12, 27), date(year, 12, 26)
    moved = {date(*key): date(*to) for key, to in MOVED.items()}
    held = {moved.get(day, day) for day in (*plain, christmas, boxing)}
    return held | {date(*day) for day in ONCE if day[0] == year}


def _monday(year: int, month: int, least: int) -> date:
    day = date(year, month, least)
    return day + timedelta(days=-day.weekday() % 7)


def _next_free(day: date) -> date:
    """The Monday after where a day is on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


@cache
def _worked() -> tuple[list[date], frozenset[date]]:
    free = {day for year in range(FIRST, LAST + 1) for day in bank_holidays(year)}
    first, length = date(FIRST, 1, 1), (date(LAST, 12, 31) - date(FIRST, 1, 1)).days + 1
    days = [first + timedelta(days=k) for k in range(length)]
    worked = [day for day in days if day.weekday() < 5 and day not in free]
    return worked, frozenset(worked)


def is_worked(day: date) -> bool:
    """Whether a day is a working day."""
    return day in _worked()[1]


def after(day: date, count: int) -> date:
    """The day so many working days later; for 0 the same day, or the next working day."""
    worked = _worked()[0]
    return worked[bisect_left(worked, day)] if count == 0 else worked[bisect_right(worked, day) + count - 1]


def between(start: date, end: date) -> int:
    """Working days after `start` up to and with `end`."""
    worked = _worked()[0]
    return bisect_right(worked, end) - bisect_right(worked, start)
