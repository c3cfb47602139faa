"""Declared events (kind `declared-events`): something of ordinary life that an authority says of its data."""

from datetime import date
from typing import Literal, get_args

from inspector.model.base import Noun

Event = Literal[
    "carried-over",
    "definition-changed",
    "suppressed",
    "entered-together",
    "rounded",
    "outage",
    "boundary-changed",
    "backlog",
    "staff-absence",
    "corrected",
]
EVENTS: tuple[Event, ...] = get_args(Event)
MOST = 200
"""Declarations of one submission that are held against its data; further ones are told of and believed of nothing."""


class Declared(Noun):
    """One event that was declared, and what it concerns: resources by name or kind, indicators, entries of the log by id.

    `on` is its day, or with `to` the first of its days. `amount` is what figures are rounded to, or below what counts are
    suppressed; `every` how often records were entered together. Nothing is believed of it that the data do not bear out.
    """

    resource: str
    row: int
    path: str | None = None
    event: Event
    on: date
    to: date | None = None
    concerns: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    from_system: str | None = None
    to_system: str | None = None
    amount: int | None = None
    every: Literal["week", "month", "quarter", "year"] | None = None
    says: str | None = None

    @property
    def last(self) -> date:
        """The last of its days."""
        return self.to or self.on
