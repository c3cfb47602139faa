"""What came of a framework's own cases: which passed, what they cover, and which changes of its rules they do not notice."""

from typing import Literal

from inspector.model.base import Noun
from inspector.model.problems import Problem, Where

Sort = Literal["rule", "table"]


class Which(Noun):
    """Which framework it is, and where."""

    id: str
    version: str
    digest: str
    path: str


class CaseTold(Noun):
    """A case and what came otherwise than it states (nothing: it passed); `why` tells of each what came nearest."""

    name: str
    where: Where
    differences: tuple[str, ...] = ()
    failure: str = ""
    why: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether all came as it states."""
        return not self.differences and not self.failure


class ConditionSeen(Noun):
    """A condition, as it is written, and how often facts of the cases met it, met it not, or lacked the field."""

    where: Where
    text: str
    met: int = 0
    unmet: int = 0
    lacking: int = 0


class EntryCovered(Noun):
    """A rule or row: in how many cases it fires or is reached, in how many a case says so, and its conditions.

    `idle` are the aliases of `unless` that never took anything away.
    """

    id: str
    where: Where
    sort: Sort
    fired: int
    stated: int
    conditions: tuple[ConditionSeen, ...]
    idle: tuple[str, ...] = ()


class Unread(Noun):
    """How many cases could not be read, and how many files of which nobody knows how many they have."""

    cases: int = 0
    files: int = 0


class Tested(Noun):
    """The cases of one framework run. `left_out` is how many were not asked for; `problems` says what could not be read, and
    `unread` how many cases that is.
    """

    framework: Which
    cases: tuple[CaseTold, ...]
    left_out: int = 0
    problems: tuple[Problem, ...] = ()
    unread: Unread = Unread()
    coverage: tuple[EntryCovered, ...] | None = None

    @property
    def passed(self) -> bool:
        """Whether there are cases, all could be read, and all passed."""
        return not self.problems and all(case.passed for case in self.cases)


class Change(Noun):
    """One change of a rule or of the table, and whether a case noticed it.

    `noticed` is the name of a case that does; `same` says why no facts could tell it, `refused` why it cannot even be read.
    `suggested` is a case, as YAML, that would notice; `not_suggested` why there is none.
    """

    sort: Sort
    operator: str
    of: str
    where: Where
    was: str
    becomes: str
    noticed: str | None = None
    same: str = ""
    refused: str = ""
    suggested: str = ""
    not_suggested: str = ""

    @property
    def counts(self) -> bool:
        """Whether a case could have noticed it."""
        return not self.refused and not (self.same and self.noticed is None)

    @property
    def survived(self) -> bool:
        """Whether no case noticed what one could have noticed."""
        return self.counts and self.noticed is None


class Mutated(Noun):
    """All changes of one framework, in the order of its files, and how many of its cases were asked."""

    framework: Which
    changes: tuple[Change, ...]
    cases: int
    left_out: int = 0
    problems: tuple[Problem, ...] = ()

    def of(self, sort: Sort) -> tuple[Change, ...]:
        """The changes of rules, or of the table, that cases could have noticed."""
        return tuple(one for one in self.changes if one.sort == sort and one.counts)

    def noticed_share(self, sort: Sort) -> float:
        """The share of these that a case noticed; 1 where there are none."""
        some = self.of(sort)
        return sum(not one.survived for one in some) / len(some) if some else 1.0
