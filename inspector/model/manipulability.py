"""Manipulability: how exposed an indicator is to being shaped. It says nothing about whether it was."""

from typing import Literal, get_args

from inspector.model.base import Noun

Opening = Literal[
    "stakes-attached",
    "deadline-or-threshold",
    "no-independent-verification",
    "self-recorded",
    "single-source",
    "editable-after-the-fact",
    "discretionary-definition",
    "definition-changed",
    "small-numbers",
    "partial-submission",
]
OPENINGS: tuple[Opening, ...] = get_args(Opening)
Exposure = Literal["low", "moderate", "high"]
EXPOSURES: tuple[Exposure, ...] = get_args(Exposure)


class Reason(Noun):
    """One way in which an indicator is open: what the register or the data say, and what would close it."""

    opening: Opening
    says: str
    closes: str


class Manipulability(Noun):
    """The profile of one indicator, its reasons in the order of `OPENINGS`. `because` sums up a high level."""

    indicator: str
    title: str
    level: Exposure
    reasons: tuple[Reason, ...]
    because: str = ""
