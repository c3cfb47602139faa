"""One afternoon after the announcement, ideas that were never tried are given dates, a lesson and a decision.

Dose: the share of the whole log touched in that moment, those never tried first. `bulk-edits` or `late-entries` should ask.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from random import Random

from inspector.simulate import words
from inspector.simulate.authority import Authority, Row

SEEN_BY = ("bulk-edits", "late-entries")


def apply(authority: Authority, dose: float, draw: Random) -> Authority:
    """The authority with part of its log filled in, all of it recorded in the same minute."""
    day = authority.notified_on + timedelta(days=draw.randint(2, 8))
    moment = datetime.combine(day, time(draw.randint(13, 16), draw.randint(1, 59)), UTC)
    old = [row for row in authority.log if row["raised_on"] <= day - timedelta(days=30)]
    old.sort(key=lambda row: ("decided_on" in row, draw.random()))
    chosen = {row["id"] for row in old[: max(1, round(dose * len(old)))]}
    return replace(
        authority,
        log=tuple(
            _filled(row, draw) | {"recorded_at": moment} if row["id"] in chosen else row for row in authority.log
        ),
    )


def _filled(row: Row, draw: Random) -> Row:
    if "decided_on" in row:
        return row
    at, days = row["raised_on"], []
    for _ in range(4):
        at += timedelta(days=draw.randint(1, 6))
        days.append(at)
    steps = dict(zip(("started_on", "tested_on", "studied_on", "decided_on"), days, strict=True))
    said = {"prediction": words.prediction(draw), "learned": words.lesson(draw), "decision": "adopt"}
    return {**row, **steps, **said}
