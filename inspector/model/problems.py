"""Remarks on what was submitted: what is wrong, where, what was expected and the likely fix."""

from typing import Literal

from inspector.model.base import Noun

Level = Literal["error", "query"]
"""`error`: cannot be read as meant. `query`: odd, may be explained. An integrity question is a `Trace` instead."""


class Where(Noun):
    """A place: a file of the bundle or framework, and a line and column (YAML, JSON) or a row and field (tables).

    `line`, `column` and `row` count from 1; the header of a table is row 1, as in a spreadsheet. `path` is the place
    within a JSON document, as in `resources[2].hash`.
    """

    file: str
    line: int | None = None
    column: int | None = None
    row: int | None = None
    field: str | None = None
    path: str | None = None

    def __str__(self) -> str:
        """The place as people and editors write it: `file:line:column`, `file, row 7, column value`."""
        text = self.file
        if self.line is not None:
            text += f":{self.line}" + (f":{self.column}" if self.column is not None else "")
        if self.row is not None:
            text += f", row {self.row}"
        if self.field is not None:
            text += f", column {self.field}"
        if self.path:
            text += f", at {self.path}"
        return text


class Problem(Noun):
    """One remark. `rule` is a permanent kebab-case id; `message` says what is wrong; `fix` is the likely remedy."""

    rule: str
    level: Level
    where: Where
    message: str
    expected: str = ""
    fix: str = ""


class CannotComplete(Exception):
    """Work that cannot go on: an unreadable bundle, an unknown framework. Carries every problem that was found."""

    def __init__(self, problems: "tuple[Problem, ...] | list[Problem]") -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.where}: {p.message}" for p in self.problems))
