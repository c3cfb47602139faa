"""Can any facts tell a framework from the same with one rule, or its table, changed?

The world is made once for all changes, with room for what each asks for. What a rule draws follows from what meets it, so that a
changed rule is held against the old one way by way; a changed table is held against the old one row by row.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import z3

from inspector.framework.vocabulary import Vocabulary
from inspector.model.rules import Framework, Rule, VerdictRow
from inspector.workbench.theory.any_number import any_number
from inspector.workbench.theory.clock import Clock
from inspector.workbench.theory.entries import TooMany, Way, holds, tallied, ways
from inspector.workbench.theory.reading import asked
from inspector.workbench.theory.search import Searcher
from inspector.workbench.theory.sizes import MOST
from inspector.workbench.theory.views import Term, all_of, any_of, none_of
from inspector.workbench.theory.witness import Given
from inspector.workbench.theory.world import imagined

Became = Rule | Sequence[VerdictRow]
"""A rule as it was changed, or the whole table."""
Goal = tuple[Term, Term]
"""What is to hold where a case could state the difference, and where words at most tell it."""
Status = Literal["never", "not-of-few", "open", "unknown"]
"""No facts tell it; none of those that were imagined, and others might; some may; no answer in time."""
SAME = "proved: no facts can tell, by what fields mean and by what other rules ask for"
FEW = f"no facts tell, at most {MOST} of one kind and all of them trusted; of more nothing is proved"
"""Why a change of which that is proved is none."""


class Alike:
    """Asked of one change after another, as long as the clock has time. Raises OutOfTime where it does not suffice to begin."""

    def __init__(self, framework: Framework, changes: Iterable[Became], known: Vocabulary, clock: Clock) -> None:
        self._framework, self._rules = framework, {rule.id: rule for rule in framework.rules}
        self._world = world = imagined([framework, _with_all(framework, changes)], known, clock)
        self._asked = asked(world, framework)
        self._words = world.words
        self._search = Searcher(world, [(world.facts, self._asked)], known, clock)

    def told_apart(self, became: Became) -> tuple[Status, Iterator[Given]]:
        """Whether no facts tell the change, and where some may, facts of which only the engine knows."""
        try:
            goal = self._of_rule(became) if isinstance(became, Rule) else self._of_table(tuple(became))
        except TooMany:
            return "unknown", iter(())
        found = self._search.possible(_formula(any_of(goal)))
        if found == "never":
            return "never" if self._of_any_number(became) else "not-of-few", iter(())
        if found is not None:
            return "unknown", iter(())
        # First what every case can state, then what only words tell.
        return "open", (
            givens[0] for one in goal if one is not False for givens in self._search.imagine([_formula(one)])
        )

    def _of_any_number(self, became: Became) -> bool:
        # What a row asks for is nearly always a number of facts: of tables nothing is proved.
        return isinstance(became, Rule) and any_number(self._world, self._rules, self._rules[became.id], became)

    def _of_rule(self, new: Rule) -> Goal:
        old = self._rules[new.id]
        self._able()
        if old.conclude != new.conclude or _words(old) != _words(new):
            return any_of([self._asked.fires[old.id], holds(new, self._asked.facts, self._words)]), False
        return self._met_otherwise(old, new)

    def _met_otherwise(self, old: Rule | VerdictRow, new: Rule | VerdictRow) -> Goal:
        """That some facts meet the one and not the other, or that what is counted for one that is met is another number."""
        facts, words = self._asked.facts, self._words
        before, after = (_by_facts(ways(one, facts, words)) for one in (old, new))
        differ = [_one_alone(before.get(key, False), after.get(key, False)) for key in before.keys() | after.keys()]
        met = any_of(after.values())
        counts = _counts_differ(tallied(old, facts, words), tallied(new, facts, words))
        return any_of(differ), all_of([met, counts])

    def _of_table(self, new: Sequence[VerdictRow]) -> Goal:
        old = {row.id: row for row in self._framework.verdicts}
        self._able()
        hit, above = dict[str, Term](), list[Term]()
        for row in new:
            there = self._asked.rows[row.id] if row is old.get(row.id) else holds(row, self._asked.facts, self._words)
            hit[row.id] = all_of([there, *map(none_of, above)])
            above.append(there)
        names = self._asked.hit.keys() | hit.keys()
        differ = [_one_alone(self._asked.hit.get(name, False), hit.get(name, False)) for name in names]
        told: list[Term] = []
        changed = [(old[row.id], row) for row in new if row.id in old and old[row.id] is not row]
        for was, row in changed:
            otherwise = True if _words(was) != _words(row) else any_of(self._met_otherwise(was, row))
            told.append(all_of([hit[row.id], otherwise]))
        return any_of(differ), any_of(told)

    def _able(self) -> None:
        """Raise TooMany where there are rules that facts could meet in more ways than are asked: others may read of them."""
        if self._asked.unasked:
            raise TooMany


def _with_all(framework: Framework, changes: Iterable[Became]) -> Framework:
    """A framework with every change beside the others: as much as any of them could tell apart."""
    rules, rows = list(framework.rules), list(framework.verdicts)
    for change in changes:
        if isinstance(change, Rule):
            rules.append(change)
        else:
            rows += [row for row in change if all(row is not one for one in framework.verdicts)]
    return framework.model_copy(update={"rules": tuple(rules), "verdicts": tuple(rows)})


def _words(one: Rule | VerdictRow) -> tuple[object, ...]:
    if isinstance(one, Rule):
        return one.theme, one.says, one.brief, one.ask, one.whom
    return one.verdict, one.says, one.brief


def _by_facts(some: Iterable[Way]) -> Mapping[object, Term]:
    """By the facts that play each part when it is met."""
    found: dict[object, Term] = {}
    for way in some:
        key = frozenset((alias, view.kind, view.name) for alias, view in way.bound.items())
        found[key] = any_of([found.get(key, False), way.holds])
    return found


def _counts_differ(old: Mapping[str, Mapping[str, Term]], new: Mapping[str, Mapping[str, Term]]) -> Term:
    differ: list[Term] = []
    for alias in old.keys() | new.keys():
        before, after = old.get(alias, {}), new.get(alias, {})
        for name in before.keys() | after.keys():
            if name not in before or name not in after:
                return True
            differ.append(_other(before[name], after[name]))
    return any_of(differ)


def _other(one: Term, other: Term) -> Term:
    return one != other


def _one_alone(one: Term, other: Term) -> Term:
    if isinstance(one, bool):
        return none_of(other) if one else other
    if isinstance(other, bool):
        return none_of(one) if other else one
    return z3.Xor(one, other)


def _formula(term: Term) -> Term:
    return z3.BoolVal(term) if isinstance(term, bool) else term
