"""Why a text is no day, in words that say how to mend it; no fix is ever a day that does not exist."""

import calendar
from dataclasses import dataclass

from inspector.model.months import MONTHS
from inspector.values.dates import Dates
from inspector.values.day_forms import NUMBERS, Written, written


@dataclass(frozen=True)
class DateFault:
    """What is wrong with a text in a column of dates: what the message says behind the text, and the likely fix or nothing."""

    says: str
    fix: str = ""


def fault(dates: Dates, text: str) -> DateFault:
    """What is wrong with a text that `dates` does not read."""
    found = written(text, dates.epoch)
    if found is None:
        return _shapeless(text, dates.epoch)
    if found.short and not dates.short_years:
        return _short(found, dates)
    return _impossible(found, dates)


def _short(found: Written, dates: Dates) -> DateFault:
    day = found.day(month_first=dates.month_first)
    says = "has a year of two digits"
    return DateFault(
        says, f"write all four digits of the year, as {day}" if day else "write all four digits of the year"
    )


def _impossible(found: Written, dates: Dates) -> DateFault:
    swapped = found.form == NUMBERS and dates.month_first
    day, month = (found.two, found.one) if swapped else (found.one, found.two)
    other = found.day(month_first=not swapped) if found.form == NUMBERS else None
    if other and not found.short:
        first = "day" if swapped else "month"
        says = f"has no day: there is no month {month}; with the {first} first it is {other.isoformat()}"
        return DateFault(says, f"if it is meant {first} first, write {other.isoformat()}")
    if not 1 <= month <= 12:
        return DateFault(f"has no day: there is no month {month}")
    if not found.year:
        return DateFault("has no day: there is no year 0")
    most = calendar.monthrange(found.year, month)[1]
    if 1 <= day <= 31:
        return DateFault(f"is a day that does not exist: {MONTHS[month - 1]} {found.year} has {most} days")
    return DateFault(f"has no day: there is no day {day}")


def _shapeless(text: str, epoch: int) -> DateFault:
    bare = text.strip()
    if len(bare) == 8 and bare.isdecimal():
        turned = written(f"{bare[:2]}/{bare[2:4]}/{bare[4:]}", epoch)
        day = turned.day() if turned else None
        if day:
            return DateFault("is a number, not a date", f"if it is {day.isoformat()}, write that")
    if bare.replace(".", "", 1).isdecimal():
        return DateFault("is a number, not a date")
    return DateFault("is not a date")
