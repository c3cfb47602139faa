"""Whether a framework that was put together from parts of two can judge at all: names, types, and rules in no circle.

How well it judges is another question, and takes far longer to ask.
"""

from collections.abc import Mapping
from pathlib import Path

from inspector import framework as frameworks
from inspector import lints
from inspector.framework.vocabulary import extend
from inspector.model.facts import Field
from inspector.model.problems import CannotComplete, Problem
from inspector.model.rules import Framework
from inspector.rules import vocabulary

NEEDED = ("unknown-name", "type-mismatch", "rule-cycle")
"""The lints without which matching rules with facts means nothing."""


def is_sound(framework: Framework, known: Mapping[str, tuple[Field, ...]]) -> bool:
    """Whether none of those lints has an error to tell; `known` are signals and probes."""
    return not unsound(framework, known)


def unsound(framework: Framework, known: Mapping[str, tuple[Field, ...]]) -> tuple[Problem, ...]:
    """The errors that keep a framework from judging; `known` are signals and probes."""
    extended = extend(framework, known)
    found = (problem for id in NEEDED for problem in lints.load(id).examine(framework, extended))
    return tuple(problem for problem in found if problem.level == "error")


def readied(name: str) -> tuple[Path, Framework]:
    """The folder and the framework of an id or path. Raises CannotComplete where it is not there, or cannot judge."""
    found = frameworks.named(name)
    if wrong := unsound(found, vocabulary.base()):
        raise CannotComplete(wrong)
    return frameworks.find(name), found
