"""Where leaders' time goes, and the eight questions that they keep alive (kind `leadership`)."""

from datetime import date
from typing import Literal

from inspector.model.base import Noun

Question = Literal[
    "achieve",
    "change",
    "customers",
    "priorities",
    "time",
    "enable",
    "system",
    "account",
]
"""What am I trying to achieve; what do I need to change; who are my customers; what are my priorities; how will I manage
my time; how will I enable others; what is the system doing to me and I to it; how will I account for my leadership."""


class QuestionAnswer(Noun):
    """One of the eight questions (part `questions`): when a leader answered, reviewed and acted upon it."""

    resource: str
    row: int
    path: str | None = None
    leader: str
    question: Question
    answered_on: date | None = None
    reviewed_on: date | None = None
    acted_on: date | None = None


class LeaderPeriod(Noun):
    """A leader (by role) in a period: hours for today (system 1), for improving it (2) and for overseeing that (3)."""

    resource: str
    row: int
    path: str | None = None
    leader: str
    period_start: date
    period_end: date
    hours_delivering: float | None = None
    hours_improving: float | None = None
    hours_overseeing: float | None = None
    accounts_to: str | None = None
    accounted_on: date | None = None
