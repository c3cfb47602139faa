"""What stands first in every format: the verdict, who vouches for it, what speaks for and against it, what to ask."""

from typing import NotRequired, TypedDict


class Held(TypedDict):
    """A theme at a glance: `step` counts from 0 (silent) to 4 (lasting), `low` and `high` what doubt leaves it."""

    theme: str
    title: str
    standing: str
    word: str
    step: int
    low: int
    high: int
    by: str


class Point(TypedDict):
    """A finding or an objection in one sentence, with its id in brackets and a measure where it has one."""

    id: str
    says: str
    indicator: NotRequired[str]


class Doubt(TypedDict):
    """A figure or record that is doubtful, and why."""

    about: str
    says: str


class Front(TypedDict):
    """What five minutes need. All texts are those of the document, or of the phrases of the language; nothing is judged here.

    `better` and `worse` are the strongest findings of each direction, best borne out first, one a measure; `hangs_on` what the
    verdict would be without a piece of evidence; `ask` what to ask first and whom; `absent` what was not submitted.
    """

    authority: str
    period: str
    verdict: str
    assurance: str
    says: str
    vouched: str
    themes: list[Held]
    better: list[Point]
    worse: list[Point]
    against: list[Point]
    hangs_on: list[Point]
    doubtful: list[Doubt]
    absent: list[Point]
    ask: list[Point]
    counts: dict[str, int]
