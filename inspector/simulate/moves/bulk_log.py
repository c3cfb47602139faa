"""A log for the whole period, written in one week after the inspection was announced.

Dose: how many entries are added (1: four a month). `late-entries` and `bulk-edits` should ask.
"""

from dataclasses import replace
from datetime import timedelta
from random import Random

from inspector.simulate import logs
from inspector.simulate.authority import Authority

SEEN_BY = ("late-entries", "bulk-edits", "last-minute-improvement")


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with entries about the past that were all recorded within a few days."""
    made = logs.stream_of_tests(f"{authority.seed}/bulk", authority.start, authority.months, 4 * dose, {})
    late = []
    for row in made:
        day = authority.notified_on + timedelta(days=draw.randint(2, 8))
        moment = row["recorded_at"].replace(year=day.year, month=day.month, day=day.day)
        late.append({**row, "recorded_at": moment} if row["raised_on"] < day else row)
    return replace(authority, log=logs.numbered([*authority.log, *late]))
