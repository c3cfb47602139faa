"""A framework with one thing changed, and what came of it."""

from typing import NamedTuple

from inspector.model.problems import Where
from inspector.model.rules import Rule, VerdictRow


class Mutant(NamedTuple):
    """One change: by which `operator`, of which rule or row, where that stands, how it was and what it becomes.

    `rule` is the rule as changed, `rows` the whole table as changed; one of them is None. `why_same` says, where that can be
    proved, why no facts could tell the change.
    """

    operator: str
    of: str
    where: Where
    was: str
    becomes: str
    rule: Rule | None = None
    rows: tuple[VerdictRow, ...] | None = None
    why_same: str = ""

    @property
    def id(self) -> str:
        """Rule or row, operator, place and what it becomes: the same for as long as these are."""
        line = "" if self.where.line is None else f"@{self.where.line}:{self.where.column}"
        return f"{self.of}/{self.operator}{line}: {self.was} → {self.becomes}"
