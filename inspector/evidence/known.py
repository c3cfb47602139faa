"""What the shipped examples and the simulator say and count, so that it is known again in somebody's evidence.

`known.json` holds numbers made of their texts, of the days in their logs and of their figures; `evidence/make_known.py` makes it.
"""

import base64
import json
import math
import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from inspector.evidence.periods import month_number
from inspector.evidence.rhythm import days_of
from inspector.model.evidence import Evidence, Figure, LogEntry
from inspector.model.rows import Located

Line = list[float]
FILE = Path(__file__).with_name("known.json")
MONTH = 28, 31
"""Days of the periods of which lines of figures are compared."""
LONGEST, STEPS = 120, 10_000
"""Months of a line at most, and the steps into which its range is cut in the file."""
LEAST_DAYS = 3
"""Days of an entry, besides that on which it was raised, without which its days say too little."""


class Source(NamedTuple):
    """An example or the simulator's words (`authority` is empty): numbers of texts, numbers of days, lines of figures."""

    name: str
    authority: str
    runs: frozenset[int]
    days: frozenset[int]
    lines: tuple[Line, ...]


class Text(NamedTuple):
    """A text of the evidence: which kind of resource it is in, its row, and its words."""

    subject: str
    row: Located
    text: str


@cache
def sources() -> tuple[Source, ...]:
    """Every source, in the order of the file."""
    return tuple(
        Source(one["name"], one["authority"], _numbers(one["runs"]), _numbers(one["days"]), _lines(one["lines"]))
        for one in json.loads(FILE.read_text("utf-8"))
    )


def _numbers(text: str) -> frozenset[int]:
    held = base64.b64decode(text)
    return frozenset(number for (number,) in struct.iter_unpack("<I", held))


def _lines(lines: list[list[int | None]]) -> tuple[Line, ...]:
    return tuple([math.nan if one is None else one / STEPS for one in line] for line in lines)


def texts(evidence: Evidence) -> list[Text]:
    """The free texts of all records, those of one row together, in the order of the evidence."""
    held: dict[tuple[str, str, int], Text] = {}
    for one in _texts(evidence):
        place = one.subject, one.row.resource, one.row.row
        before = held.get(place)
        held[place] = one if before is None else before._replace(text=_joined(before.text, one.text))
    return list(held.values())


def _texts(evidence: Evidence) -> Iterator[Text]:
    for entry in evidence.log:
        yield Text("improvement-log", entry, _joined(entry.aim, entry.prediction, entry.learned))
    for review in evidence.case_reviews:
        yield Text("case-reviews", review, review.learned or "")
        for did in review.actions:
            yield Text("case-reviews", did, did.action)
    for promise in evidence.partnership:
        yield Text("partnership", promise, _joined(promise.commitment, promise.partner_statement))
    for voice in evidence.voice:
        yield Text("voice", voice, voice.said or "")
    for area in evidence.self_evaluation:
        yield Text("self-evaluation", area, _joined(area.what_we_know, area.how_we_know, area.what_next))


def _joined(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def days(log: Sequence[LogEntry]) -> list[tuple[int, LogEntry]]:
    """A number for each two entries that follow one another: of the days between them, their steps and their decisions."""
    order = sorted(log, key=lambda one: (one.raised_on, one.resource, one.row))
    found = []
    for a, b in pairwise(order):
        told = _steps(a), _steps(b)
        if all(sum(one is not None for one in some[1:]) >= LEAST_DAYS for some in told):
            key = f"{(b.raised_on - a.raised_on).days} {told}"
            found.append((zlib.crc32(key.encode()), b))
    return found


def _steps(entry: LogEntry) -> tuple[str | int | None, ...]:
    steps = (entry.started_on, entry.tested_on, entry.studied_on, entry.decided_on)
    return (entry.decision, *(None if day is None else (day - entry.raised_on).days for day in steps))


def line(figures: Sequence[Figure]) -> Line:
    """Figures by month, NaN where there is none; empty where they are not monthly, or none can be drawn. The latest ten years."""
    if not figures or not all(MONTH[0] <= days_of(one) <= MONTH[1] for one in figures):
        return []
    first = month_number(figures[0].period_start)
    made = [math.nan] * (month_number(figures[-1].period_start) - first + 1)
    for one in figures:
        share = one.value
        if share is None and one.numerator is not None:
            share = one.numerator / one.denominator if one.denominator else None
        if share is not None and abs(share) < 1e100:
            made[month_number(one.period_start) - first] = share
    return made[-LONGEST:]
