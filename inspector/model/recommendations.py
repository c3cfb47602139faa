"""Recommendations and what became of them (kind `recommendations`)."""

from datetime import date
from typing import Literal

from inspector.model.base import Noun

Strength = Literal["stronger", "intermediate", "weaker"]
Source = Literal[
    "munro",
    "case-review",
    "inspection",
    "government",
    "front-line",
    "reflective-practice",
    "project-board",
    "systems-change-board",
    "cabinet",
    "other",
]
Status = Literal[
    "made", "accepted", "rejected", "started", "done", "measured", "verified", "lasting", "stuck", "dropped"
]


class RecommendedAction(Noun):
    """One action that answers a recommendation (part `actions`). `strength` is that of the RCA2 action hierarchy."""

    resource: str
    row: int
    path: str | None = None
    id: str
    recommendation: str
    action: str
    strength: Strength | None = None
    owner: str | None = None
    due_on: date | None = None
    done_on: date | None = None


class StatusEntry(Noun):
    """Where a recommendation stood on a day (part `statuses`)."""

    resource: str
    row: int
    path: str | None = None
    recommendation: str
    on: date
    status: Status
    note: str | None = None


class Recommendation(Noun):
    """One recommendation with its actions and its history, both in the order of the evidence."""

    resource: str
    row: int
    path: str | None = None
    id: str
    recommendation: str
    source: Source
    made_on: date
    owners: tuple[str, ...] = ()
    indicator: str | None = None
    verified_by: str | None = None
    verified_on: date | None = None
    actions: tuple[RecommendedAction, ...] = ()
    statuses: tuple[StatusEntry, ...] = ()
