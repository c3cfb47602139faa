"""Of changes that no case notices: whether any facts could tell them, asked of a solver; and a case of such facts."""

from collections.abc import Sequence

from inspector.model.rules import Rule, VerdictRow
from inspector.workbench.judging.mutating.killing import Judged
from inspector.workbench.judging.mutating.mutant import Mutant
from inspector.workbench.judging.opened import Opened
from inspector.workbench.judging.suggesting.situation import Situation
from inspector.workbench.judging.suggesting.suggest import Suggesting
from inspector.workbench.theory.clock import Clock, OutOfTime

Became = Rule | Sequence[VerdictRow]
LATE = "could not tell whether any facts can: there was no time left"
OPEN = "could not tell whether any facts can: of what the solver imagined none did, and none was ruled out"


class Proving:
    """Asks of the changes that survived, so many seconds of processor time in all.

    Raises ModuleNotFoundError, of z3, where no solver is installed.
    """

    def __init__(self, found: Opened, judged: Sequence[Judged], suggesting: Suggesting, seconds: float) -> None:
        from inspector.workbench.theory import alike

        self._words, self._suggesting, self._clock = alike, suggesting, Clock(seconds)
        changes = [_became(one.mutant) for one in judged if one.survived]
        self._alike = None
        try:
            self._alike = alike.Alike(found.framework, changes, found.compiled.known, self._clock)
        except OutOfTime:
            return

    def asked(self, judged: Judged) -> tuple[Judged, str, str]:
        """The change, one that is none where that is proved; else a case that tells it, or why there is none."""
        mutant = judged.mutant
        if self._alike is None or not self._clock.left:
            return judged, "", LATE
        status, facts = self._alike.told_apart(_became(mutant))
        if status == "never":
            return judged._replace(mutant=mutant._replace(why_same=self._words.SAME)), "", ""
        situations = (Situation(one.facts, (), tuple(one.stated.items())) for one in facts)
        text = self._suggesting.of(mutant, situations)
        return judged, text, "" if text else self._words.FEW if status == "not-of-few" else OPEN


def _became(mutant: Mutant) -> Became:
    return mutant.rule if mutant.rule is not None else mutant.rows or ()
