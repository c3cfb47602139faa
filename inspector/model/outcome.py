"""What rules make of facts alone: what test cases state, and what changes to a framework are held against."""

from collections.abc import Mapping
from typing import NamedTuple

from inspector.model.facts import Scalar
from inspector.model.ladder import Standing, Trust, VerdictWord


class Drawn(NamedTuple):
    """A finding as a test case sees it; `facts` are those that fired it, and `standing` is what trust leaves of it."""

    rule: str
    theme: str
    direction: str
    standing: Standing | None
    limit: Standing | None
    trust: Trust
    withdrawn: bool
    carried: tuple[tuple[str, Scalar], ...]
    facts: tuple[str, ...]
    says: str
    brief: str
    ask: tuple[str, ...]
    whom: tuple[str, ...]


class Outcome(NamedTuple):
    """The findings in the order of their rules' ids and what fired them, where each theme stands, the verdict and its row."""

    drawn: tuple[Drawn, ...]
    standings: Mapping[str, Standing]
    verdict: VerdictWord
    row: str
    says: str
    brief: str

    @property
    def findings(self) -> tuple[str, ...]:
        """The rules that fired, sorted, each once."""
        return tuple(sorted({one.rule for one in self.drawn}))
