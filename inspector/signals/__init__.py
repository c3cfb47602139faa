"""Signals: what changed, how surely, since when, who did it. Never where it stands.

The folder listing is the registry: every module here whose name does not begin with `_` is a signal. It has a
docstring with the sections of `SECTIONS`, a constant `ABOUT`, and `measure(evidence) -> tuple[Fact, ...]`. Installed packages
bring others of the same contract through entry points of the group `inspector.signals`.
"""

from typing import TYPE_CHECKING

from inspector import plugins
from inspector.plugins.registry import Registry

if TYPE_CHECKING:
    from inspector.model.facts import About

SECTIONS = ("Measures", "Why it matters", "Cannot tell", "Reference")


_REGISTRY = Registry("signal", __name__, __path__, lambda plugin: plugins.signal_module(plugin, SECTIONS))
ids, load, others = _REGISTRY.ids, _REGISTRY.load, _REGISTRY.others


def abouts() -> "dict[str, About]":
    """What each signal says about itself, by id."""
    return {id: load(id).ABOUT for id in ids()}
