"""Check frameworks for CI: read them, lint them, run their own test cases. Every remark has file, line and column."""

from collections.abc import Iterable
from pathlib import Path

from inspector import framework as frameworks
from inspector import lints, plugins, probes, signals
from inspector.framework import languages
from inspector.framework.cases import read_cases
from inspector.framework.vocabulary import extend
from inspector.model.plugins import PluginPart
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.rules import vocabulary
from inspector.workbench.judging.cases import run
from inspector.workbench.judging.comparing import unknown_names
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.judging.opened import no_cases


def check(paths: Iterable[Path]) -> tuple[Problem, ...]:
    """What is wrong with the frameworks at these paths: folders, or files within one. Each framework counts once.

    Raises CannotComplete where a path is not there or belongs to no framework.
    """
    folders = dict.fromkeys(_folder(path) for path in paths)
    return tuple(problem for folder in folders for problem in check_one(folder))


def heard() -> tuple[PluginPart, ...]:
    """The plugins that a check hears: their lints, and the signals and probes whose names rules may use."""
    return plugins.parts([*signals.others(), *probes.others(), *lints.others()])


def check_one(folder: Path) -> list[Problem]:
    """What is wrong with one framework. Cases are only run when nothing else is wrong."""
    try:
        framework = frameworks.read(folder)
    except CannotComplete as failure:
        return list(failure.problems)
    known = extend(framework, vocabulary.base())
    cases, mistakes = read_cases(folder, known)
    # Of cases that cannot all be read nobody can say what they lack.
    problems = list(lints.check(framework, known, None if mistakes else cases))
    problems += [*mistakes, *languages.check(framework)]
    problems += [] if cases or mistakes else [no_cases(framework)]
    if any(problem.level == "error" for problem in problems):
        return problems
    compiled = Compiled(framework)
    for case in cases:
        unknown = unknown_names(framework, case)
        told = None if unknown else run(compiled, folder, case).problem
        problems += [*unknown, *([told] if told else [])]
    return problems


def _folder(path: Path) -> Path:
    for folder in (path, *path.parents):
        if frameworks.is_one(folder):
            return folder
        if folder.name not in ("", "rules", "tests") and folder != path:
            break
    message = (
        "there is no such file or folder" if not frameworks.is_there(path) else f"no {frameworks.MAIN} is here or above"
    )
    raise CannotComplete([_remark("no-framework", Where(file=str(path)), message)])


def _remark(rule: str, where: Where, message: str) -> Problem:
    return Problem(rule=rule, level="error", where=where, message=message)
