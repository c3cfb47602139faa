"""Working days of England: Monday to Friday but for bank holidays.

Source: the `holidays` package, which follows the published bank holidays. Counted as the Department for Education does: the
first day does not count, the last one does.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.datetime64]


@lru_cache(maxsize=8)
def bank_holidays(first: int, last: int) -> Days:
    """The bank holidays of England in those years, both included."""
    from holidays.countries.united_kingdom import UnitedKingdom

    found: Iterable[date] = UnitedKingdom(subdiv="ENG", years=range(first, last + 1))  # type: ignore[no-untyped-call]
    return np.array(sorted(day.isoformat() for day in found), dtype="datetime64[D]")


def between(start: Days, end: Days) -> NDArray[np.float64]:
    """Working days after `start` up to and with `end`; negative where the end is before, NaN where one is missing."""
    there = ~(np.isnat(start) | np.isnat(end))
    days = np.full(len(start), np.nan)
    if not there.any():
        return days
    some = np.concatenate([start[there], end[there]]).astype("datetime64[Y]").astype(int) + 1970
    free = bank_holidays(int(some.min()), int(some.max()))
    one = np.timedelta64(1, "D")
    first, last = np.minimum(start, end)[there], np.maximum(start, end)[there]
    # numpy counts the first day and not the last.
    count = np.busday_count(first + one, last + one, holidays=free)
    days[there] = np.where(end[there] < start[there], -count, count)
    return days
