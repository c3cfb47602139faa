"""Changes held against the cases that give a whole bundle: each bundle is observed once, however many changes there are."""

from collections.abc import Sequence
from typing import NamedTuple

from inspector.framework.vocabulary import extend
from inspector.judging import observing, outcomes, settling
from inspector.judging.rulebooks import Rulebook
from inspector.model.cases import Case
from inspector.model.evidence import Evidence
from inspector.model.facts import Fact
from inspector.model.problems import CannotComplete
from inspector.model.traces import Trace
from inspector.workbench.judging.cases import Run
from inspector.workbench.judging.comparing import agrees
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.judging.mutating.killing import Judged
from inspector.workbench.judging.mutating.mutant import Mutant
from inspector.workbench.judging.opened import Opened


class Observed(NamedTuple):
    """A case that passes, its bundle's evidence, and what signals and probes made of it."""

    case: Case
    evidence: Evidence
    facts: tuple[Fact, ...]
    traces: tuple[Trace, ...]


class OnBundles:
    """The cases of a framework that give bundles and pass. A bundle is read when the first change asks it."""

    def __init__(self, found: Opened, passing: Sequence[Run]) -> None:
        self._found = found
        self._cases = [run.case for run in passing if run.case.bundle is not None]
        self._read: list[Observed] | None = None

    def judge(self, judged: Judged) -> Judged:
        """The same, noticed by one of these cases where one does."""
        if not self._cases:
            return judged
        book = self._rulebook(judged.mutant)
        for one in self._observed():
            try:
                workings = settling.settle_observed(book, one.evidence, one.facts, one.traces, matcher="reference")
            except CannotComplete:
                return judged._replace(noticed=one.case.name)
            if not agrees(one.case, outcomes.outcome_of(workings)):
                return judged._replace(noticed=one.case.name)
        return judged

    def _observed(self) -> list[Observed]:
        if self._read is None:
            book = self._book(self._found.compiled)
            self._read = []
            for case in self._cases:
                evidence = outcomes.evidence_of_case(book, self._found.folder / str(case.bundle))
                self._read.append(Observed(case, evidence, *observing.observe(evidence)))
        return self._read

    def _rulebook(self, mutant: Mutant) -> Rulebook:
        compiled = self._found.compiled
        changed = compiled.with_rule(mutant.rule) if mutant.rule else compiled.with_table(mutant.rows or ())
        return self._book(changed)

    def _book(self, compiled: Compiled) -> Rulebook:
        return Rulebook(compiled.framework, compiled.known, extend(compiled.framework, compiled.known))
