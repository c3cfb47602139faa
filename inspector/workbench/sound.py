"""Whether a framework that was put together from parts of two can judge at all: names, types, and rules in no circle.

How well it judges is another question, and takes far longer to ask.
"""

from collections.abc import Mapping

from inspector import lints
from inspector.framework.vocabulary import extend
from inspector.model.facts import Field
from inspector.model.rules import Framework

NEEDED = ("unknown-name", "type-mismatch", "rule-cycle")
"""The lints without which matching rules with facts means nothing."""


def is_sound(framework: Framework, known: Mapping[str, tuple[Field, ...]]) -> bool:
    """Whether none of those lints has an error to tell; `known` are signals and probes."""
    extended = extend(framework, known)
    found = (problem for id in NEEDED for problem in lints.load(id).examine(framework, extended))
    return not any(problem.level == "error" for problem in found)
