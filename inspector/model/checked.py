"""A framework that was checked."""

from pathlib import Path
from typing import NamedTuple

from inspector.model.cases import Case
from inspector.model.problems import Problem
from inspector.model.waivers import Waiver


class Checked(NamedTuple):
    """Its folder, all that is wrong with it, its cases, those of them that passed, its files, and what it waives."""

    folder: Path
    problems: tuple[Problem, ...]
    cases: tuple[Case, ...]
    passed: tuple[Case, ...]
    files: tuple[str, ...]
    waived: tuple[Waiver, ...] = ()
