"""What an earlier submission held: which rows, of which days, and digests of what they said.

It can be kept without the files: ids, days, periods and cells of the indicator register stand as they are; what a row said
is there as digests alone, `sha256(salt NUL field NUL text)` cut to 128 bits. A row of today has the same digest as
long as it says the same.
"""

from datetime import date, datetime
from typing import Literal

from inspector.model.base import Noun

Received = Literal["register", "receipt", "manifest"]
"""Who says on which day a submission was received: a register's entry; a receipt that was verified; the submission itself."""


class HeldTest(Noun):
    """A row of the improvement log as it stood then. `said` are pairs of a field and the digest of what it said."""

    resource: str
    row: int
    id: str
    raised_on: date
    started_on: date | None = None
    tested_on: date | None = None
    studied_on: date | None = None
    decided_on: date | None = None
    recorded_at: datetime | None = None
    indicator: str | None = None
    predicted: bool = False
    said: tuple[tuple[str, str], ...] = ()


class HeldFigure(Noun):
    """A figure as it stood then: of which indicator and period; `said` is the digest of numerator, denominator and value."""

    resource: str
    row: int
    indicator: str
    period_start: date
    period_end: date
    recorded_on: date | None = None
    said: str = ""


class HeldIndicator(Noun):
    """A row of the indicator register as it stood then, the cells in which a change could raise a verdict as they were."""

    resource: str
    row: int
    indicator: str
    better: Literal["up", "down"]
    measure: Literal["outcome", "process", "structure", "balancing", "experience"] | None = None
    same_as: str | None = None
    target: float | None = None
    deadline: int | None = None


class HeldRow(Noun):
    """A row of any other kind: its key where it has one (as a digest), the day it is about, the digest of all it said."""

    kind: str
    resource: str
    row: int
    key: str = ""
    day: date | None = None
    said: str = ""


class Held(Noun):
    """What one submission held, and when it was received.

    `received_on` is the day that counts, and `received_by` who says so; `register_key` the id of the key of the register and
    `entry` the number of the entry there. `root` is the one over the sealed bundle. `as_sealed`: the seal held when it was read.
    """

    authority: str
    period_start: date
    period_end: date
    received_on: date
    received_by: Received = "manifest"
    register_key: str = ""
    entry: int | None = None
    root: str | None = None
    as_sealed: bool = True
    salt: str = ""
    tests: tuple[HeldTest, ...] = ()
    figures: tuple[HeldFigure, ...] = ()
    indicators: tuple[HeldIndicator, ...] = ()
    others: tuple[HeldRow, ...] = ()
