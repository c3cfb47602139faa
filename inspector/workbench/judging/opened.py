"""A framework with its cases, opened to be tested or mutated."""

from pathlib import Path
from typing import NamedTuple

from inspector import framework as frameworks
from inspector.framework.variant_cases import all_cases
from inspector.model.cases import Case
from inspector.model.judging import Which
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.rules import Framework
from inspector.rules import vocabulary
from inspector.workbench.judging.comparing import unknown_names
from inspector.workbench.judging.compiled import Compiled
from inspector.workbench.sound import unsound


class Opened(NamedTuple):
    """A framework that could be read and compiled, and those of its cases that could be.

    `problems` says what is wrong with the rest.
    """

    framework: Framework
    folder: Path
    compiled: Compiled
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]

    @property
    def which(self) -> Which:
        """Which framework it is."""
        one = self.framework
        return Which(id=one.id, version=one.version, digest=one.digest, path=one.path)


def opened(name: str) -> Opened:
    """The framework of an id or a path, with its cases. Raises CannotComplete where the framework itself cannot be read."""
    folder = frameworks.find(name)
    framework = frameworks.read(folder)
    if wrong := unsound(framework, vocabulary.base()):
        raise CannotComplete(wrong)
    compiled = Compiled(framework)
    cases, mistakes = all_cases(framework, compiled.vocabulary)
    unknown = {id(case): unknown_names(framework, case) for case in cases}
    problems = [*mistakes, *(problem for case in cases for problem in unknown[id(case)])]
    if not cases and not problems:
        problems.append(no_cases(framework))
    kept = tuple(case for case in cases if not unknown[id(case)])
    return Opened(framework, folder, compiled, kept, tuple(problems))


def no_cases(framework: Framework) -> Problem:
    """What is told of a framework that has no case of its own."""
    where = Where(file=f"{framework.path}/framework.yaml", line=1, column=1)
    message = "the framework has no cases of its own, so that nothing shows what its rules do"
    fix = "write the first in tests/: some facts, and the findings that are expected of them"
    return Problem(rule="no-cases", level="error", where=where, message=message, fix=fix)


def chosen(cases: tuple[Case, ...], only: str | None) -> tuple[Case, ...]:
    """The cases whose name holds this text, large and small letters alike. Raises CannotComplete where none does."""
    if only is None:
        return cases
    found = tuple(case for case in cases if only.casefold() in case.name.casefold())
    if not found and cases:
        message = f"no case has {only!r} in its name"
        raise CannotComplete([Problem(rule="no-such-case", level="error", where=Where(file="--only"), message=message)])
    return found
