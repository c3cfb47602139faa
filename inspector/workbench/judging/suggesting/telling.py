"""A framework and a change of it, asked what tells them apart: quickly, and once for certain by the definition."""

from inspector.framework.vocabulary import extend
from inspector.judging import outcomes
from inspector.judging.rulebooks import Rulebook
from inspector.model.cases import Case
from inspector.model.outcome import Outcome
from inspector.model.problems import CannotComplete
from inspector.workbench.judging.comparing import agrees
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.judging.mutating.mutant import Mutant
from inspector.workbench.judging.suggesting.situation import Situation

Both = tuple[Outcome, Outcome]


class Telling:
    """Raises CannotComplete where the change cannot even be compiled."""

    def __init__(self, compiled: Compiled, mutant: Mutant) -> None:
        self._old, self._rule = compiled, mutant.rule
        self.new = compiled.with_rule(mutant.rule) if mutant.rule else compiled.with_table(mutant.rows or ())

    def apart(self, one: Situation) -> Both | None:
        """What the two make of a situation, without words; None where that is the same, or one of them cannot tell."""
        try:
            given = one.given(self._old)
            fired = self._old.fired(given, told=False)
            if self._rule is None:
                settled = self._old.settled(given, fired)
                first = self._old.decided(settled, fired, told=False)
                second = self.new.decided(settled, fired, told=False)
            else:
                before = tuple(each for each in fired.firings if each.rule == self._rule.id)
                if not self._concludes(before) and before == self.new.firings_of(
                    self._rule.id, given, fired, told=False
                ):
                    return None
                first = self._old.concluded(given, fired, told=False)
                second = self.new.judged(given, told=False)
        except CannotComplete:
            return None
        return None if first == second else (first, second)

    def words(self, one: Situation) -> Both | None:
        """What the two make of a situation, with words; None where one of them cannot tell."""
        try:
            given = one.given(self._old)
            return self._old.judged(given), self.new.judged(given)
        except CannotComplete:
            return None

    def quickly(self, case: Case) -> bool:
        """Whether a case that passes as things are would fail as they are changed."""
        try:
            return not agrees(case, self.new.outcome(case.facts or (), case.trust, dict(case.stated)))
        except CannotComplete:
            return False

    def row(self, one: Situation) -> str:
        """The row that the framework as it is comes to; empty where it cannot tell."""
        try:
            return self._old.judged(one.given(self._old), told=False).row
        except CannotComplete:
            return ""

    def noticed(self, case: Case) -> bool:
        """Whether a case passes as things are and fails as they are changed, by both ways to judge."""
        try:
            facts, trust, stated = case.facts or (), case.trust, dict(case.stated)
            quick = [one.outcome(facts, trust, stated) for one in (self._old, self.new)]
            books = [
                Rulebook(one.framework, one.known, extend(one.framework, one.known)) for one in (self._old, self.new)
            ]
            slow = [outcomes.evaluated(book, facts, trust, stated, "reference") for book in books]
        except CannotComplete:
            return False
        return quick == slow and agrees(case, slow[0]) and not agrees(case, slow[1])

    def _concludes(self, before: tuple[object, ...]) -> bool:
        """Whether the rule fires and what it concludes is changed."""
        old = self._old.programs[self._rule.id].entry if self._rule else None
        return bool(before) and getattr(old, "conclude", None) != getattr(self._rule, "conclude", None)
