"""Lints: what is wrong with a framework, beyond its spelling.

The folder listing is the registry: every module here whose name does not begin with `_` is a lint. It has a docstring that
explains it and `examine(framework, vocabulary) -> tuple[Problem, ...]`.
"""

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.model.facts import Field
    from inspector.model.problems import Problem
    from inspector.model.rules import Framework


def ids() -> tuple[str, ...]:
    """The ids of all lints, sorted. Nothing is imported."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))


def load(id: str) -> ModuleType:
    """The module of a lint. Raises KeyError for an id that is not a lint's."""
    if id not in ids():
        raise KeyError(id)
    return import_module(f"{__name__}.{id.replace('-', '_')}")


def check(framework: "Framework", vocabulary: "Mapping[str, tuple[Field, ...]]") -> "tuple[Problem, ...]":
    """What every lint finds, in the order of files and lines. `vocabulary` is that of `framework.vocabulary.extend`."""
    found = [problem for id in ids() for problem in load(id).examine(framework, vocabulary)]
    return tuple(sorted(found, key=lambda p: (p.where.file, p.where.line or 0, p.where.column or 0, p.rule, p.message)))
