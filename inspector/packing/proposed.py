"""What is proposed for a file that is to be added: its kind, where its table stands, its fields and codes, and what is open."""

from dataclasses import dataclass
from typing import Any, Literal

Sure = Literal["certain", "likely", "unsure"]
"""`certain` and `likely` are written unless refused, `unsure` only when somebody says so."""


@dataclass(frozen=True)
class Proposal:
    """Our field or code for theirs. `field` is given for codes alone.

    `example` is a value of the column that may be repeated, else None. `count`: rows that have the code, or filled cells. A code
    whose `ours` is "" says that nothing is known or decided.
    """

    theirs: str
    ours: str
    sure: Sure
    field: str | None = None
    why: str = ""
    example: str | None = None
    count: int = 0
    own: bool = False
    """Whether it is read so without being told."""


@dataclass(frozen=True)
class Open:
    """A code that was not understood, and how many rows have it. `choices` are ours."""

    field: str
    theirs: str
    count: int
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A field that has to be filled and is not found. It may come of one of the columns `of`, or be one value for all rows.

    `constant`: whether one value may stand for all rows; `choices` are our codes, where the field has codes; `suggested` is a
    constant worth offering, with its reason in `why`.
    """

    field: str
    question: str
    of: tuple[str, ...] = ()
    constant: bool = False
    choices: tuple[str, ...] = ()
    suggested: str | None = None
    why: str = ""
    required: bool = True


@dataclass(frozen=True)
class Named:
    """A column that looks as if it held names of people: its sheet, the row of the headings, and its heading."""

    sheet: str | None
    row: int
    heading: str


@dataclass(frozen=True)
class Proposed:
    """How a file may be read.

    `headings_row` counts from one, as a spreadsheet shows it. `unread` are headings that may be repeated. `doubts` are sentences
    for whoever adds the file, such as that names of people seem to stand in it.
    """

    kind: str
    part: str | None
    sheet: str | None
    headings_row: int
    sure: Sure
    why: str
    fields: tuple[Proposal, ...] = ()
    codes: tuple[Proposal, ...] = ()
    open_codes: tuple[Open, ...] = ()
    asked: tuple[Asked, ...] = ()
    unread: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    people: tuple[Named, ...] = ()
    """Columns of the file that look as if they held names of people, those of other sheets among them."""
    others: tuple[str, ...] = ()
    """Other kinds that the table may be of, best first, as `kind` or `kind, part`."""
    parts: tuple["Proposed", ...] = ()
    """Parts of the kind that stand in the same table or file, each with its own fields."""

    def written(self, *, unsure_too: bool = False) -> tuple[Proposal, ...]:
        """The fields and codes that are written into the mapping."""
        return tuple(one for one in (*self.fields, *self.codes) if unsure_too or one.sure != "unsure")

    def mapping(self, *, unsure_too: bool = False, constants: dict[str, str] | None = None) -> dict[str, Any]:
        """The mapping as a manifest has it; what is read without one is not in it."""
        used = self.written(unsure_too=unsure_too)
        fields = {one.ours: one.theirs for one in used if one.field is None and not one.own}
        values: dict[str, dict[str, str | None]] = {}
        for one in used:
            if one.field is not None:
                values.setdefault(one.field, {})[one.theirs] = one.ours or None
        parts = {one.part: one.mapping(unsure_too=unsure_too) for one in self.parts if one.part}
        said = {"fields": fields, "values": values, "constants": constants or {}, "parts": parts}
        return {name: part for name, part in said.items() if part}
