"""Why a text is no day, in words that say how to mend it; no fix is ever a day that does not exist."""

import calendar

from inspector.model.months import MONTHS
from inspector.values.dates import Dates
from inspector.values.day_forms import NUMBERS, Written, written


def fault(dates: Dates, text: str) -> tuple[str, str]:
    """What is wrong with a text that `dates` does not read, as it stands behind the text in a message, and the likely fix."""
    found = written(text, dates.epoch)
    if found is None:
        return _shapeless(text, dates.epoch)
    if found.short and not dates.short_years:
        return _short(found, dates)
    return _impossible(found, dates)


def _short(found: Written, dates: Dates) -> tuple[str, str]:
    day = found.day(month_first=dates.month_first)
    fix = "write all four digits of the year"
    return "has a year of two digits", f"{fix}; is {day.isoformat()} meant?" if day else fix


def _impossible(found: Written, dates: Dates) -> tuple[str, str]:
    swapped = found.form == NUMBERS and dates.month_first
    day, month = (found.two, found.one) if swapped else (found.one, found.two)
    other = found.day(month_first=not swapped) if found.form == NUMBERS else None
    if other and not found.short:
        first = "day" if swapped else "month"
        says = f"is no date: there is no month {month}; with the {first} first it is {other.isoformat()}"
        return says, f"if the {first} stands first, write {other.isoformat()}"
    if not 1 <= month <= 12:
        return f"is no date: there is no month {month}", ""
    if not found.year:
        return "is no date: there is no year 0", ""
    if not 1 <= day <= 31:
        return f"is no date: there is no day {day}", ""
    most = calendar.monthrange(found.year, month)[1]
    return f"is a day that does not exist: {MONTHS[month - 1]} {found.year} has {most} days", ""


def _shapeless(text: str, epoch: int) -> tuple[str, str]:
    bare = text.strip()
    if len(bare) == 8 and bare.isdecimal():
        turned = written(f"{bare[:2]}/{bare[2:4]}/{bare[4:]}", epoch)
        if turned and (day := turned.day()):
            return "is a number, not a date", f"if {day.isoformat()} is meant, write that"
    if bare.replace(".", "", 1).isdecimal():
        return "is a number, not a date", ""
    if written(f"1 {bare}", epoch) or written(f"1/{bare}", epoch):
        return "names a month and no day", "write the day too"
    return "is not a date", ""
