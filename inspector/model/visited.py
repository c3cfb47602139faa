"""What a visit did to a verdict: what was found, what was set aside because of it, and where everything stands since."""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.evidence import Rows
from inspector.model.ladder import Standing, State, VerdictWord
from inspector.model.visits import Part, Proved, Unit


class DrawnRound(Noun):
    """One round: the seed as it was written, where it came from, whether nobody could know it, and how many rows it drew."""

    number: int
    seed: str
    origin: str
    guarantee: bool
    rows: int
    seal: str


class Looker(Noun):
    """Who wrote down how many entries, from which day to which."""

    by: str
    entries: int
    first: str
    last: str


class OwnJudgement(Noun):
    """What an inspector judges of a theme, beside the engine, and why; `on` which day, and when it has expired."""

    by: str
    standing: Standing
    says: str
    on: str = ""
    expires_on: str = ""


class ThemeAfter(Noun):
    """Where a theme stood on paper and stands since the visit; `judged`: what inspectors say. None overwrites another."""

    theme: str
    title: str
    on_paper: Standing
    on_paper_state: State
    after: Standing
    after_state: State
    judged: tuple[OwnJudgement, ...] = ()


class ClaimAfter(Noun):
    """One claim of the plan, and what was found of it. `found_wrong` counts all rows found wrong, those that wait too."""

    id: str
    evidence: str
    members: tuple[str, ...]
    unit: Unit
    part: Part
    drawn: int
    waiting: int
    no_guarantee: int
    found_wrong: int
    claim: str
    proved: Proved


class SetAsideBecause(Noun):
    """Rows of a claim that are set aside because a visit found them otherwise: each way it was found with its number."""

    claim: str
    evidence: str
    count: int
    not_seen: int
    partly: int
    could_not_look: int
    differs: int
    rows: tuple[Rows, ...]
    says: str


class SupportsLess(Noun):
    """A piece of evidence of which a claim was refuted, and how it is judged since: `fell-out` or `trusted-less`, the lower."""

    evidence: str
    claim: str
    rows: int
    how: Literal["fell-out", "trusted-less"]
    says: str


class Answer(Noun):
    """What an inspector was told, and on which day that was written down."""

    by: str
    says: str
    on: str = ""


class QuestionAfter(Noun):
    """A question of the plan with its answers; none where it was not put."""

    id: str
    question: str
    because: tuple[str, ...]
    answers: tuple[Answer, ...]


class Visited(Noun):
    """A visit as it came back into a verdict. `on_paper` is the verdict before it; that of the inspection is the one since.

    `left` rows were drawn and nothing is known of them yet, of `conflicts` inspectors say different things, `corrected` entries
    were taken back by those who wrote them.
    """

    seal: str
    planned_on: str
    confidence: float
    guarantee: bool
    rounds: tuple[DrawnRound, ...]
    lookers: tuple[Looker, ...]
    on_paper: VerdictWord
    on_paper_says: str
    themes: tuple[ThemeAfter, ...]
    claims: tuple[ClaimAfter, ...]
    aside: tuple[SetAsideBecause, ...]
    less: tuple[SupportsLess, ...]
    questions: tuple[QuestionAfter, ...]
    left: int
    conflicts: int
    corrected: int
    says: tuple[str, ...]
