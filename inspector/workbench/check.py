"""Check frameworks for CI: read them, lint them, run their own test cases. Every remark has file, line and column."""

from collections.abc import Iterable
from pathlib import Path

from inspector import framework as frameworks
from inspector import inspection, lints, plugins, probes, signals
from inspector.framework import languages
from inspector.framework.cases import read_cases
from inspector.framework.vocabulary import extend
from inspector.lints._walk import near
from inspector.model.cases import Case
from inspector.model.outcome import Outcome
from inspector.model.plugins import PluginPart
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.rules import Framework
from inspector.rules import vocabulary


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
    if any(problem.level == "error" for problem in problems):
        return problems
    for case in cases:
        unknown = _unknown_names(framework, case)
        problems += unknown or _run(framework, folder, case)
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


def _run(framework: Framework, folder: Path, case: Case) -> list[Problem]:
    try:
        if case.bundle is not None:
            outcome = inspection.evaluate_bundle(framework, folder / case.bundle)
        else:
            outcome = inspection.evaluate_case(framework, case.facts or ())
    except CannotComplete as failure:
        why = "; ".join(f"{problem.where}: {problem.message}" for problem in failure.problems)
        return [_remark("case-failed", case.where, f"{case.name!r} could not be run: {why}")]
    differences = _differences(case, outcome)
    return [_remark("case-failed", case.where, f"{case.name!r}: {'; '.join(differences)}")] if differences else []


def _unknown_names(framework: Framework, case: Case) -> list[Problem]:
    """Rules and themes that a case expects something of and that do not exist: misspelt, it would pass for ever."""
    rules = [rule.id for rule in framework.rules]
    themes = [theme.id for theme in framework.themes]
    named = [("rule", name, rules) for name in (*(case.findings or ()), *case.not_findings)]
    named += [("theme", name, themes) for name, _ in case.standings]
    return [
        _remark("case-unknown", case.where, f"{case.name!r} names a {kind} {name!r} that is not there").model_copy(
            update={"fix": near(name, known)}
        )
        for kind, name, known in named
        if name not in known
    ]


def _differences(case: Case, outcome: Outcome) -> list[str]:
    found = set(outcome.findings)
    wrong = []
    if case.findings is not None:
        missing, extra = sorted(set(case.findings) - found), sorted(found - set(case.findings))
        wrong += [f"did not fire: {', '.join(missing)}"] if missing else []
        wrong += [f"fired, and should not: {', '.join(extra)}"] if extra else []
    unwanted = sorted(found & set(case.not_findings)) if case.findings is None else []
    wrong += [f"fired, and should not: {', '.join(unwanted)}"] if unwanted else []
    for theme, standing in case.standings:
        came = outcome.standings[theme]
        if came != standing:
            wrong.append(f"{theme} stands at {came}, not {standing}")
    if case.verdict is not None and case.verdict != outcome.verdict:
        wrong.append(f"the verdict is {outcome.verdict}, not {case.verdict}")
    return wrong


def _remark(rule: str, where: Where, message: str) -> Problem:
    return Problem(rule=rule, level="error", where=where, message=message)
