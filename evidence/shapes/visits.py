"""What `inspector visit status` and `inspector margin` write as JSON."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.model.ladder import Standing, VerdictWord
from inspector.model.visits import Assurance, Seen
from inspector.report.document.shape import Period
from inspector.report.document.shape.argument import Margins
from inspector.report.document.shape.units import Count, Share

Seal = Annotated[str, ("pattern", "^sha256:[0-9a-f]{64}$")]


class RoundOf(TypedDict):
    """The rows that one seed draws, in the order to look at them."""

    number: Annotated[Count, "The number of the round."]
    after: Annotated[Seal, "The seal of the plan or round before it."]
    seed: Annotated[str, "The seed as it was written."]
    seed_origin: Annotated[Literal["dice", "public", "clock", "given"], "Where the seed came from."]
    guarantee: Annotated[bool, "Whether nobody could know it before."]
    rows: Annotated[list[str], "The keys of the rows, in the order drawn."]
    seal: Annotated[Seal, "The seal of this round."]
    says: Annotated[str, "Where the seed came from, in words."]


class Planned(TypedDict):
    """The visit as it was planned."""

    authority: str
    period: Period
    verdict: VerdictWord
    assurance: Assurance
    confidence: Annotated[Share, "How sure the plan wants to be."]
    policy: Annotated[str, "How rows were shared out among the claims."]
    seal: Annotated[Seal, "The seal of the plan."]
    rounds: list[RoundOf]


class ClaimOf(TypedDict):
    """What stands of one claim, and what is proved of it."""

    claim: Annotated[str, "The id of the claim."]
    evidence: Annotated[str, "The piece of evidence that it is about."]
    drawn: Annotated[Count, "How many rows were drawn with a guarantee."]
    recorded: Annotated[Count, "Of how many of them it is known whether they are right."]
    looked: Annotated[Count, "How many of those count, in the order drawn and without a gap."]
    wrong: Annotated[Count, "How many of those are not as written."]
    waiting: Annotated[Count, "How many stand behind a gap."]
    waits_for: Annotated[str | None, "The key of the row that they wait for; null where none waits."]
    no_guarantee: Annotated[Count, "How many rows a seed drew that somebody could have known."]
    found_wrong: Annotated[Count, "All rows found wrong, those that wait too."]
    weighed: Annotated[str, "What the rows come to where some are partly right, in words; empty where none is."]
    of: Annotated[Count, "How many rows the claim is about."]
    least: Annotated[Count, "The least number of wrong rows that what was found allows."]
    most: Annotated[Count, "The most."]
    fewer_than: Annotated[Count, "The claim is that fewer rows than this are not as written."]
    confidence: Annotated[Share, "How sure that is to be."]
    state: Annotated[Literal["confirmed", "refuted", "open"], "Whether it is settled."]
    rows_left: Annotated[int | None, "So many more rows settle it if all are as written; null where none would."]
    says: Annotated[str, "The same in words."]
    rows_to_draw: Annotated[
        int | None, "So many more rows have to be drawn to settle it, if all are right; null where none would."
    ]


class RowOfVisit(TypedDict):
    """A row that was drawn and that somebody recorded."""

    key: Annotated[str, "Its key on the sheets."]
    claim: Annotated[str, "The id of the claim that it is for."]
    resource: Annotated[str, "The file."]
    row: Annotated[int, "The row as a spreadsheet counts."]
    path: Annotated[str | None, "Of JSON the place of the element; null elsewhere."]
    round: Annotated[int, "The round that drew it."]
    place: Annotated[int | None, "Its place in the order drawn; null where only rounds without a guarantee drew it."]
    seen: Annotated[Seen, "What was found of it."]
    differs: Annotated[list[str], "The fields that were found otherwise than written."]
    missing: Annotated[list[str], "Fields of which nobody has said what was found."]
    wrong: Annotated[bool, "Whether it is anything but as written."]
    counted: Annotated[bool, "Whether it counts: every row drawn before it is known."]
    conflict: Annotated[bool, "Whether entries disagree."]
    by: Annotated[list[str], "Who looked."]
    entries: Annotated[list[str], "The hashes of the entries that stand."]


class JudgedOf(TypedDict):
    """An inspector's own judgement of a theme, beside the engine's."""

    theme: str
    by: Annotated[str, "Who judged."]
    standing: Annotated[Standing, "Where they judge it to stand."]
    engine: Annotated[Standing | None, "Where the engine has it; null where the plan does not know the theme."]
    says: NotRequired[Annotated[str, "Why, in their words. Absent without --notes."]]
    entry: Annotated[str, "The hash of the entry."]


class AnsweredOf(TypedDict):
    """What an inspector was told when a question of the plan was put."""

    question: Annotated[str, "The id of the question."]
    by: Annotated[str, "Who asked."]
    says: NotRequired[Annotated[str, "What they were told. Absent without --notes."]]
    entry: Annotated[str, "The hash of the entry."]


class CorrectedOf(TypedDict):
    """An entry that whoever wrote it took back."""

    kind: Annotated[Literal["found", "judged", "answered"], "What sort of entry it is."]
    about: Annotated[str, "The row, theme or question that it is about."]
    by: Annotated[str, "Who wrote it."]
    was: Annotated[str, "What it said, in a word; empty for an answer."]
    now: Annotated[str, "What it says, in a word; empty for an answer."]


class RecordsOf(TypedDict):
    """The records of one inspector."""

    by: Annotated[str, "Whose they are."]
    entries: Annotated[Count, "How many entries."]
    last: Annotated[str, "The hash of the last of them."]
    torn: Annotated[bool, "Whether the file ends in the middle of an entry."]


class NoteOf(TypedDict):
    """What an inspector noted of a row."""

    row: Annotated[str, "The key of the row."]
    by: Annotated[str, "Who noted it."]
    says: Annotated[str, "The note."]


class VisitStatusDocument(TypedDict):
    """What `inspector visit status --format json` writes: what was found so far, and what it proves."""

    format: Literal["inspector-visit-status"]
    version: Literal[1]
    visit: Planned
    claims: list[ClaimOf]
    rows: list[RowOfVisit]
    left: Annotated[list[str], "The keys of rows that were drawn and are not known yet."]
    judged: list[JudgedOf]
    answered: list[AnsweredOf]
    corrected: list[CorrectedOf]
    records: list[RecordsOf]
    notes: NotRequired[Annotated[list[NoteOf], "Absent without --notes."]]


class MarginDocument(Margins):
    """What `inspector margin --format json` writes: what a verdict hangs on."""

    format: Literal["inspector-margin"]
    version: Literal[1]
