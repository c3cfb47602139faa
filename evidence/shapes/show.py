"""What `inspector show --format json` writes."""

from typing import Annotated, Literal, NotRequired, TypedDict

from inspector.report.document.shape.judged import Quote, TrustIn
from inspector.report.document.shape.problems import Problem
from inspector.report.document.shape.units import Count, RowRuns, RowsBehind

Standing = Literal["silent", "stated", "doing", "showing", "lasting"]


class What(TypedDict):
    """What is shown."""

    sort: Annotated[Literal["record", "indicator", "rows", "finding", "fact", "question"], "What sort of thing it is."]
    name: Annotated[str, "Its name, as `show` would find it again."]
    title: Annotated[str, "What it is called or says; empty where it has no words of its own."]


class Cell(TypedDict):
    """One cell that says something."""

    field: Annotated[str, "Our name of the column."]
    heading: Annotated[str, "Its heading as it was written."]
    letter: Annotated[str, "The letter of the column in a spreadsheet; empty in JSON."]
    text: Annotated[str | None, "What stands there; null where it is not repeated, as it may identify somebody."]
    read: Annotated[str | None, "How it was read, where that differs; null else."]


class ShownRow(TypedDict):
    """One row, with its cells."""

    file: Annotated[str, "The file."]
    sheet: Annotated[str | None, "The sheet of a workbook; null elsewhere."]
    kind: Annotated[str, "What a row of it is."]
    row: Annotated[int | None, "The row as a spreadsheet counts; null in JSON."]
    path: Annotated[str | None, "Of JSON the place of the element; null elsewhere."]
    cells: list[Cell]


class ShownRows(TypedDict):
    """The first rows with their cells, and how the others are named."""

    shown: list[ShownRow]
    more: Annotated[Count, "How many rows are not shown."]
    more_rows: Annotated[list[RowRuns], "Which those are, by file."]


class NearRows(ShownRows):
    """Rows that stand in one relation to what is shown."""

    relation: Annotated[str, "In which, in words."]


class ShownFact(TypedDict):
    """A fact that was worked out from these rows."""

    id: Annotated[str, "Its signal or probe with its subject."]
    says: Annotated[str, "What it says."]
    rows: RowsBehind
    cited: Annotated[str, "The rows in words, shortened."]


class ShownTold(TypedDict):
    """A sentence that a reader is told of it."""

    about: Annotated[str, "The measure, recommendation or voice that it tells of, by its id."]
    says: Annotated[str, "What is told."]


class ShownQuestion(TypedDict):
    """What a probe saw in these rows."""

    probe: Annotated[str, "The id of the probe."]
    subject: Annotated[str, "The evidence that it asks about."]
    outcome: Annotated[
        Literal["clear", "question", "strong-question", "not-applicable", "insufficient-data"], "What it has to say."
    ]
    says: Annotated[str, "The same in words."]


class ShownFinding(TypedDict):
    """A finding that uses these rows."""

    id: Annotated[str, "Its rule with the indicator or record that fired it."]
    theme: Annotated[str, "The id of the theme that it speaks on."]
    says: Annotated[str, "What it says."]
    direction: Annotated[
        Literal["better", "worse", "neither"], "Whether it speaks for improvement, against it, or neither."
    ]
    standing: Annotated[
        Standing | None, "The standing that trust in its evidence leaves of it; null where it raises none."
    ]
    limit: Annotated[
        Standing | None, "The highest standing of the theme while it stands; null where it holds nothing down."
    ]
    trust: Annotated[
        Literal["compromised", "exposed", "plain", "corroborated"], "The least trust among what it rests on."
    ]
    withdrawn: Annotated[bool, "Whether it counts for nothing until questions about its evidence are answered."]
    facts: Annotated[list[str], "The ids of the facts that it rests on."]
    builds_on: Annotated[list[str], "The ids of other findings that it needed."]
    quotes: list[Quote]


class UnreadFile(TypedDict):
    """A file of the bundle of which nothing is read."""

    file: Annotated[str, "Its path in the bundle."]
    says: Annotated[str, "Why, in words."]


class ShowDocument(TypedDict):
    """What `inspector show --format json` writes: one piece of the evidence, what is near it, and what is judged from it."""

    format: Literal["inspector-show"]
    version: Literal[1]
    what: What
    authority: str
    rows: ShownRows
    near: list[NearRows]
    finding: NotRequired[ShownFinding]
    told: NotRequired[
        Annotated[
            list[ShownTold],
            "Of a measure its story and what speaks against it; of records what became of them. Absent where nothing is told.",
        ]
    ]
    facts: list[ShownFact]
    questions: list[ShownQuestion]
    trust: list[TrustIn]
    set_aside: Annotated[list[str], "What of these rows does not count, and why, in words."]
    problems: list[Problem]
    findings: list[ShownFinding]
    unread: list[UnreadFile]
