"""The types of the document of a comparison: the contract with everybody who reads it.

`evidence/schemas/comparison.schema.json` says the same to programs elsewhere; `python -m evidence.make_schemas` makes it.
"""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.model.ladder import Standing, State, VerdictWord
from inspector.model.visits import Assurance
from inspector.report.document.shape.calibration import Calibration
from inspector.report.document.shape.units import Count, Day, Digest, RowsBehind, Texts


class CitedOf(TypedDict):
    """What of one side a sentence rests on: things by the names they have in that result, and rows of its submission."""

    names: Texts
    rows: RowsBehind


class SideOf(TypedDict):
    """One of the two inspections, and what it was read from."""

    given: Literal["bundle", "result", "register"]
    authority: str
    start: Day
    end: Day
    until: Annotated[Day | None, "The last day that counts. Null where an older result does not say."]
    engine: str
    framework: str
    framework_version: str
    framework_digest: Digest
    bundle_digest: Digest
    root: Annotated[str | None, "Null where the bundle was never sealed."]
    verdict: VerdictWord
    assurance: Assurance
    says: str


class ThemeOf(TypedDict):
    """One theme then and now; null where the framework of that side does not ask it."""

    theme: str
    title: str
    then: Standing | None
    then_state: State | None
    now: Standing | None
    now_state: State | None
    moved: Literal["up", "down", "same", "not-asked-then", "not-asked-now"]
    says: str


class FindingOf(TypedDict):
    """A finding in the words of both sides, matched by rule and by what it is about (`about`: measures).

    `why` says of one that is gone what the facts behind it say now.
    """

    state: Literal["new", "gone", "kept"]
    rule: str
    about: Texts
    theme: str
    then_id: str | None
    now_id: str | None
    then_says: str | None
    now_says: str | None
    why: str
    then: CitedOf
    now: CitedOf


class PromiseOf(TypedDict):
    """What was promised, claimed or named as missing then, and what became of it."""

    sort: Annotated[
        Literal["test", "recommendation", "commitment", "claim", "next-step", "assurance", "missing", "step"],
        "The first five are of the authority. `assurance`, `missing` and `step` are what the result itself wanted for its next "
        "word, for what was not there, and for a theme to stand higher.",
    ]
    id: str
    promised: str
    due: Annotated[Day | None, "Null where no day is stated."]
    then_said: str
    state: Annotated[
        Literal["kept", "not-kept", "open", "overdue", "gone", "cannot-tell"],
        "Of a claim `kept` means that its figures say so too now, and `not-kept` that they say otherwise. `gone`: it is not "
        "among what is submitted now.",
    ]
    says: str
    then: CitedOf
    now: CitedOf


class AnswerOf(TypedDict):
    """An answer that somebody wrote down; `on` is empty where an older result does not say the day."""

    by: str
    on: str
    says: str
    where: Literal["visit-then", "visit-now", "reply"]


class EnquiryOf(TypedDict):
    """One enquiry of then with its one state now, why, and the questions of now that ask it again."""

    question: str
    whom: Texts
    because: Texts
    state: Literal["answered", "open", "not-asked-again", "cannot-be-told"]
    says: str
    asked_now: Texts
    answers: list[AnswerOf]
    then: CitedOf
    now: CitedOf


class AgedOf(TypedDict):
    """What another body looked at, or an inspector judged, and whether it holds on the last day of now's period."""

    sort: Literal["attestation", "judgement"]
    id: str
    by: str
    on: Day | None
    expires_on: Day | None
    state: Literal["holds", "expired", "counts-for-nothing", "cannot-tell"]
    says: str
    then: CitedOf
    now: CitedOf


class EnquiryCounts(TypedDict):
    """How many enquiries of then have which state now; together they are all of them."""

    answered: Count
    open: Count
    not_asked_again: Count
    cannot_be_told: Count


class ComparisonDocument(TypedDict):
    """What `inspector compare --format json` writes: two inspections of one authority. It ranks nobody and shows no level."""

    format: Literal["inspector-comparison"]
    version: Literal[1]
    old: SideOf
    new: SideOf
    notes: Texts
    says: str
    themes: list[ThemeOf]
    findings: list[FindingOf]
    promises: list[PromiseOf]
    enquiries: list[EnquiryOf]
    enquiry_counts: EnquiryCounts
    aged: list[AgedOf]
    calibration: NotRequired[
        Annotated[
            Calibration, "How well the team foretold, by the newer submission. Absent where no chance was stated."
        ]
    ]
