"""What a visit brought back, as it stands in the document beside the verdict."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.model.ladder import Standing, State, VerdictWord
from inspector.model.visits import Part, Unit
from inspector.report.document.shape.units import Count, Day, RowsBehind, Share, Texts


class VisitRound(TypedDict):
    """One round: the seed as it was written, where it came from, whether nobody could know it, and how many rows it drew."""

    number: Annotated[Count, ("minimum", 1)]
    seed: str
    origin: str
    guarantee: bool
    rows: Count
    seal: str


class Looker(TypedDict):
    """Who wrote down how many entries, from which day to which."""

    by: str
    entries: Annotated[Count, ("minimum", 1)]
    first: str
    last: str


class OwnJudgement(TypedDict):
    """What an inspector judges of a theme, beside the engine, and why."""

    by: str
    standing: Standing
    says: str
    on: NotRequired[Annotated[Day, "The day it was written down. Absent in older results."]]
    expires_on: NotRequired[
        Annotated[
            Day,
            "The last day on which it holds: as long after the period of the submission as that is long. It counts for nothing "
            "in a verdict, expired or not.",
        ]
    ]


class VisitTheme(TypedDict):
    """Where a theme stood on paper and stands since the visit, and what inspectors say themselves; none overwrites another."""

    theme: str
    title: str
    on_paper: Standing
    on_paper_state: State
    after: Standing
    after_state: State
    judged: list[OwnJudgement]


class VisitClaim(TypedDict):
    """One claim of the plan: `wrong` of `looked` that count are not as written; at `confidence` at most `most` of `of` are."""

    id: str
    evidence: str
    members: Texts
    unit: Unit
    part: Part
    claim: str
    of: Count
    fewer_than: Count
    confidence: Share
    drawn: Count
    looked: Count
    wrong: Count
    waiting: Annotated[Count, "Rows that count once those drawn before them are known."]
    no_guarantee: Annotated[Count, "Rows that a seed drew which somebody could have known: they count for nothing."]
    found_wrong: Annotated[Count, "All rows found wrong, those that wait too."]
    least: Count
    most: Count
    state: Literal["confirmed", "refuted", "open"]
    rows_left: Annotated[
        int | None, "So many more rows settle it if all are as written; null where none would.", ("minimum", 0)
    ]
    says: str


class VisitAside(TypedDict):
    """Rows of a claim that are set aside because they were not found as written, by how they were found."""

    claim: str
    evidence: str
    count: Annotated[Count, ("minimum", 1)]
    not_seen: Count
    partly: Count
    could_not_look: Count
    differs: Annotated[Count, "Seen, and other than written."]
    rows: RowsBehind
    says: str


class SupportsLess(TypedDict):
    """A piece of evidence of which a claim was refuted: judged with `rows` further rows gone, or trusted less, the lower."""

    evidence: str
    claim: str
    rows: Annotated[Count, ("minimum", 1)]
    how: Literal["fell-out", "trusted-less"]
    says: str


class VisitAnswer(TypedDict):
    """What an inspector was told."""

    by: str
    says: str
    on: NotRequired[Annotated[Day, "The day it was written down. Absent in older results."]]


class VisitQuestion(TypedDict):
    """A question of the plan with its answers; none where it was not put."""

    id: str
    question: str
    because: Texts
    answers: list[VisitAnswer]


class BroughtBack(TypedDict):
    """A visit as it came back into the verdict. Nothing is higher since than it was on paper."""

    seal: Annotated[str, "Of the plan."]
    planned_on: str
    confidence: Share
    guarantee: bool
    rounds: list[VisitRound]
    inspectors: list[Looker]
    on_paper: Annotated[VerdictWord, "The verdict before the visit."]
    on_paper_says: str
    themes: list[VisitTheme]
    claims: list[VisitClaim]
    aside: list[VisitAside]
    less: list[SupportsLess]
    questions: list[VisitQuestion]
    left: Annotated[Count, "Rows that were drawn and of which nothing is known yet."]
    conflicts: Annotated[Count, "Rows of which inspectors say different things."]
    corrected: Annotated[Count, "Entries that were taken back by those who made them."]
    says: Texts
