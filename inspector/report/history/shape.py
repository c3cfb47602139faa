"""The types of the document of a history: the contract with everybody who reads it.

`evidence/schemas/history.schema.json` says the same to programs elsewhere; `python -m evidence.make_schemas` makes it.
"""

from typing import Annotated, Literal, TypedDict

from inspector.model.ladder import Standing, State, VerdictWord
from inspector.model.visits import Assurance
from inspector.report.document.shape.replies import Correction, Number, Reply
from inspector.report.document.shape.units import Count, Day, Digest

Root = Annotated[str, ("pattern", "^sha256:[0-9a-f]{64}$")]


class Submission(TypedDict):
    """A submission. `on` is the day on which it was entered, `rows` are those of all its `resources` together."""

    entry: Number
    on: Day
    root: Root
    start: Day
    end: Day
    resources: Count
    rows: Count
    corrections: list[Correction]


class StandingOf(TypedDict):
    """Where one theme stood."""

    theme: str
    standing: Standing
    state: State


class Rules(TypedDict):
    """The framework that was applied, with the sha256 over its files."""

    id: str
    version: str
    digest: Digest


class InspectionOf(TypedDict):
    """An inspection. `later` is the last one of the same submission by the same framework, where that is another entry."""

    entry: Number
    on: Day
    submission: Number | None
    start: Day
    end: Day
    notified_on: Day | None
    engine: str
    framework: Rules
    verdict: VerdictWord
    assurance: Assurance
    standings: list[StandingOf]
    held: Annotated[
        bool, "When it was entered it was found to follow from its own facts by the rules of its framework."
    ]
    later: Number | None
    replies: list[Reply]
    corrections: list[Correction]


class Visit(TypedDict):
    """A visit: the day of it, the seal of its plan, the submission it was planned for."""

    entry: Number
    on: Day
    day: Day
    plan: str
    submission: Number | None
    corrections: list[Correction]


class StepOf(TypedDict):
    """Where the theme stood in one inspection. `other_rules`: by other rules or another engine than in the step before."""

    inspection: Number
    standing: Standing
    state: Annotated[
        State, "Where it stands nowhere, whether nothing was submitted on it, it is set aside, or nothing is shown."
    ]
    other_rules: bool


class ThemeOver(TypedDict):
    """One theme of a framework over the inspections, by the end of the period judged; of each submission the last one."""

    framework: str
    theme: str
    title: str
    steps: list[StepOf]


class Near(TypedDict):
    """Another name in the register that is spelt nearly the same."""

    authority: str
    entries: Count


class HistoryDocument(TypedDict):
    """What `inspector register history --format json` writes: what a register has of one authority."""

    format: Literal["inspector-history"]
    version: Literal[1]
    register: Annotated[str, "What the register calls itself; empty where it does not say."]
    authority: str
    entries: Count
    submissions: list[Submission]
    inspections: list[InspectionOf]
    visits: list[Visit]
    themes: list[ThemeOver]
    near: list[Near]
