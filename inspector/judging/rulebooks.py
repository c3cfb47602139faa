"""A framework read, held to its lints, and given the words that its rules may speak in: the `Rulebook`."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from inspector import framework as frameworks
from inspector import lints, plugins, probes, signals
from inspector.bundle import problem_rules
from inspector.framework import kept, shipped
from inspector.framework.vocabulary import extend
from inspector.model.facts import Field
from inspector.model.plugins import PluginPart
from inspector.model.problems import CannotComplete, Problem
from inspector.model.rules import Framework
from inspector.model.waivers import Waiver
from inspector.plugins import refusal
from inspector.rules import vocabulary
from inspector.rules.same import Same


class Rulebook(NamedTuple):
    """A framework without errors, and the kinds and fields that its rules may speak of.

    `known` has signals and probes only; `vocabulary` also what the framework adds. `expired` are waivers whose last day is past.
    """

    framework: Framework
    known: Mapping[str, tuple[Field, ...]]
    vocabulary: Mapping[str, tuple[Field, ...]]
    expired: tuple[Waiver, ...] = ()

    def __repr__(self) -> str:
        return f"<Rulebook of {self.framework!r}>"


def load(framework: str | Path) -> Rulebook:
    """The framework of that id or path. Raises `CannotComplete` with every error that its lints find, and for plugins' names.

    A waiver that has expired stops nobody from judging evidence: the result tells it, and `framework check` refuses it.
    """
    if taken := names_taken():
        raise CannotComplete(taken)
    known = vocabulary.base()
    kept_as = _kept_as(str(framework))
    found = kept.find(kept_as) if kept_as else None
    if found is not None:
        return Rulebook(found, known, extend(found, known))
    found = frameworks.named(str(framework))
    extended = extend(found, known)
    # One that ships, byte for byte, was linted before it did; of it only what plugins bring is asked, which nobody knew then.
    if not shipped.is_shipped(found) or lints.others():
        errors = [problem for problem in lints.heard(found, extended, late=True).problems if problem.level == "error"]
        if errors:
            raise CannotComplete(errors)
    # Not where a file was changed while it was read, nor where a waiver holds only until a day.
    if kept_as and not found.waivers and kept_as == _kept_as(str(framework)):
        kept.keep(kept_as, found)
    return Rulebook(found, known, extended, lints.expired(found))


@lru_cache(maxsize=4)
def of(framework: Same[Framework]) -> Rulebook:
    """The rulebook of a framework at hand, without asking its lints."""
    known = vocabulary.base()
    return Rulebook(framework.of, known, extend(framework.of, known))


def _kept_as(framework: str) -> str:
    """The name a framework without errors is kept under; empty where plugins say what an error is, or bring frameworks."""
    if any(room.others() for room in (signals, probes, lints, frameworks)):
        return ""
    folder = frameworks.find(framework)
    try:
        return kept.key(folder)
    except (OSError, CannotComplete):
        return ""


def names_taken() -> tuple[Problem, ...]:
    """Plugins whose id is that of something of ours of another kind: by a name, `explain` and rules know one thing.

    It is asked here because a room knows its own kind alone.
    """
    rooms = {
        "signal": (signals.ids(), signals.others()),
        "probe": (probes.ids(), probes.others()),
        "lint": (lints.ids(), lints.others()),
        "framework": (frameworks.listing(), frameworks.others()),
    }
    ours = dict.fromkeys([*problem_rules.ids(), *refusal.MEANINGS], "problem")
    for kind, (ids, others) in rooms.items():
        ours.update(dict.fromkeys(set(ids) - {plugin.id for plugin in others}, kind))
    return tuple(
        refusal.remark(
            "plugin-id",
            plugin.named,
            plugin.place,
            f"Inspector has a {ours[plugin.id]} {plugin.id!r} of its own",
            plugins.ALONE,
        )
        for _, others in rooms.values()
        for plugin in others
        if plugin.id in ours
    )


def taking_part(framework: Framework) -> tuple[PluginPart, ...]:
    """The plugins that have a part in a result by this framework.

    Every signal, probe and lint is asked in every inspection, also one that then has nothing to say; a framework only where
    it is the one applied.
    """
    own = frameworks.plugin_of(framework)
    return plugins.parts([*signals.others(), *probes.others(), *lints.others(), *([own] if own else [])])
