"""Entries are made to name whatever measure got better, dated just before it did.

Dose: how many entries are added for each such measure (1: six). `late-entries` should ask, since they were recorded later.
"""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from inspector.simulate import logs
from inspector.simulate.authority import Authority

SEEN_BY = ("late-entries", "bulk-edits")


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with a test before each gain, written down after it was seen."""
    made = []
    for id, truth in authority.truth["indicators"].items():
        if truth["onset"] is None or truth["shape"] in ("slide", "drop", "crumble"):
            continue
        onset = date.fromisoformat(truth["onset"])
        for row in logs.stream_of_tests(f"{authority.seed}/claims/{id}", onset - timedelta(days=40), 1, 6 * dose, {}):
            late = row["recorded_at"] + timedelta(days=draw.randint(150, 300))
            made.append(
                {
                    **row,
                    "indicator": id,
                    "recorded_at": min(
                        late,
                        row["recorded_at"].replace(
                            year=authority.notified_on.year,
                            month=authority.notified_on.month,
                            day=min(28, authority.notified_on.day),
                        ),
                    ),
                }
            )
    return replace(authority, log=logs.numbered([*authority.log, *made]))
