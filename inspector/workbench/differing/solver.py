"""A solver asked about two frameworks and one body of evidence."""

from collections.abc import Callable, Sequence

import z3

from inspector.framework.vocabulary import Vocabulary
from inspector.model.rules import Framework
from inspector.workbench.differing.steps import on_steps
from inspector.workbench.theory.clock import Clock
from inspector.workbench.theory.reading import FROM_FACTS, OUTSIDE, WORST, Asked, asked
from inspector.workbench.theory.search import Answer, Searcher
from inspector.workbench.theory.views import Term
from inspector.workbench.theory.witness import Expects, Shows, Side
from inspector.workbench.theory.world import imagined

Goal = Callable[[Asked, Asked], Sequence[Term]]
"""What is to hold of the old framework and of the new one."""


class Solver:
    """Asks for evidence of which two frameworks make something else. Raises OutOfTime where it does not suffice to begin."""

    def __init__(self, old: Framework, new: Framework, known: Vocabulary, clock: Clock) -> None:
        world = imagined([old, new], known, clock)
        self.old, self.new = asked(world, old, tag=" old"), asked(world, new, tag=" new")
        # Of one body of evidence what it says of how measures moved, and what is missing, is one.
        same = [self.old.basis[name] == self.new.basis[name] for name in (*OUTSIDE, *WORST, *FROM_FACTS)]
        both = [(world.facts, self.old), (world.facts, self.new)]
        self._search = Searcher(world, both, known, clock, more=[*same, *on_steps([old, new], world.facts)])

    def find(self, goal: Goal, sides: Sequence[Side], shows: Shows, expects: Expects) -> Answer:
        """Evidence of which the goal holds, as cases of which the engine says the same."""
        return self._search.find([_formula(term) for term in goal(self.old, self.new)], sides, shows, expects)


def fires(rule: str, *, by_new: bool) -> Goal:
    """That a rule fires by one framework and not by the other."""

    def goal(old: Asked, new: Asked) -> Sequence[Term]:
        one, other = (new, old) if by_new else (old, new)
        return [one.fires.get(rule, False), z3.Not(_formula(other.fires.get(rule, False)))]

    return goal


def row_left(row: str, *, by_new: bool) -> Goal:
    """That a row gives the verdict by one framework, and another row by the other."""

    def goal(old: Asked, new: Asked) -> Sequence[Term]:
        one, other = (new, old) if by_new else (old, new)
        return [one.hit.get(row, False), z3.Not(_formula(other.hit.get(row, False)))]

    return goal


def both_fire(rule: str) -> Goal:
    """That a rule fires by both."""
    return lambda old, new: [old.fires[rule], new.fires[rule]]


def both_hit(row: str) -> Goal:
    """That a row gives the verdict by both."""
    return lambda old, new: [old.hit[row], new.hit[row]]


def stands(theme: str, place: int) -> Goal:
    """That a theme stands there or higher by the old framework, and not by the new one."""

    def goal(old: Asked, new: Asked) -> Sequence[Term]:
        now = new.stands[theme] >= place if theme in new.stands else z3.BoolVal(False)
        return [old.stands[theme] >= place, z3.Not(now)]

    return goal


def _formula(term: Term) -> Term:
    return z3.BoolVal(term) if isinstance(term, bool) else term
