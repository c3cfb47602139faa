"""A rule asks for an indicator by a name that the framework does not give to any.

Registers say in `same_as` which of their indicators a framework means by a name. A name that `indicators.yaml` does not list is
one that no authority can know of, so the rule would be silent for ever.

Avoid:  move: {signal: trajectory, known_as: case-load}
Prefer: move: {signal: trajectory, known_as: caseload-per-worker}
"""

from inspector.lints._walk import Vocabulary, conditions, holders, near, remark
from inspector.model.problems import Problem, shown
from inspector.model.rules import Framework

ID = "unknown-indicator"
FIELD = "known_as"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each name that is not in `indicators.yaml`, with the nearest one that is."""
    names = [one.id for one in framework.indicators]
    return tuple(
        remark(
            ID,
            condition.where,
            f"no indicator is known as {shown(name)}",
            "an id in indicators.yaml",
            near(str(name), names),
        )
        for holder in holders(framework)
        for _, condition in conditions(holder)
        if condition.field == FIELD
        for name in condition.values
        if name not in names
    )
