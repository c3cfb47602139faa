"""What was asked of a framework's rules and table, and what came of it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from inspector.model.problems import Level, Problem, Where

QUESTIONS: Mapping[str, str] = {
    "rules-fire": "Can every rule fire?",
    "rules-lift": "Can every rule that gives a standing lift its theme there?",
    "rows-reached": "Is every row reached by some evidence, and every verdict given?",
    "improving-rests": "Does `improving` always have a theme above `stated`?",
    "rules-add": "Does every rule add something to where its theme stands?",
    "rules-agree": "Is there no pair of rules that always fire together and say the opposite?",
    "more-is-no-worse": "Does more evidence of improvement never give a worse verdict?",
}
"""What can be asked of a framework, by the permanent id of the question."""
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
    """A question of `QUESTIONS` put to a framework: how many things it was asked of, and of how many there is no answer.

    `proved` are those of which it is proved that it is as it should be, with what that is restricted to.
    """

    id: str
    of: int
    untold: tuple[str, ...]
    seconds: float
    proved: tuple[str, ...] = ()


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
    digest: str
    facts: int
    questions: tuple[Question, ...]
    claims: tuple[Claim, ...]
    unreached: tuple[Unreached, ...]
