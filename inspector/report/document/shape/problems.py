"""Remarks on what was submitted, in the shape of every JSON document of Inspector that nests them."""

from typing import TypedDict

from inspector.model.problems import Level


class Where(TypedDict):
    """The place: rows count as a spreadsheet does, the header being row 1."""

    file: str
    line: int | None
    column: int | None
    row: int | None
    field: str | None
    path: str | None


class Problem(TypedDict):
    """A remark on the bundle."""

    rule: str
    level: Level
    message: str
    expected: str
    fix: str
    where: Where
