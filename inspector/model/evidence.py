"""The evidence of a bundle once read: typed, frozen, with the rows each value came from.

`row` is the row of the source table as a spreadsheet counts it (the header is row 1). JSON has no rows: there `path` is the place
of the element, `recommendations[3].actions[1]`, from 0, and `row` a number that puts elements in order (the first is 2).
"""

from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal, get_args

from pydantic import InstanceOf

from inspector.model.base import Noun
from inspector.model.case_lists import CaseList
from inspector.model.case_reviews import CaseReview
from inspector.model.declared import Declared
from inspector.model.derivations import Recomputed
from inspector.model.differences import Difference
from inspector.model.directions import Direction
from inspector.model.held import Held
from inspector.model.leadership import LeaderPeriod, QuestionAnswer
from inspector.model.own_words import OwnWords
from inspector.model.partnership import Commitment
from inspector.model.recommendations import Recommendation
from inspector.model.self_evaluation import SelfStatement
from inspector.model.verifications import Verification
from inspector.model.voice import Voice
from inspector.model.words import short

Better = Literal["up", "down"]
Measure = Literal["outcome", "process", "structure", "balancing", "experience"]
Kind = Literal[
    "indicators",
    "indicator-register",
    "improvement-log",
    "participation",
    "durations",
    "recommendations",
    "case-reviews",
    "leadership",
    "partnership",
    "voice",
    "self-evaluation",
    "declared-events",
    "verifications",
    "case-records",
    "return",
    "table",
]
"""`table` is one with the authority's own row schema: it is checked, and nothing is concluded from it."""


class Rows(Noun):
    """Rows of one resource that something rests on; of JSON the elements, as `paths`."""

    resource: str
    rows: tuple[int, ...]
    paths: tuple[str, ...] = ()


class Resource(Noun):
    """One file of the bundle as the manifest describes it.

    `giver_root` is the root of the manifest that the body which gave it sealed, where that holds and the file is in it.
    """

    name: str
    path: str
    kind: Kind
    sha256: str
    bytes: int
    rows: int
    recorded_by: str | None = None
    source_system: str | None = None
    extracted_at: str | None = None
    submitted_by: str | None = None
    giver_root: str | None = None


class Figure(Noun):
    """A figure of one indicator in one period (kind `indicators`). Either `value`, or `numerator` and `denominator`."""

    resource: str
    row: int
    path: str | None = None
    indicator: str
    period_start: date
    period_end: date
    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None
    recorded_on: date | None = None
    revised_on: date | None = None


class SetAside(Noun):
    """A figure that was submitted and is not counted: `impossible`, `suppressed`, `questioned`, or else of another time.

    `says` tells which and why: *160 of 96 is impossible*.
    """

    resource: str
    row: int
    path: str | None = None
    indicator: str
    impossible: bool
    says: str
    suppressed: bool = False
    questioned: bool = False
    period_start: date | None = None
    period_end: date | None = None


class Indicator(Noun):
    """An indicator of the register (kind `indicator-register`). `target` and `deadline` are never read by a signal."""

    resource: str
    row: int
    path: str | None = None
    indicator: str
    title: str
    better: Better
    measure: Measure | None = None
    unit: str | None = None
    target: float | None = None
    deadline: int | None = None
    deadline_unit: Literal["days", "working-days"] | None = None
    stakes: str | None = None
    recorded_by: str | None = None
    editable_by: str | None = None
    verified_by: str | None = None
    balancing_indicator: str | None = None
    same_as: str | None = None
    definition_changes: tuple[date, ...] = ()


TOLD_WITHIN = 62
"""Days after its last step within which an entry counts as written down as it happened; of one that names no moment nobody can
tell."""


ChangeType = Literal[
    "task", "tool", "workload", "environment", "procedure", "training", "staffing", "joint-working", "measure"
]
CHANGE_TYPES: tuple[str, ...] = get_args(ChangeType)


class LogEntry(Noun):
    """One test of change (kind `improvement-log`).

    `change_type` is one of ours, or a word of the framework's own; where that counts as one of ours, `own_word` is the row's.
    """

    resource: str
    row: int
    path: str | None = None
    id: str
    raised_on: date
    raised_by_role: str
    team: str
    scale: Literal["one-case", "one-worker", "one-team", "several-teams", "whole-service", "whole-authority"]
    aim: str
    origin: Literal["front-line", "family", "partner", "manager", "leader", "inspection", "review", "expert"] | None = (
        None
    )
    change_type: str | None = None
    own_word: str | None = None
    prediction: str | None = None
    indicator: str | None = None
    balancing_indicator: str | None = None
    started_on: date | None = None
    tested_on: date | None = None
    studied_on: date | None = None
    decided_on: date | None = None
    decision: Literal["adopt", "adapt", "abandon"] | None = None
    learned: str | None = None
    follows: str | None = None
    questions_target: bool | None = None
    spread_to: tuple[str, ...] = ()
    recorded_at: datetime | None = None
    evidence: str | None = None
    chance: float | None = None
    came_true: bool | None = None

    @property
    def tried_on(self) -> date | None:
        """The day of the test: when it was tested, else begun; None where neither is stated."""
        return self.tested_on or self.started_on

    @cached_property
    def tried(self) -> bool:
        """Whether anything in it shows that it was tried, a day or not: begun, tested, decided on, learned from, spread."""
        days = self.started_on, self.tested_on, self.studied_on, self.decided_on
        return any(days) or self.decision is not None or bool(self.learned) or bool(self.spread_to)

    @property
    def told_in_time(self) -> bool:
        """Whether it is known to be written down as it happened: a log made up afterwards shows what is remembered, not what
        was done."""
        last = self.tried_on or self.studied_on or self.decided_on or self.raised_on
        return self.recorded_at is not None and (self.recorded_at.date() - last).days <= TOLD_WITHIN


class Participation(Noun):
    """Who took part: a period, role group and team (kind `participation`)."""

    resource: str
    row: int
    path: str | None = None
    period_start: date
    period_end: date
    team: str
    role: str
    headcount: int
    contributors: int
    ideas_raised: int | None = None
    ideas_tested: int | None = None
    ideas_adopted: int | None = None
    days_to_hear_back: float | None = None


class Duration(Noun):
    """How many cases took so many days (kind `durations`); one case a row where `count` is 1."""

    resource: str
    row: int
    path: str | None = None
    indicator: str
    period_start: date
    period_end: date
    days: int
    count: int


class Doubted(Noun):
    """A row that is struck because probes ask about it, or because a visit did not find it as written (`on_site`)."""

    resource: str
    row: int
    probes: tuple[str, ...] = ()
    on_site: bool = False
    refuted: bool = False
    """Nobody looked at the row itself: a visit refuted what was claimed of it and others."""


class Before(Noun):
    """What an earlier submission said. `known_on` is the day by which it had been handed in: stated, else the end of its period.

    `same` where it is the very bundle that is judged, `as_sealed` unless it has a seal that does not hold.
    """

    period_start: date
    period_end: date
    known_on: date
    same: bool = False
    as_sealed: bool = True
    indicators: tuple[Indicator, ...] = ()
    figures: tuple[Figure, ...] = ()
    log: tuple[LogEntry, ...] = ()


class Evidence(Noun):
    """Everything a bundle says, read and typed. Signals and probes see this and nothing else.

    `left_out` names rows that could not be read as meant and so are not in the tables. `earlier` says what became of the rows
    of an earlier submission, and `before` has that; None where none was given. `history` is what each earlier submission
    held, the first received first, and `received` when this one was, where somebody else says so. `submitted_register` is
    then the register as it was submitted, and `indicators` what counts. `root` is the one over a bundle that was sealed.
    `set_aside` are figures without which their series are judged. `doubted` says which rows are struck and why; entries of
    the log and rows on participation that are stand in `struck_log` and `struck_participation`, and nowhere else. `declared`
    are events of ordinary life that the authority says. `learning`: whom other places can ask about its tests; None where it
    does not agree that they learn from them. `directions` say who vouches for the direction of each row of the register, once a
    framework has been heard. `words` are those that the framework by which the bundle was read has of its own.
    """

    authority: str
    invented: bool = False
    period_start: date
    period_end: date
    notified_on: date | None = None
    submitted_at: date | None = None
    framework: str | None = None
    digest: str
    root: str | None = None
    resources: tuple[Resource, ...] = ()
    figures: tuple[Figure, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    log: tuple[LogEntry, ...] = ()
    participation: tuple[Participation, ...] = ()
    durations: tuple[Duration, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    case_reviews: tuple[CaseReview, ...] = ()
    leadership: tuple[LeaderPeriod, ...] = ()
    leadership_questions: tuple[QuestionAnswer, ...] = ()
    partnership: tuple[Commitment, ...] = ()
    voice: tuple[Voice, ...] = ()
    self_evaluation: tuple[SelfStatement, ...] = ()
    learning: str | None = None
    declared: tuple[Declared, ...] = ()
    verifications: tuple[Verification, ...] = ()
    directions: tuple[Direction, ...] = ()
    recomputed: tuple[Recomputed, ...] = ()
    earlier: tuple[Difference, ...] | None = None
    before: Before | None = None
    history: tuple[Held, ...] = ()
    received: Held | None = None
    submitted_register: tuple[Indicator, ...] = ()
    case_lists: tuple[InstanceOf[CaseList], ...] = ()
    left_out: tuple[Rows, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    doubted: tuple[Doubted, ...] = ()
    struck_log: tuple[LogEntry, ...] = ()
    struck_participation: tuple[Participation, ...] = ()
    words: OwnWords = OwnWords()

    @cached_property
    def worked_out(self) -> dict[str, Any]:
        """What later rooms work out once and keep as long as this evidence is kept, by the name of what it is.

        Copies share it, so whoever reads it holds what it was made from against what is there now.
        """
        return {}

    def __repr__(self) -> str:
        files = f"{len(self.resources)} resource{'s' * (len(self.resources) != 1)}"
        return f"<Evidence of {short(self.authority)}, {self.period_start} to {self.period_end}: {files}>"

    def __str__(self) -> str:
        return repr(self)
