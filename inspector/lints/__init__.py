"""Lints: what is wrong with a framework, beyond its spelling.

The folder listing is the registry: every module here whose name does not begin with `_` is a lint. It has a docstring with the
sections What, Why, Bad, Good and Waive (Bad and Good are parts of a framework in YAML), `ID`, `FAMILY`, `LEVEL` (the level of its
remarks where they do not say otherwise) and `examine(framework, vocabulary) -> tuple[Problem, ...]`. `WAIVABLE = False` says that
what it finds keeps the framework from being read as meant, so that nobody can ask it to be silent. A lint that looks at the test
cases too has `examine_cases(framework, cases, vocabulary)`. Installed packages bring others through entry points of the group
`inspector.lints`; theirs may have the older docstring with `Avoid:` and `Prefer:`, and neither level nor family.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from inspector import plugins
from inspector.lints._waived import Heard, Speaker, day_of_this_run, expired, silenced
from inspector.model.remarks import in_order
from inspector.plugins.registry import Registry

if TYPE_CHECKING:
    from inspector.model.cases import Case
    from inspector.model.facts import Field
    from inspector.model.problems import Problem
    from inspector.model.rules import Framework


_REGISTRY = Registry("lint", __name__, __path__, plugins.lint_module)
__all__ = ["check", "expired", "found_by", "heard", "ids", "load", "others"]
ids, load, others = _REGISTRY.ids, _REGISTRY.load, _REGISTRY.others


def check(
    framework: "Framework",
    vocabulary: "Mapping[str, tuple[Field, ...]]",
    cases: "Iterable[Case] | None" = None,
    today: date | None = None,
) -> "tuple[Problem, ...]":
    """What every lint finds and nothing waives, in the order of files and lines, and what is wrong with waivers.

    `vocabulary` is that of `framework.vocabulary.extend`. Without `cases`, lints that look at them look at the rest alone.
    `today` is the day on which waivers hold or have expired: that of this run, where nothing is said.
    """
    return heard(framework, vocabulary, cases, today).problems


def heard(
    framework: "Framework",
    vocabulary: "Mapping[str, tuple[Field, ...]]",
    cases: "Iterable[Case] | None" = None,
    today: date | None = None,
    *,
    late: bool = False,
) -> Heard:
    """As `check` has it, and beside that what waivers keep silent; `late`: also those that have expired."""
    given = None if cases is None else tuple(cases)
    modules = {id: load(id) for id in ids()}
    found = [problem for module in modules.values() for problem in module.examine(framework, vocabulary)]
    looking = {id: module.examine_cases for id, module in modules.items() if hasattr(module, "examine_cases")}
    if given is not None:
        found += [problem for examine in looking.values() for problem in examine(framework, given, vocabulary)]
    speakers = {
        id: Speaker(getattr(module, "WAIVABLE", True), given is not None or id not in looking)
        for id, module in modules.items()
    }
    told = silenced(framework, found, speakers, today or day_of_this_run(), late=late)
    return told._replace(problems=in_order(told.problems))


def found_by(
    asked: "Iterable[str]",
    framework: "Framework",
    vocabulary: "Mapping[str, tuple[Field, ...]]",
    cases: "Iterable[Case] | None",
) -> "tuple[Problem, ...]":
    """What these lints alone find, whatever is waived."""
    found: list[Problem] = []
    for module in map(load, asked):
        found += module.examine(framework, vocabulary)
        if cases is not None and hasattr(module, "examine_cases"):
            found += module.examine_cases(framework, tuple(cases), vocabulary)
    return tuple(found)
