"""What every question needs: the framework, the search, and what its own cases already show."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inspector.framework.vocabulary import Vocabulary
from inspector.model.outcome import Outcome
from inspector.model.problems import Level
from inspector.model.proofs import Claim, Told
from inspector.model.rules import Framework, Rule, VerdictRow
from inspector.workbench.theory.clock import Clock
from inspector.workbench.theory.reading import Asked
from inspector.workbench.theory.search import Answer, Searcher
from inspector.workbench.theory.witness import Side
from inspector.workbench.theory.world import World


class Asking(NamedTuple):
    """A framework being asked about. `seen` is what came of its own cases."""

    framework: Framework
    known: Vocabulary
    world: World
    asked: Asked
    search: Searcher
    clock: Clock
    seen: Sequence[Outcome]

    def shown(self, goal: Sequence[object], name: str, shows: "object") -> Answer:
        """A search for one case."""
        return self.search.find(goal, [Side(self.framework, 0, name)], shows)  # type: ignore[arg-type]


class Said(NamedTuple):
    """What came of a question: claims, how many things were asked about, of which nothing can be told, and what is proved.

    Only what holds of no evidence otherwise is `proved`: that something can be, cases show.
    """

    claims: tuple[Claim, ...]
    of: int
    untold: tuple[str, ...] = ()
    proved: tuple[str, ...] = ()


def told(
    entry: Rule | VerdictRow,
    id: str,
    level: Level,
    of: Sequence[str],
    says: str,
    how: Told,
    fix: str,
    witness: str = "",
) -> Claim:
    """A claim about a rule or row, where that stands."""
    return Claim(id, level, tuple(of), entry.where, says, how, fix, witness)


def entries(asking: Asking) -> Iterator[Rule]:
    """The rules that can be asked about."""
    yield from (rule for rule in asking.framework.rules if rule.id not in asking.asked.unasked)
