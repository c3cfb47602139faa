"""Signals: what changed, how surely, since when, who did it. Never where it stands.

The folder listing is the registry: every module here whose name does not begin with `_` is a signal. It has a
docstring with the sections of `SECTIONS`, a constant `ABOUT`, and `measure(evidence) -> tuple[Fact, ...]`.
"""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.model.facts import About

SECTIONS = ("Measures", "Why it matters", "Cannot tell", "Reference")


@cache
def ids() -> tuple[str, ...]:
    """The ids of all signals, sorted. Nothing is imported."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))


def load(id: str) -> ModuleType:
    """The module of a signal. Raises KeyError for an id that is not a signal's."""
    if id not in ids():
        raise KeyError(id)
    return import_module(f"{__name__}.{id.replace('-', '_')}")


def abouts() -> "dict[str, About]":
    """What each signal says about itself, by id."""
    return {id: load(id).ABOUT for id in ids()}
