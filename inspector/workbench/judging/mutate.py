"""Every change of a framework held against its cases."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from inspector import clock
from inspector.model.judging import Change, Mutated
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import did_you_mean
from inspector.workbench.judging.cases import Run, run_all
from inspector.workbench.judging.mutating.bundles import OnBundles
from inspector.workbench.judging.mutating.killing import Cases, Judged
from inspector.workbench.judging.mutating.mutant import Mutant
from inspector.workbench.judging.mutating.mutants import mutants
from inspector.workbench.judging.opened import Opened, opened
from inspector.workbench.judging.suggesting.suggest import Suggesting


class Asked(Protocol):
    """Somebody who may know whether any facts can tell a change."""

    def asked(self, judged: Judged) -> tuple[Judged, str, str]:
        """The change, with why it is none where that is proved; else a case that tells it, or why there is none."""


Proving = Callable[[Opened, Sequence[Judged], Suggesting], Asked]
"""Makes ready to be asked of some changes."""


def mutated(name: str, only: str | None = None, *, suggest: bool = False, prove: Proving | None = None) -> Mutated:
    """Which changes of the framework of an id or a path its cases notice; `only` of one rule or row of this id.

    Cases that fail as things are notice nothing and are left out. With `suggest` each change that nobody notices comes with a
    case that would. With `prove` somebody is asked of these whether any facts could tell it at all: where none can it is
    no change, and where some do they are suggested. Raises CannotComplete where the framework cannot be read, or has no such
    rule or row.
    """
    found = opened(name)
    runs = run_all(found.compiled, found.folder, found.cases)
    failing = tuple(problem for run in runs if (problem := run.problem) is not None)
    passing = [run for run in runs if run.passed]
    wanted = list(_wanted(found, only))
    judged = list(_judged(found, passing, wanted))
    suggesting = Suggesting(found, passing)
    proving = None if prove is None else prove(found, judged, suggesting)
    return Mutated(
        framework=found.which,
        changes=tuple(_change(one, suggesting if suggest else None, proving) for one in judged),
        cases=len(passing),
        left_out=len(found.cases) - len(passing),
        problems=(*found.problems, *failing),
    )


def _judged(found: Opened, passing: list[Run], wanted: list[Mutant]) -> Iterator[Judged]:
    """Asked of facts first, which is quick; of bundles only what no facts notice."""
    cases, bundles = Cases(found.compiled, passing), OnBundles(found, passing)
    with clock.phase("changing one thing at a time"):
        for mutant in clock.each(wanted, len(wanted)):
            judged = cases.judge(mutant)
            yield bundles.judge(judged) if judged.survived else judged


def _wanted(found: Opened, only: str | None) -> Iterable[Mutant]:
    every = mutants(found.framework, found.compiled.vocabulary)
    if only is None:
        return every
    ids = [*(rule.id for rule in found.framework.rules), *(row.id for row in found.framework.verdicts)]
    if only not in ids:
        message = f"{found.framework.id} has no rule and no row {only!r}"
        where = Where(file="--only")
        fix = did_you_mean(only, ids)
        raise CannotComplete([Problem(rule="no-such-rule", level="error", where=where, message=message, fix=fix)])
    return [one for one in every if one.of == only]


def _change(judged: Judged, suggesting: Suggesting | None, proving: Asked | None) -> Change:
    suggested, why_not = "", ""
    if proving is not None and judged.survived:
        judged, suggested, why_not = proving.asked(judged)
    mutant = judged.mutant
    if suggesting is not None and judged.survived and not suggested:
        suggested, near = suggesting.case(mutant)
        why_not = "" if suggested else "; ".join(part for part in (why_not, near) if part)
    return Change(
        sort="rule" if mutant.rule is not None else "table",
        operator=mutant.operator,
        of=mutant.of,
        where=mutant.where,
        was=mutant.was,
        becomes=mutant.becomes,
        noticed=judged.noticed,
        same=mutant.why_same,
        refused=judged.refused,
        suggested=suggested,
        not_suggested=why_not,
    )
