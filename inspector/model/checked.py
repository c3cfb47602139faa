"""A framework that was checked."""

from pathlib import Path
from typing import NamedTuple

from inspector.model.cases import Case
from inspector.model.problems import Problem


class Checked(NamedTuple):
    """Its folder, all that is wrong with it, its cases, those of them that passed, and its files."""

    folder: Path
    problems: tuple[Problem, ...]
    cases: tuple[Case, ...]
    passed: tuple[Case, ...]
    files: tuple[str, ...]
