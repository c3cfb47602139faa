"""How the margin asks for the verdict again: by callables that the path gives it, one quick and one that judges all anew."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.inspection import Verdict
from inspector.model.ladder import VerdictWord
from inspector.verdict.order import height

Edit = Callable[[Evidence], Evidence]
Quick = Callable[[Evidence, Collection[str], Collection[str]], VerdictWord]
"""The verdict where the pieces named second are as the evidence has them and those named third were never submitted."""


@dataclass(frozen=True, slots=True)
class Judging:
    """A verdict and the ways to ask for it again. `behind` names the pieces of evidence that the facts of the findings
    rest on which its reasons name."""

    evidence: Evidence
    verdict: Verdict
    facts: tuple[Fact, ...]
    behind: frozenset[str]
    quick: Quick
    anew: Callable[[Edit], VerdictWord]
    """Everything observed and judged anew, questions too, of what was submitted once it was changed so."""
    moves: Callable[[Evidence], tuple[Fact, ...]]
    """How the indicators of this evidence moved: the facts of `trajectory`."""

    def lower(self, word: VerdictWord) -> bool:
        """Whether a verdict is lower than the one that stands."""
        return height(word) < height(self.verdict.verdict)
