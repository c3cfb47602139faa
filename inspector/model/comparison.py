"""Two inspections of one authority held against each other: what was said then, what is said now, and what came of it."""

from collections.abc import Mapping
from typing import Any, Literal

from inspector.model.base import Noun
from inspector.model.ladder import Standing, State, VerdictWord
from inspector.model.visits import Assurance


class Span(Noun):
    """Rows of one resource of one side, as inclusive runs; of JSON the elements as `paths`."""

    resource: str
    rows: tuple[tuple[int, int], ...]
    paths: tuple[str, ...] = ()


class Cited(Noun):
    """What of one result a sentence rests on: things by the names they have there, and rows of its submission."""

    names: tuple[str, ...] = ()
    rows: tuple[Span, ...] = ()


NOTHING = Cited()


class Side(Noun):
    """One of the two inspections. `given` is what it was read from; `until` None where an older result does not say."""

    given: Literal["bundle", "result", "register"]
    authority: str
    period_start: str
    period_end: str
    until: str | None
    engine: str
    framework_id: str
    framework_version: str
    framework_digest: str
    bundle_digest: str
    root: str | None
    verdict: VerdictWord
    assurance: Assurance
    says: str


class ThemeOver(Noun):
    """One theme then and now; None where the framework of that side does not ask it."""

    theme: str
    title: str
    then: Standing | None
    then_state: State | None
    now: Standing | None
    now_state: State | None
    moved: Literal["up", "down", "same", "not-asked-then", "not-asked-now"]
    says: str


class FindingOver(Noun):
    """A finding that is new, gone or kept, matched by rule and by what it is about, in the words of both sides.

    `why` says of one that is gone what the facts behind it say now.
    """

    state: Literal["new", "gone", "kept"]
    rule: str
    about: tuple[str, ...]
    theme: str
    then_id: str | None
    now_id: str | None
    then_says: str | None
    now_says: str | None
    why: str
    then: Cited
    now: Cited


Sort = Literal["test", "recommendation", "commitment", "claim", "next-step", "assurance", "missing", "step"]
Became = Literal["kept", "not-kept", "open", "overdue", "gone", "cannot-tell"]


class PromiseOver(Noun):
    """What was promised, claimed or named as missing then, and what became of it."""

    sort: Sort
    id: str
    promised: str
    due: str | None
    then_said: str
    state: Became
    says: str
    then: Cited
    now: Cited


class AnswerGiven(Noun):
    """An answer that somebody wrote down: on a visit, or a reply of the authority and what was decided on it.

    `decided` stands only at an inspector's decision: what became of the reply, in words.
    """

    by: str
    on: str
    says: str
    where: Literal["visit-then", "visit-now", "reply"]
    decided: str = ""


EnquiryState = Literal["answered", "open", "not-asked-again", "cannot-be-told"]
ENQUIRY_STATES: tuple[EnquiryState, ...] = ("answered", "open", "not-asked-again", "cannot-be-told")


class EnquiryOver(Noun):
    """One enquiry of then with its one state now, why, and the questions that ask it again."""

    question: str
    whom: tuple[str, ...]
    because: tuple[str, ...]
    state: EnquiryState
    says: str
    asked_now: tuple[str, ...]
    answers: tuple[AnswerGiven, ...]
    then: Cited
    now: Cited


class Aged(Noun):
    """What somebody looked at or judged then, and whether it still holds on the last day of now's period."""

    sort: Literal["attestation", "judgement"]
    id: str
    by: str
    on: str | None
    expires_on: str | None
    state: Literal["holds", "expired", "counts-for-nothing", "cannot-tell"]
    says: str
    then: Cited
    now: Cited


class Comparison(Noun):
    """The whole comparison. `notes` say what a reader should know before anything else; nothing in it is a rank or a level."""

    old: Side
    new: Side
    notes: tuple[str, ...]
    says: str
    themes: tuple[ThemeOver, ...]
    findings: tuple[FindingOver, ...]
    promises: tuple[PromiseOver, ...]
    enquiries: tuple[EnquiryOver, ...]
    aged: tuple[Aged, ...]
    calibration: Mapping[str, Any] | None = None
    """That of the newer result, as its document has it."""
