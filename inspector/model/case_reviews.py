"""Learning from one event, good or bad (kind `case-reviews`)."""

from datetime import date
from typing import Literal, get_args

from inspector.model.base import Noun
from inspector.model.recommendations import Strength

Condition = Literal[
    "caseload",
    "lengthy-investigation",
    "hostility-between-agencies",
    "procedures-at-odds",
    "absent-supervision",
    "nobody-to-share-with",
    "unclear-accountability",
    "written-records",
    "children-at-immediate-risk",
    "individual-error",
    "other",
]
CONDITIONS: tuple[str, ...] = get_args(Condition)
Level = Literal[
    "individual",
    "task",
    "tool",
    "workload",
    "procedure",
    "training",
    "environment",
    "staffing",
    "joint-working",
    "measure",
]


class Factor(Noun):
    """A condition that was looked for (part `factors`): whether it was there and, if so, what follows it since when.

    `condition` is one of ours, or a word of the framework's own; where that counts as one of ours, `own_word` is the row's.
    """

    resource: str
    row: int
    path: str | None = None
    review: str
    condition: str
    own_word: str | None = None
    found: Literal["present", "absent", "not-looked-for"] = "present"
    tracked_by: str | None = None
    tracked_since: date | None = None


class ReviewAction(Noun):
    """What was done about it (part `actions`), at which level of the system."""

    resource: str
    row: int
    path: str | None = None
    id: str
    review: str
    action: str
    level: Level
    strength: Strength | None = None
    indicator: str | None = None
    due_on: date | None = None
    done_on: date | None = None


class CaseReview(Noun):
    """One review with its factors and actions, both in the order of the evidence."""

    resource: str
    row: int
    path: str | None = None
    id: str
    reviewed_on: date
    event_on: date | None = None
    went: Literal["well", "badly", "mixed"]
    approach: Literal["systems", "individual"]
    front_line_took_part: bool | None = None
    family_took_part: bool | None = None
    learned: str | None = None
    shared_with: tuple[str, ...] = ()
    factors: tuple[Factor, ...] = ()
    actions: tuple[ReviewAction, ...] = ()
