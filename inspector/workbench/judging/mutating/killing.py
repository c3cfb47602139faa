"""Do the cases notice a change? Each is asked only as far as the change can reach it."""

from collections.abc import Sequence
from typing import NamedTuple

from inspector.model.cases import Case
from inspector.model.problems import CannotComplete
from inspector.model.rules import Rule
from inspector.rules.engine import Firing
from inspector.workbench.judging.cases import Run
from inspector.workbench.judging.comparing import agrees
from inspector.workbench.judging.compiled import Compiled, Fired, Settled
from inspector.workbench.judging.given import Given
from inspector.workbench.judging.mutating.mutant import Mutant


class Judged(NamedTuple):
    """A mutant: `noticed` by a case of this name, or by nobody. `refused` says why it could not even be read."""

    mutant: Mutant
    noticed: str | None = None
    refused: str = ""

    @property
    def same(self) -> bool:
        """Whether it is proved that no facts could tell it."""
        return bool(self.mutant.why_same) and self.noticed is None

    @property
    def counts(self) -> bool:
        """Whether cases could have noticed it."""
        return not self.refused and not self.same

    @property
    def survived(self) -> bool:
        """Whether no case noticed what one could have noticed."""
        return self.counts and self.noticed is None


class Ready(NamedTuple):
    """A case that passes, with what came of it before anything was changed."""

    case: Case
    given: Given
    fired: Fired
    settled: Settled
    words: bool


class Cases:
    """The cases of a framework that pass and rest on facts, ready to be asked of every change."""

    def __init__(self, compiled: Compiled, runs: Sequence[Run]) -> None:
        self._compiled = compiled
        self._ready = [self._made(run) for run in runs if run.passed and run.given is not None]
        # Those that expect a rule to fire notice most of what is changed in it: they are asked first.
        self._first: dict[str, list[Ready]] = {}
        for rule in compiled.framework.rules:
            fire = {id(one) for one in self._ready if rule.id in one.case.fire}
            self._first[rule.id] = sorted(self._ready, key=lambda one: id(one) not in fire)

    def judge(self, mutant: Mutant) -> Judged:
        """Whether any of the cases notices."""
        try:
            if mutant.rule is not None:
                return Judged(mutant, self._by_rule(mutant.rule))
            changed = self._compiled.with_table(mutant.rows or ())
        except CannotComplete as failure:
            return Judged(mutant, refused=str(failure.problems[0].message))
        return Judged(mutant, self._by_table(changed))

    def _made(self, run: Run) -> Ready:
        given = run.given
        assert given is not None
        words = run.case.reads_words
        fired = self._compiled.fired(given, told=words)
        return Ready(run.case, given, fired, self._compiled.settled(given, fired), words)

    def _by_rule(self, rule: Rule) -> str | None:
        changed = self._compiled.with_rule(rule)
        old = self._compiled.programs[rule.id].entry
        concludes = isinstance(old, Rule) and old.conclude == rule.conclude
        for one in self._first[rule.id]:
            before = [fired for fired in one.fired.firings if fired.rule == rule.id]
            if not before and not changed.programs[rule.id].able(one.fired.by_kind):
                continue
            if concludes and _alike(before, changed.firings_of(rule.id, one.given, one.fired, told=one.words)):
                continue
            if not concludes and not before:
                continue
            if self._notices(changed, one):
                return one.case.name
        return None

    def _notices(self, changed: Compiled, one: Ready) -> bool:
        try:
            outcome = changed.judged(one.given, told=one.words)
        except CannotComplete:
            return True
        return not agrees(one.case, outcome)

    def _by_table(self, changed: Compiled) -> str | None:
        both = zip(self._compiled.table, changed.table, strict=False)
        start = next((place for place, (old, new) in enumerate(both) if old is not new), -1)
        for one in self._ready:
            case = one.case
            if not (case.verdict or case.row or case.verdict_says) or one.settled.place < start:
                continue
            try:
                outcome = changed.decided(one.settled, one.fired, start=max(start, 0), told=one.words)
            except CannotComplete:
                return case.name
            if not agrees(case, outcome):
                return case.name
        return None


def _alike(before: Sequence[Firing], after: Sequence[Firing]) -> bool:
    if len(before) != len(after):
        return False
    return all(_told(one) == _told(two) for one, two in zip(before, after, strict=True))


def _told(one: Firing) -> tuple[object, ...]:
    """All of it that a case can state: what is counted may be another number of the same facts, which only words tell."""
    return one.bindings, one.facts, one.finding.fields, one.finding.says, one.standing, one.withdrawn, one.ask
