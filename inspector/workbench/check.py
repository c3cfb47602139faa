"""Check frameworks for CI: read them, lint them, run their own test cases. Every remark has file, line and column.

A fault does not hide others: what can still be looked at is looked at, in one run.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from inspector import framework as frameworks
from inspector import lints, plugins, probes, signals
from inspector.framework import languages
from inspector.framework.cases import read_cases
from inspector.framework.files import files, named_yaml, shown
from inspector.framework.partly import Attempt
from inspector.framework.reading import attempt
from inspector.framework.unread import unread, withheld
from inspector.framework.variant_cases import all_cases, told_here
from inspector.framework.vocabulary import extend
from inspector.model.cases import Case
from inspector.model.checked import Checked
from inspector.model.plugins import PluginPart
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import did_you_mean, error, in_order
from inspector.rules import vocabulary
from inspector.workbench.follow_on import Doubt, told
from inspector.workbench.judging.comparing import unknown_names
from inspector.workbench.judging.opened import no_cases
from inspector.workbench.of_base import not_of_base
from inspector.workbench.some_cases import run_some

MISNAMED = ("framework.yml", "Framework.yaml", "framework.YAML")
IN = ("rules", "tests", languages.FOLDER)
"""Folders of a framework in which a file can be named to check the whole."""


def check(names: Iterable[str | Path]) -> tuple[Problem, ...]:
    """What is wrong with these frameworks: ids, or paths of folders or of files within one. Each framework counts once.

    Raises CannotComplete where there is none of that name, or a path belongs to none.
    """
    return of_all(checked(names))


def checked(names: Iterable[str | Path]) -> tuple[Checked, ...]:
    """The same, framework by framework in the order of their folders, with the cases that passed."""
    folders = {folder_of(name) for name in names}
    return tuple(look(folder) for folder in sorted(folders, key=Path.as_posix))


def of_all(found: Iterable[Checked]) -> tuple[Problem, ...]:
    """What is wrong with all of them, by file, line and column, and each remark once: variants share their base."""
    return tuple(dict.fromkeys(in_order(problem for one in found for problem in one.problems)))


def heard() -> tuple[PluginPart, ...]:
    """The plugins that a check hears: their lints, and the signals and probes whose names rules may use."""
    return plugins.parts([*signals.others(), *probes.others(), *lints.others()])


def check_one(folder: Path) -> list[Problem]:
    """What is wrong with one framework."""
    return list(look(folder).problems)


def look(folder: Path) -> Checked:
    """All that is wrong with one framework, one remark for each fault."""
    tried = attempt(folder)
    framework = tried.framework
    base = vocabulary.base()
    known = {**base, "basis": vocabulary.BASIS} if framework is None else extend(framework, base)
    cases, mistakes = read_cases(folder, known) if framework is None else all_cases(framework, known)
    left = unread(folder, _bundles(folder, cases, sure=not mistakes))
    unseen = withheld(folder, left)
    tried = tried._replace(rules=tried.rules and "rules" not in unseen)
    untold = bool(mistakes) or "tests" in unseen
    problems = [*tried.problems, *mistakes, *left]
    names = tuple(shown(folder, name) for name in (*files(folder), *named_yaml(folder, "tests")))
    if framework is None:
        return Checked(folder, in_order(problems), cases, (), names)
    # Of cases that cannot all be read nobody can say what they lack.
    said = lints.heard(framework, known, None if untold else cases)
    kept, doubt = told(tried, not_of_base(framework, said.problems))
    problems += kept
    problems += [] if cases or untold else [no_cases(framework)]
    if tried.main and tried.rules and not tried.shaky:
        problems += languages.check(framework)
    more, passed = _cases(tried, folder, cases, doubt, problems)
    waived = tuple(dict.fromkeys(waiver for waiver, _ in said.waived))
    return Checked(folder, in_order([*problems, *more]), cases, passed, names, waived)


def _cases(
    tried: Attempt, folder: Path, cases: Sequence[Case], doubt: Doubt, problems: Sequence[Problem]
) -> tuple[list[Problem], tuple[Case, ...]]:
    """What is wrong with cases whose outcome no other fault can be the reason of, and those that passed."""
    framework = tried.framework
    if framework is None or not tried.main or not tried.rules:
        return [], ()
    found: list[Problem] = []
    named = []
    for case in cases:
        unknown = unknown_names(framework, case)
        found += [told_here(framework, case, one) for one in unknown]
        named += [] if unknown else [case]
    runs = run_some(framework, folder, named, doubt, problems)
    found += [told_here(framework, run.case, run.problem) for run in runs if run.problem]
    return found, tuple(run.case for run in runs if run.passed)


def _bundles(folder: Path, cases: Iterable[Case], *, sure: bool) -> set[str]:
    """The bundles that cases name; where not all cases could be read, whatever is one."""
    named = {case.bundle for case in cases if case.bundle is not None}
    return named if sure else named | {path.parent.name for path in folder.glob("*/datapackage.json")}


def folder_of(name: str | Path) -> Path:
    """The folder of a framework, by its id, its path, or that of a file within it. Raises CannotComplete."""
    if str(name) in frameworks.listing():
        return frameworks.find(str(name))
    path = Path(name)
    for folder in (path, *path.parents):
        if frameworks.is_one(folder):
            return folder
        if folder.name not in ("", *IN) and folder != path:
            break
    there = frameworks.is_there(path)
    message = f"no {frameworks.MAIN} is here or above" if there else "there is no such framework, file or folder"
    near = next((one for one in MISNAMED if (path / one).is_file()), None)
    fix = f"call {near} {frameworks.MAIN}" if near else "" if there else did_you_mean(str(name), frameworks.listing())
    expected = f"one of {', '.join(frameworks.listing())}, or the path of a framework"
    raise CannotComplete([error("no-framework", Where(file=str(path)), message, expected, fix)])
