"""Lints: what is wrong with a framework, beyond its spelling.

The folder listing is the registry: every module here whose name does not begin with `_` is a lint. It has a docstring that
explains it and `examine(framework, vocabulary) -> tuple[Problem, ...]`. Installed packages bring others of the same contract
through entry points of the group `inspector.lints`.
"""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from inspector import plugins

if TYPE_CHECKING:
    from inspector.model.facts import Field
    from inspector.model.problems import Problem
    from inspector.model.rules import Framework


@cache
def ids() -> tuple[str, ...]:
    """The ids of all lints, ours and plugins', sorted. Nothing is imported.

    Raises CannotComplete where a plugin's id is not one, or is somebody else's.
    """
    return tuple(sorted((*_ours(), *_others())))


def load(id: str) -> ModuleType:
    """The module of a lint; of a plugin's, one that says the same and whose answers are checked.

    Raises KeyError for an id that is not a lint's, CannotComplete for a plugin that is not as it should be.
    """
    if id in _ours():
        return import_module(f"{__name__}.{id.replace('-', '_')}")
    return plugins.lint_module(_others()[id])


def check(framework: "Framework", vocabulary: "Mapping[str, tuple[Field, ...]]") -> "tuple[Problem, ...]":
    """What every lint finds, in the order of files and lines. `vocabulary` is that of `framework.vocabulary.extend`."""
    found = [problem for id in ids() for problem in load(id).examine(framework, vocabulary)]
    return tuple(sorted(found, key=lambda p: (p.where.file, p.where.line or 0, p.where.column or 0, p.rule, p.message)))


def others() -> tuple[plugins.Plugin, ...]:
    """The lints that plugins bring, sorted by id."""
    return tuple(_others().values())


@cache
def _ours() -> tuple[str, ...]:
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))


@cache
def _others() -> dict[str, plugins.Plugin]:
    return plugins.plugins("lint", _ours())
