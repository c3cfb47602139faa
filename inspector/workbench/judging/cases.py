"""The cases of a framework run, each against the rules and the table."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from inspector.judging import outcomes
from inspector.model.cases import Case
from inspector.model.outcome import Outcome
from inspector.model.problems import CannotComplete, Problem
from inspector.model.problems import shown as quoted
from inspector.workbench.judging.comparing import differences
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.judging.given import Given


class Run(NamedTuple):
    """What came of a case. `given` and `outcome` are None where it could not be run; then `failure` says why.

    A case on a bundle has no `given`: what a bundle says of trust and of what is missing is more than facts.
    """

    case: Case
    given: Given | None
    outcome: Outcome | None
    differences: tuple[str, ...]
    failure: str = ""

    @property
    def passed(self) -> bool:
        """Whether all came as the case states."""
        return not self.differences and not self.failure

    @property
    def problem(self) -> Problem | None:
        """What is to be told of it; None where it passed."""
        if self.passed:
            return None
        said = f"could not be run: {self.failure}" if self.failure else "; ".join(self.differences)
        message = f"{quoted(self.case.name)}{' ' if self.failure else ': '}{said}"
        return Problem(rule="case-failed", level="error", where=self.case.where, message=message)


def run_all(compiled: Compiled, folder: Path, cases: Iterable[Case]) -> list[Run]:
    """Every case run, in their order; `folder` is the framework's, from which bundles are named."""
    return [run(compiled, folder, case) for case in cases]


def run(compiled: Compiled, folder: Path, case: Case) -> Run:
    """One case run. What keeps a case from being run is its failure, and no exception."""
    given = None
    try:
        if case.bundle is not None:
            outcome = outcomes.evaluate_bundle(compiled.framework, folder / case.bundle)
        else:
            given = compiled.given(case.facts or (), case.trust, dict(case.stated))
            outcome = compiled.judged(given)
    except CannotComplete as failure:
        return Run(case, None, None, (), _why(failure.problems))
    return Run(case, given, outcome, tuple(differences(case, outcome)))


def _why(problems: Sequence[object]) -> str:
    return "; ".join(f"{one.where}: {one.message}" for one in problems if isinstance(one, Problem))
