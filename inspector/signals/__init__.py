"""Signals: what changed, how surely, since when, who did it. Never where it stands.

The folder listing is the registry: every module here whose name does not begin with `_` is a signal. It has a
docstring with the sections of `SECTIONS`, a constant `ABOUT`, and `measure(evidence) -> tuple[Fact, ...]`. Installed packages
bring others of the same contract through entry points of the group `inspector.signals`.
"""

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from inspector import plugins

if TYPE_CHECKING:
    from inspector.model.facts import About

SECTIONS = ("Measures", "Why it matters", "Cannot tell", "Reference")


@cache
def ids() -> tuple[str, ...]:
    """The ids of all signals, ours and plugins', sorted. Nothing is imported.

    Raises CannotComplete where a plugin's id is not one, or is somebody else's.
    """
    return tuple(sorted((*_ours(), *_others())))


def load(id: str) -> ModuleType:
    """The module of a signal; of a plugin's, one that says the same and whose answers are checked.

    Raises KeyError for an id that is not a signal's, CannotComplete for a plugin that is not as it should be.
    """
    if id in _ours():
        return import_module(f"{__name__}.{id.replace('-', '_')}")
    return plugins.signal_module(_others()[id], SECTIONS)


def abouts() -> "dict[str, About]":
    """What each signal says about itself, by id."""
    return {id: load(id).ABOUT for id in ids()}


def others() -> tuple[plugins.Plugin, ...]:
    """The signals that plugins bring, sorted by id."""
    return tuple(_others().values())


@cache
def _ours() -> tuple[str, ...]:
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))


@cache
def _others() -> dict[str, plugins.Plugin]:
    return plugins.plugins("signal", _ours())
