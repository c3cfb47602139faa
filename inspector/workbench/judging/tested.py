"""The cases of a framework run and told."""

from inspector.model.judging import CaseTold, Tested, Unread
from inspector.workbench.judging.cases import Run, run_all
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.judging.coverage import coverage
from inspector.workbench.judging.opened import chosen, opened
from inspector.workbench.judging.unread import unread
from inspector.workbench.judging.why import why


def examined(name: str, only: str | None = None, *, explained: bool = False, covered: bool = False) -> Tested:
    """Run the cases of the framework of an id or a path, those with `only` in their name.

    Where they are to be `explained`, each that fails says what came nearest. Raises CannotComplete where the framework cannot be
    read, or no case has that name.
    """
    found = opened(name)
    cases = chosen(found.cases, only)
    runs = run_all(found.compiled, found.folder, cases)
    return Tested(
        framework=found.which,
        cases=tuple(_told(found.compiled, run, explained=explained) for run in runs),
        left_out=len(found.cases) - len(cases),
        problems=found.problems,
        unread=unread(found.folder, found.cases) if found.problems else Unread(),
        coverage=coverage(found.compiled, runs) if covered else None,
    )


def _told(compiled: Compiled, run: Run, *, explained: bool) -> CaseTold:
    return CaseTold(
        name=run.case.name,
        where=run.case.where,
        differences=run.differences,
        failure=run.failure,
        why=why(compiled, run) if explained else (),
    )
