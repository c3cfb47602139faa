"""What was asked of a framework, and what came of it."""

from typing import Literal, NamedTuple

from inspector.model.problems import Level, Problem, Where

Told = Literal["proved", "shown", "could-not-tell"]
"""No evidence does otherwise; a case shows it; neither was found."""


class Claim(NamedTuple):
    """Something that holds of a framework and should not. `id` is permanent; `of` the rules, rows or themes it is about.

    `witness` are cases to paste, checked; empty where it is proved of all evidence, or could not be told.
    """

    id: str
    level: Level
    of: tuple[str, ...]
    where: Where
    says: str
    told: Told
    fix: str = ""
    witness: str = ""

    @property
    def problem(self) -> Problem:
        """The claim as a remark of `framework check`."""
        return Problem(rule=self.id, level=self.level, where=self.where, message=self.says, fix=self.fix)


class Question(NamedTuple):
    """A question put to a framework: how many things it was asked of, and of how many there is no answer."""

    id: str
    asks: str
    of: int
    untold: tuple[str, ...]
    seconds: float


class Unreached(NamedTuple):
    """A rule or row that no case of the framework shows, with a case that does."""

    of: str
    what: Literal["rule", "row"]
    where: Where
    witness: str


class Proof(NamedTuple):
    """Everything that was asked, what was found, and cases for what no case shows."""

    framework: str
    version: str
    facts: int
    questions: tuple[Question, ...]
    claims: tuple[Claim, ...]
    unreached: tuple[Unreached, ...]
