"""A rule asks for an indicator by a name that the framework does not give to any.

What:
    `known_as` with a name that `indicators.yaml` does not list.

Why:
    Registers say in `same_as` which of their indicators a framework means by a name. Of a name that is not listed no authority
    can know, so the rule would be silent for ever.

Bad:
    indicators: [{id: loans-renewed, title: Loans that readers renew}]
    when: {move: {signal: trajectory, known_as: loans-renewd}}

Good:
    indicators: [{id: loans-renewed, title: Loans that readers renew}]
    when: {move: {signal: trajectory, known_as: loans-renewed}}

Waive:
    It cannot be waived: a rule with a name that nobody has is silent for ever.
"""

from inspector.lints._walk import Vocabulary, conditions, holders, near, remark
from inspector.model.problems import Problem, shown
from inspector.model.rules import Framework

ID = "unknown-indicator"
FAMILY = "names"
LEVEL = "error"
WAIVABLE = False
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
