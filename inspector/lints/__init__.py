"""Lints: what is wrong with a framework, beyond its spelling.

The folder listing is the registry: every module here whose name does not begin with `_` is a lint. It has a docstring that
explains it and `examine(framework, vocabulary) -> tuple[Problem, ...]`. Installed packages bring others of the same contract
through entry points of the group `inspector.lints`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from inspector import plugins
from inspector.plugins.registry import Registry

if TYPE_CHECKING:
    from inspector.model.facts import Field
    from inspector.model.problems import Problem
    from inspector.model.rules import Framework


_REGISTRY = Registry("lint", __name__, __path__, plugins.lint_module)
ids, load, others = _REGISTRY.ids, _REGISTRY.load, _REGISTRY.others


def check(framework: "Framework", vocabulary: "Mapping[str, tuple[Field, ...]]") -> "tuple[Problem, ...]":
    """What every lint finds, in the order of files and lines. `vocabulary` is that of `framework.vocabulary.extend`."""
    found = [problem for id in ids() for problem in load(id).examine(framework, vocabulary)]
    return tuple(sorted(found, key=lambda p: (p.where.file, p.where.line or 0, p.where.column or 0, p.rule, p.message)))
