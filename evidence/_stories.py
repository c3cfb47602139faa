"""The short form in which the examples' words tell the six kinds of evidence beside figures and log.

Months are counted from the start of the period; a text such as `2026-04-20` is that very day.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

When = int | str | None


class Do(NamedTuple):
    """An action on a recommendation."""

    action: str
    strength: str | None
    owner: str
    due: When
    done: When = None


class Rec(NamedTuple):
    """A recommendation; `path` is `made 2, accepted 3, …`, `notes` what was written beside a status."""

    source: str
    recommendation: str
    owners: str
    path: str
    actions: Sequence[Do] = ()
    indicator: str | None = None
    verified_by: str | None = None
    notes: Mapping[str, str] = {}


class Act(NamedTuple):
    """An action after a review."""

    action: str
    level: str
    strength: str | None
    due: When
    done: When = None
    indicator: str | None = None


class Review(NamedTuple):
    """A review. `present` maps a condition to the indicator that follows it and since when, or to None."""

    event: When
    reviewed: When
    went: str
    approach: str
    front_line: bool
    family: bool
    learned: str
    shared_with: str
    present: Mapping[str, tuple[str, int] | None]
    actions: Sequence[Act]
    not_looked_for: Sequence[str] = ()


class Leader(NamedTuple):
    """A leader by role; shares of the hours go from the first to the last quarter; `answers` is `achieve 1 14 20; …`."""

    role: str
    hours: int
    improving: tuple[float, float]
    overseeing: tuple[float, float]
    accounts_to: str | None
    accounted: Sequence[int]
    answers: str


class Promise(NamedTuple):
    """A commitment; the partner's own words come with when it said them."""

    frm: str
    to: str
    commitment: str
    made: When
    due: When
    met: When
    joint: bool
    measure: str | None
    says: str | None = None
    statement: str | None = None
    stated: When = None


class Said(NamedTuple):
    """What a group said in a quarter. `about` is the indicator or aim of the log that answered, `told` days later."""

    quarter: int
    group: str
    theme: str
    said: str
    people: int
    about: str | None = None
    told: int | None = None


class Claim(NamedTuple):
    """A claim of a statement."""

    claim: str
    direction: str
    indicator: str | None
    since: int | None = None
    evidence: Sequence[str] = ()


class Statement(NamedTuple):
    """What we know, how we know it, what next."""

    area: str
    know: str
    how: str | None
    next: str | None
    stated: When
    claims: Sequence[Claim] = ()
