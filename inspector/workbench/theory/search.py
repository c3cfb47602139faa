"""Is there evidence of which something holds? A solver imagines it, the engine judges it, and the solver learns.

Of probabilities that more got better than worse a solver knows bounds alone. Each time the engine finds another number for what
was imagined, that number holds for all evidence no better and no worse, and so the search comes nearer.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, Literal, NamedTuple

import z3

from inspector.framework.vocabulary import Vocabulary
from inspector.model.facts import Fact, Scalar
from inspector.model.ladder import STANDINGS
from inspector.model.problems import CannotComplete
from inspector.model.rules import Framework
from inspector.verdict.movement import CERTAIN
from inspector.verdict.movement import KIND as MOVES
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.theory.clock import Clock
from inspector.workbench.theory.fewer import fewer
from inspector.workbench.theory.learning import learned
from inspector.workbench.theory.reading import OUTSIDE, WORST, Asked
from inspector.workbench.theory.views import Term, Value, View, count_of, number
from inspector.workbench.theory.witness import Expects, Given, Shows, Side, Witness, reproduced, verdict_and_row
from inspector.workbench.theory.world import World, day

Status = Literal["never", "shown", "not-shown", "unknown"]
"""No evidence of so many facts; a witness; evidence that no case was found for; no answer in time."""
ROUNDS = (2, 2, 6, 16)
Facts = Mapping[str, Sequence[View]]


class Answer(NamedTuple):
    """What came of a search."""

    status: Status
    witness: Witness | None = None
    never_where_sure: bool = False
    """Whether nothing does where every measure is as sure as can be, and nothing is missing."""


class Searcher:
    """Asks one world about one framework, or about two. `sides` are what is judged, one after the other."""

    def __init__(
        self,
        world: World,
        asked: Sequence[tuple[Facts, Asked]],
        known: Vocabulary,
        clock: Clock,
        each: float = 5.0,
        more: Sequence[Term] = (),
    ) -> None:
        self._world, self._asked, self._known, self._clock, self._each = world, tuple(asked), known, clock, each
        self._solver = z3.Solver()
        self._solver.set("random_seed", 19)
        for axioms in (world.axioms, more, *(one.axioms for _, one in self._asked)):
            clock.ask()
            self._solver.add(*axioms)
        self._compiled: dict[str, Compiled] = {}
        self._times = 0
        self._modes = self._ways_to_imagine()

    def possible(self, *goal: Term) -> Status | None:
        """`never` where nothing meets the goal, `unknown` where there is no answer in time, None where something does."""
        answer = self._check(list(goal))
        if answer == z3.sat:
            return None
        return "never" if answer == z3.unsat else "unknown"

    def core(self, goal: Term, named: Mapping[str, Term]) -> tuple[str, ...]:
        """Of terms that cannot all hold with the goal the names of few that cannot."""
        known = {name: z3.Bool(f"core {name} {id(named)}") for name in named}
        self._solver.push()
        for name, term in named.items():
            self._solver.add(z3.Implies(known[name], term))
        left = list(named)
        if self._check([goal, *known.values()]) == z3.unsat:
            names = {str(one) for one in self._solver.unsat_core()}
            left = [name for name in named if str(known[name]) in names]
            for name in tuple(left):
                rest = [known[one] for one in left if one != name]
                if self._check([goal, *rest]) == z3.unsat:
                    left.remove(name)
        self._solver.pop()
        return tuple(left)

    def find(
        self, goal: Sequence[Term], sides: Sequence[Side], shows: Shows, expects: Expects = verdict_and_row
    ) -> Answer:
        """Evidence of which the goal holds, as cases of which the engine says the same."""
        goal = [one for one in goal if one is not True]
        if any(one is False for one in goal):
            return Answer("never")
        none = self.possible(*goal)
        if none is not None:
            return Answer(none)
        others: list[Term] = []
        where_sure = self._check([*goal, *self._modes[0]]) == z3.unsat
        for mode, rounds in zip(self._modes, ROUNDS, strict=True):
            for _ in range(rounds):
                if not self._clock.left:
                    return Answer("unknown")
                if self._check([*goal, *mode, *others]) != z3.sat:
                    break
                model = self._solver.model()
                givens = [self._given(model, facts, one) for facts, one in self._asked]
                if self._judged(sides, givens, shows):
                    less = fewer(givens, self._keys, partial(self._judged, sides, shows=shows), self._clock)
                    witness = reproduced(sides, less, self._known, shows, expects)
                    if witness is not None:
                        return Answer("shown", witness)
                others.append(self._learn(model))
        return Answer("never" if self.possible(*goal) == "never" else "not-shown", None, where_sure)

    def _check(self, goal: list[Term]) -> Any:
        if not self._clock.left:
            # The solver would still take the goal in before it gives up, and of a thousand rules there are a million goals.
            return z3.unknown
        self._solver.set("timeout", max(1, int(1000 * min(self._each, self._clock.left))))
        try:
            return self._solver.check(*goal)
        except z3.Z3Exception:
            return z3.unknown

    def _judged(self, sides: Sequence[Side], givens: Sequence[Given], shows: Shows) -> bool:
        outcomes = []
        for side in sides:
            given = givens[side.given]
            try:
                outcomes.append(self._of(side.framework).outcome(given.facts, (), given.stated))
            except CannotComplete:
                return False
        return shows(outcomes)

    def _of(self, framework: Framework) -> Compiled:
        key = f"{framework.digest} {id(framework)}"
        if key not in self._compiled:
            self._compiled[key] = Compiled(framework, self._known)
        return self._compiled[key]

    def _keys(self, kind: str) -> frozenset[str]:
        keys = {field.name for field in self._known.get(kind, ()) if field.key}
        return frozenset(keys | {"call"} if kind == MOVES else keys)

    def _ways_to_imagine(self) -> list[list[Term]]:
        """What is assumed of evidence so that it be easy to write down, the most first."""
        plain = [one.plain for _, one in self._asked]
        sure, named = list[Term](), list[Term]()
        for facts, one in self._asked:
            sure += _sure(facts, one)
            named += simple(facts)
        return [[*plain, *sure, *named], [*sure, *named], [*plain, *named], named]

    def _given(self, model: Any, facts: Facts, one: Asked) -> Given:
        found = []
        for views in (facts[kind] for kind in self._world.facts):
            for view in views:
                if z3.is_true(model.evaluate(_formula(view.there), model_completion=True)):
                    found.append(self._fact(model, view))
        stated: dict[str, Scalar] = {}
        for name in (*OUTSIDE, *WORST):
            value = _scalar(
                model,
                Value(
                    "integer" if name in ("questions", "core_missing", "dropped", "missing") else "number",
                    True,
                    one.basis[name],
                ),
                None,
            )
            if name in WORST or value:
                stated[name] = value
        if not {"missing", "core_missing", "dropped"} & stated.keys():
            stated = {name: value for name, value in stated.items() if name not in WORST}
        return Given(tuple(found), stated)

    def _fact(self, model: Any, view: View) -> Fact:
        fields = {
            name: _scalar(model, value, self._world)
            for name, value in view.fields.items()
            if z3.is_true(model.evaluate(_formula(value.has), model_completion=True))
        }
        return Fact(id=f"{view.kind}/{view.name}", kind=view.kind, fields=fields, says=view.name)

    def _learn(self, model: Any) -> Term:
        """What the engine says of it is learned for good. Returns that something else is imagined the next time."""
        for _, one in self._asked:
            self._solver.add(*learned(model, one))
        views = [view for kind in self._world.facts for view in self._asked[0][0][kind]]
        others = [view.there != model.evaluate(view.there, model_completion=True) for view in views]
        others += [
            value.is_ != model.evaluate(value.is_, model_completion=True)
            for view in self._asked[0][0].get(MOVES, ())
            for value in view.fields.values()
            if not isinstance(value.is_, int)
        ]
        self._times += 1
        other = z3.Bool(f"other {self._times}")
        # Not for good: what did not show this may show something else, and proves nothing.
        self._solver.add(z3.Implies(other, z3.Or(others)))
        return other


def _sure(facts: Facts, one: Asked) -> list[Term]:
    """That every measure is as sure as can be: then more got better just where more did."""
    found: list[Term] = []
    for view in facts.get(MOVES, ()):
        sure = view.fields["probability"]
        found += [_formula(sure.has), sure.is_ == number(CERTAIN)]
    half = number(0.5)
    better, worse, faded = (
        count_of([chance >= half for chance in some]) for some in (one.moves.better, one.moves.worse, one.moves.faded)
    )
    high, low = number(0.9999), number(0.0001)
    for name, for_, against in (
        ("more_better", better, worse),
        ("more_worse", worse, better),
        ("more_lost", worse + faded, better),
    ):
        found.append(z3.If(for_ > against, one.basis[name] >= high, one.basis[name] <= low))
    return [] if not one.moves.judged else found


def simple(facts: Facts) -> list[Term]:
    """That chances are not stated one by one: they follow from what is called and how sure that is."""
    found = []
    for view in facts.get(MOVES, ()):
        found += [z3.Not(value.has) for name, value in view.fields.items() if name.startswith("probability_")]
        found += [_formula(view.fields["call"].has)]
    return found


def _formula(term: Term) -> Term:
    return z3.BoolVal(term) if isinstance(term, bool) else term


def _scalar(model: Any, value: Value, world: World | None) -> Scalar:
    if isinstance(value.is_, int):
        plain = value.is_
    else:
        found = model.evaluate(value.is_, model_completion=True)
        if value.type == "number":
            if z3.is_int_value(found):
                return float(found.as_long())
            return float(round(Fraction(found.numerator_as_long(), found.denominator_as_long()), 6))
        plain = found.as_long()
    if value.type == "boolean":
        return bool(plain)
    if value.type == "date":
        return day(plain)
    if value.type == "standing":
        return STANDINGS[plain]
    if value.type == "string" and world is not None:
        return world.words.text(plain)
    return int(plain)
