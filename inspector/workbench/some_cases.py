"""Cases of a framework in which something is wrong: those that come out as they would without it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from inspector.lints._walk import patterns
from inspector.model.cases import Case
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.rules import Conclusion, Condition, Framework, Pattern, Rule, Tally, VerdictRow
from inspector.workbench.follow_on import NAMES, Doubt, readers
from inspector.workbench.judging.cases import Run, run
from inspector.workbench.judging.compiled import Compiled

SILENT = frozenset((*NAMES, "never-fires"))
"""Lints after whose errors a rule or row cannot fire, or not as it is meant."""


def run_some(
    framework: Framework, folder: Path, cases: Sequence[Case], doubt: Doubt, problems: Sequence[Problem]
) -> tuple[Run, ...]:
    """Cases run: all of a framework without fault, else those for which rules in doubt make no difference.

    A rule in doubt is taken for one that does not fire, so that a case that says which rules fire, and it not among them, comes
    out as it should. Others are passed over, as the fault would only be told a second time.
    """
    silent = {p.where for p in problems if p.rule in SILENT and p.level == "error"}
    never = {rule.id for rule in framework.rules if not silent.isdisjoint(_places(rule))}
    out = readers(framework, {*doubt.rules, *never})
    table = any(not silent.isdisjoint(_places(row)) for row in framework.verdicts)
    if not out and not table:
        return _run(framework, folder, cases)
    quiet = {rule.id: _never(rule) for rule in framework.rules if rule.id in out}
    made = framework.model_copy(update={"rules": tuple(quiet.get(rule.id, rule) for rule in framework.rules)})
    sure = [case for case in cases if not table and case.findings is not None and not out & set(case.fire)]
    return _run(made, folder, sure) if sure else ()


def _run(framework: Framework, folder: Path, cases: Sequence[Case]) -> tuple[Run, ...]:
    try:
        compiled = Compiled(framework)
    except CannotComplete:
        # What keeps it from being compiled is among the problems already.
        return ()
    return tuple(run(compiled, folder, case) for case in cases)


def _places(holder: Rule | VerdictRow) -> Iterator[Where]:
    """Where lints speak of what keeps it from firing."""
    yield holder.where
    for part in (*holder.when, *holder.unless):
        yield part.where
        yield from (test.where for test in (part.tests if isinstance(part, Tally) else ()))
    for pattern in patterns(holder):
        yield pattern.where
        yield from (condition.where for condition in pattern.conditions)


def _never(rule: Rule) -> Rule:
    """The rule as one that does not fire, whatever is given."""
    less = Condition(field="n", operator="<", values=(0,), where=rule.where)
    anything = Pattern(alias="none", kind="signal/trajectory", conditions=(), where=rule.where)
    none = Tally(alias="none", count=anything, test=less, where=rule.where)
    return rule.model_copy(update={"when": (none,), "unless": (), "conclude": Conclusion()})
