"""The columns of a sheet that is filled in: what stands in them, and which are for the inspector."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from inspector.model.visits import Seen
from inspector.proof.seen_words import IN_WORDS, SEEN
from inspector.proof.sheets import Part, QuestionSheet, Sheet
from inspector.report.wording import Words

Sort = Literal["given", "word", "day", "number", "text"]

NOT_ASKED = "–"
"""What stands where nothing is asked of a row; read back, it says nothing."""


class Column(NamedTuple):
    """A column: its heading, whether it is given or how it is filled in, the words to choose from, a hint, a width."""

    heading: str
    sort: Sort
    choices: tuple[str, ...] = ()
    hint: str = ""
    width: int = 14


class Table(NamedTuple):
    """The columns and the rows below them; what is to be filled in is empty."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]


def of_part(sheet: Sheet, part: Part, words: Words) -> Table:
    """The table of one part of a sheet."""
    said = words["sheet"]["columns"]
    means: dict[Seen, str] = words["sheet"]["means"]
    given = [
        Column(said["number"], "given", width=5),
        Column(said["key"], "given", width=20),
        *(Column(label, "given", width=24) for _, label in part.finds),
    ]
    asked = [
        Column(
            ask.label, ask.sort, tuple(word for word, _ in ask.choices),
            " ".join([ask.question, *(f"{word}: {meaning}." for word, meaning in ask.choices if meaning)]),
        )
        for ask in part.asks
    ]  # fmt: skip
    hint = " ".join(f"{IN_WORDS[seen]}: {means[seen]}" for seen in SEEN)
    columns = (
        *given,
        Column(said["seen"], "word", tuple(IN_WORDS[seen] for seen in SEEN), hint),
        *asked,
        *_signed(said),
        *_where(said),
    )
    rows = tuple(
        (
            *(line.number, line.key, *line.find, None),
            *(None if ask.field in line.fields else NOT_ASKED for ask in part.asks),
            *(None, None, None),
            *_place(sheet),
        )
        for line in part.lines
    )
    return Table(columns, rows)


def of_questions(sheet: QuestionSheet, words: Words) -> Table:
    """The table of the questions of a day."""
    said = words["sheet"]["question_columns"]
    columns = (
        Column(said["key"], "given", width=10),
        Column(said["whom"], "given", width=16),
        Column(said["question"], "given", width=60),
        Column(said["figure"], "given", width=50),
        *_signed(said),
        Column(said["visit"], "given"),
        Column(said["day"], "given", width=6),
    )
    rows = tuple(
        (one.id, one.whom, one.question, one.figure, None, None, None, sheet.visit, sheet.day)
        for one in sheet.questions
    )
    return Table(columns, rows)


def headings(columns: Sequence[Column]) -> list[str]:
    """The headings, in their order."""
    return [column.heading for column in columns]


def _signed(said: Words) -> list[Column]:
    return [
        Column(said["note"], "text", width=40),
        Column(said["by"], "text", width=16),
        Column(said["when"], "day"),
    ]


def _where(said: Words) -> list[Column]:
    return [
        Column(said["visit"], "given"),
        Column(said["round"], "given", width=6),
        Column(said["whom"], "given", width=20),
        Column(said["rows"], "given", width=6),
    ]


def _place(sheet: Sheet) -> tuple[Any, ...]:
    return sheet.visit, sheet.round, sheet.whom, sheet.rows
