"""An authority in memory: the rows that it would submit, and the truth about them. Never changed, only replaced."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Authority:
    """Rows by kind, with the fields of the schemas in `evidence/schemas/`, and the truth that no rule ever sees."""

    name: str
    seed: str
    start: date
    months: int
    notified_on: date
    submitted_at: date
    register: tuple[Row, ...]
    figures: tuple[Row, ...]
    log: tuple[Row, ...]
    participation: tuple[Row, ...]
    durations: tuple[Row, ...]
    truth: Row = field(default_factory=dict)
    verifications: tuple[Row, ...] = ()
    declared: tuple[Row, ...] = ()
    records: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    """Rows of all other kinds, by kind; parts by a name of their own, as `recommendation-actions`."""
    files: Row = field(default_factory=dict)
    """Other names of files, by kind."""


def month(start: date, months: int) -> date:
    """The first of the month so many months after `start`, itself a first of a month."""
    year, number = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, number + 1, 1)
