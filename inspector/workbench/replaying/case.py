"""A stored result made ready for many frameworks: what the old one draws from it is drawn once, others ask what can differ."""

from typing import NamedTuple

from inspector.model.facts import Scalar
from inspector.model.inspection import TrustIn
from inspector.model.outcome import Outcome
from inspector.model.rules import Framework
from inspector.verdict.expected import Gaps
from inspector.workbench.judging.compiled import Compiled, Fired
from inspector.workbench.judging.given import Given
from inspector.workbench.replaying import weighing
from inspector.workbench.replaying.anew import fired_anew
from inspector.workbench.replaying.level import AsIf, Level
from inspector.workbench.replaying.missing import gaps, moved
from inspector.workbench.replaying.stored import Stored
from inspector.workbench.replaying.weighing import FREE, Made, Standings

NOTHING = frozenset[str]()


class Other(NamedTuple):
    """A framework compiled, and those of its rules that may fire otherwise than by the old one.

    `rules_alone`: it differs from the old one in nothing but rules, so that the same findings come to the same.
    """

    compiled: Compiled
    touched: frozenset[str]
    rules_alone: bool


class Moved(NamedTuple):
    """How measures moved where so much is missing."""

    missed: Gaps
    how: dict[str, Scalar]


class Ready(NamedTuple):
    """Facts and trust made ready, and what fires and is drawn by the old framework; `drawn` is empty before it is.

    `moved` is by the list of what everybody should have.
    """

    given: Given
    fired: Fired
    moved: dict[int, Moved]
    drawn: list[Made]


class Case:
    """A stored result, and what the old framework draws from it."""

    def __init__(self, stored: Stored, then: Compiled, old: Framework) -> None:
        self.stored, self._then, self._old = stored, then, old
        self._ready: dict[tuple[object, ...], Ready] = {}

    def judged(self, by: Other, *, shared: bool) -> Outcome:
        """What a framework makes of it. Where not `shared`, its facts cannot be those made ready for the old one.

        Raises NotAResult where its rules ask for what the result does not hold.
        """

        def draw(level: Level, as_if: AsIf, trust: tuple[TrustIn, ...]) -> Made:
            ready = self._made_ready(level, as_if, trust)
            compiled = by.compiled
            if not shared:
                given = compiled.given(as_if.facts, trust, {"questions": level.questions})
                fired = compiled.fired(given, told=False)
            else:
                given = ready.given
                fired = ready.fired if compiled is self._then else fired_anew(compiled, given, ready.fired, by.touched)
            if fired is ready.fired and by.rules_alone and ready.drawn:
                return ready.drawn[0]
            moves = self._moved(ready, level, as_if, trust, compiled.framework)

            def held(at_most: Standings) -> Outcome:
                return compiled.concluded(given.counting(moves, at_most), fired, told=False)

            made = Made(held(FREE), trust, held)
            if compiled is self._then:
                ready.drawn.append(made)
            return made

        return weighing.judged(self.stored.levels, draw).outcome

    def _made_ready(self, level: Level, as_if: AsIf, trust: tuple[TrustIn, ...]) -> Ready:
        weighed = tuple((one.evidence, one.trust, one.asked) for one in trust) if level.pieces or level.place else ()
        key = (level.place, id(as_if), weighed)
        if key not in self._ready:
            given = self._then.given(as_if.facts, trust, {"questions": level.questions})
            self._ready[key] = Ready(given, self._then.fired(given, told=False), {}, [])
        return self._ready[key]

    def _moved(
        self, ready: Ready, level: Level, as_if: AsIf, trust: tuple[TrustIn, ...], by: Framework
    ) -> dict[str, Scalar]:
        """How measures moved, as the basis counts what a framework expects of everybody: worked out once where that is one."""
        if id(by.core) not in ready.moved:
            missed = gaps(self.stored, level, as_if, by, self._old)
            known = next((one for one in ready.moved.values() if _alike(one.missed, missed)), None)
            ready.moved[id(by.core)] = known or Moved(missed, moved(as_if, trust, missed))
        return ready.moved[id(by.core)].how


def _alike(one: Gaps, other: Gaps) -> bool:
    """Whether as much counts as missing: of core measures it does not matter which."""
    return (len(one.core), one.dropped) == (len(other.core), other.dropped)
