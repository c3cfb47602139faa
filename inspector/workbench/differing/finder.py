"""Evidence of which two frameworks make something else: first among their own cases, then, where one is there, by a solver."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from inspector.framework.cases import read_cases
from inspector.framework.vocabulary import extend
from inspector.model.framework_changes import Shown
from inspector.model.outcome import Outcome
from inspector.model.problems import CannotComplete
from inspector.model.rules import Framework
from inspector.rules import vocabulary
from inspector.verdict.movement import KIND as MOVES
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.theory.clock import Clock, OutOfTime
from inspector.workbench.theory.fewer import fewer
from inspector.workbench.theory.witness import Expects, Given, Shows, Side, Witness, reproduced

if TYPE_CHECKING:
    from inspector.workbench.differing.solver import Goal, Solver


class Found(NamedTuple):
    """Evidence that shows a difference, or whether there is none: `never` is None where nobody can tell.

    `late`: nobody can tell because the time ran out.
    """

    shown: Shown | None
    never: bool | None
    late: bool = False


LATE = Found(None, never=None, late=True)


class Finder:
    """Looks for evidence of which two frameworks make something else, as long as the clock has time left."""

    def __init__(self, old: tuple[Path, Framework], new: tuple[Path, Framework], clock: Clock) -> None:
        self._known, self._clock = vocabulary.base(), clock
        self._old, self._new = Compiled(old[1], self._known), Compiled(new[1], self._known)
        self._sides = (Side(old[1], 0, "by OLD"), Side(new[1], 0, "by NEW"))
        # What a case states of the basis may be more than its facts, cut down, can give: those that state nothing come first.
        self._cases = sorted([*self._given(old), *self._given(new)], key=lambda one: (bool(one.stated), len(one.facts)))
        self._outcomes = [self._both([given]) if clock.left else None for given in self._cases]
        self._tried: dict[str, Witness | None] = {}
        self.solver = False
        """Whether a solver is there to be asked; of two large frameworks there may be no time to make it ready."""
        self._solver: Solver | None = None

    def ready(self) -> None:
        """From now on a solver is asked where no case is found."""
        self.solver, self._solver = self._made(self._old.framework, self._new.framework)

    def find(self, shows: Shows, goal: "Goal", expects: Expects, says: Callable[[Outcome], str], name: str) -> Found:
        """Evidence of which `shows` holds of what the two make of it; the solver is asked for the same by the `goal`.

        What has one `name` is looked for once among the cases.
        """
        sides = tuple(side._replace(name=name) for side in self._sides)
        if name not in self._tried:
            self._tried[name] = self._among_cases(sides, shows, expects)
        witness = self._tried[name]
        if witness is not None:
            return Found(_shown(witness, says), never=False)
        if not self._clock.left:
            return LATE
        if self._solver is None:
            return LATE if self.solver else Found(None, never=None)
        answer = self._solver.find(goal, sides, shows, expects)
        if answer.witness is not None:
            return Found(_shown(answer.witness, says), never=False)
        if answer.status == "never":
            return Found(None, never=True)
        return Found(None, never=None, late=answer.status == "unknown" and not self._clock.left)

    def _among_cases(self, sides: Sequence[Side], shows: Shows, expects: Expects) -> Witness | None:
        """One of their own cases that shows it, cut down; None where none does, or there is no time left."""
        for given, outcomes in zip(self._cases, self._outcomes, strict=True):
            if not self._clock.left:
                return None
            if outcomes is not None and shows(outcomes):
                less = fewer(
                    [given],
                    self._keys,
                    lambda tried: (both := self._both(tried)) is not None and shows(both),
                    self._clock,
                )
                witness = reproduced(sides, less, self._known, shows, expects)
                if witness is not None:
                    return witness
        return None

    def _made(self, old: Framework, new: Framework) -> "tuple[bool, Solver | None]":
        """Whether a solver is installed, and one for the two, where there is time to make it ready."""
        try:
            from inspector.workbench.differing.solver import Solver
        except ModuleNotFoundError as missing:
            if missing.name != "z3":
                raise
            return False, None
        try:
            return True, Solver(old, new, self._known, self._clock)
        except OutOfTime:
            return True, None

    def _given(self, one: tuple[Path, Framework]) -> list[Given]:
        cases, _ = read_cases(one[0], extend(one[1], self._known))
        return [Given(case.facts, dict(case.stated)) for case in cases if case.facts is not None and not case.trust]

    def _both(self, givens: Sequence[Given]) -> list[Outcome] | None:
        try:
            return [one.outcome(givens[0].facts, (), givens[0].stated) for one in (self._old, self._new)]
        except CannotComplete:
            return None

    def _keys(self, kind: str) -> frozenset[str]:
        keys = {field.name for field in self._known.get(kind, ()) if field.key}
        return frozenset(keys | {"call"} if kind == MOVES else keys)


def _shown(witness: Witness, says: Callable[[Outcome], str]) -> Shown:
    then, now = witness.outcomes
    return Shown(says(then), says(now), witness.cases[1])


def fires_by(rule: str, *, by_new: bool) -> Shows:
    """That a rule fires by one framework and not by the other."""

    def shows(outcomes: Sequence[Outcome]) -> bool:
        then, now = (rule in one.findings for one in outcomes)
        return now and not then if by_new else then and not now

    return shows
