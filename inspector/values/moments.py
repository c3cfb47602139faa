"""Moments of a column: a day, a time, and the offset from UTC, which people leave out.

A moment without its offset is one of clocks in London. There an hour in October comes twice and an hour in March never does.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache

from inspector.values.date_faults import fault
from inspector.values.dates import Dates
from inspector.values.day_forms import written

CLOCKS = "Europe/London"
_TIMED = re.compile(
    r"(?P<day>.{6,40}?)(?:[T ,]+|, at | at )(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,](?P<part>[0-9]{1,9}))?)?(?: ?(?P<half>[ap])\.?m\.?)?"
    r" ?(?P<zone>Z|UTC|GMT|BST|[+-][0-9]{2}(?::?[0-9]{2})?)?",
    re.IGNORECASE | re.ASCII,
)
_NAMED = {"Z": 0, "UTC": 0, "GMT": 0, "BST": 60}


@dataclass(frozen=True)
class Moments:
    """How the moments of one column are read; their days are read as `days` has them."""

    days: Dates

    @staticmethod
    def of(texts: Iterable[str] | Mapping[str, int], epoch: int = 1900) -> "Moments":
        """Decide how a column is read: whether the day or the month stands first in its days."""
        return Moments(Dates.of([_day_of(text) for text in texts], epoch=epoch))

    def read(self, text: str) -> str | None:
        """The moment as RFC 3339 writes it, with its offset; None where it is none, or may be two."""
        found = self._parts(text)
        if found is None:
            return None
        moment, zone = found
        if zone is not None:
            return _told(moment.replace(tzinfo=zone))
        both = _in_london(moment)
        return _told(both[0]) if len(both) == 1 else None

    def without_offset(self, text: str) -> bool:
        """Whether a moment is written without its offset from UTC."""
        found = self._parts(text)
        return found is not None and found[1] is None

    def fault(self, text: str) -> tuple[str, str]:
        """What is wrong with a text that is not read, as it stands behind the text in a message, and the likely fix."""
        found = self._parts(text)
        if found is None:
            day = _day_of(text)
            if self.days.read(day) is None and written(day, self.days.epoch):
                return fault(self.days, day)
            return "is not a moment: a day, a time and its offset from UTC", ""
        both = _in_london(found[0])
        if not both:
            return "has no offset from UTC, and by clocks in the United Kingdom that time never came", ""
        fix = f"write {_told(both[0])} or {_told(both[-1])}"
        return "has no offset from UTC, and by clocks in the United Kingdom that time came twice", fix

    def _parts(self, text: str) -> tuple[datetime, tzinfo | None] | None:
        """The day and time, and the offset, None where it is not said."""
        bare = " ".join(text.split())
        found = _TIMED.fullmatch(bare) if len(bare) <= 70 else None
        day = self.days.read(found["day"] if found else bare)
        if day is None:
            return None
        if found is None:
            return datetime.fromisoformat(day) + _of_serial(bare), None
        hour = int(found["hour"])
        if found["half"]:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
        micro = (found["part"] or "").ljust(6, "0")[:6]
        try:
            at = datetime.fromisoformat(day).replace(
                hour=hour, minute=int(found["minute"]), second=int(found["second"] or 0), microsecond=int(micro)
            )
            return at, _zone(found["zone"])
        except ValueError:
            return None


def _day_of(text: str) -> str:
    bare = " ".join(text.split())
    found = _TIMED.fullmatch(bare) if len(bare) <= 70 else None
    return found["day"] if found else bare


def _of_serial(bare: str) -> timedelta:
    """The time of day that the decimals of a spreadsheet's day number are, to the second."""
    _, _, part = bare.partition(".")
    return (
        timedelta(seconds=round(float(f"0.{part}") * 86400))
        if part.isdecimal() and bare[:5].isdecimal()
        else timedelta()
    )


def _zone(text: str | None) -> tzinfo | None:
    """The offset that is written. Raises ValueError for one that cannot be."""
    if text is None:
        return None
    if text.upper() in _NAMED:
        return timezone(timedelta(minutes=_NAMED[text.upper()]))
    hours, minutes = int(text[1:3]), int(text[3:].strip(":") or 0)
    if hours > 14 or minutes > 59:
        raise ValueError(text)
    return timezone((-1 if text[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes))


def _in_london(moment: datetime) -> list[datetime]:
    """The moments that a time by clocks in London may be: one, two, or none."""
    clocks = _clocks()
    both = [moment.replace(tzinfo=clocks, fold=fold) for fold in (0, 1)]
    there = [one for one in both if _local(one) == moment]
    return there[:1] if len(there) == 2 and there[0].utcoffset() == there[1].utcoffset() else there


def _local(moment: datetime) -> datetime:
    utc = (moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())).replace(tzinfo=UTC)
    return utc.astimezone(moment.tzinfo).replace(tzinfo=None, fold=0)


@cache
def _clocks() -> tzinfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(CLOCKS)


def _told(moment: datetime) -> str:
    offset = moment.utcoffset() or timedelta()
    fixed = moment.replace(tzinfo=timezone(offset), fold=0)
    return fixed.isoformat().replace("+00:00", "Z") if not offset and moment.tzinfo is UTC else fixed.isoformat()
