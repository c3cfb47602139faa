"""A rule speaks against improvement and gives nobody anything to ask on site.

A finding against somebody that nobody may answer is a charge, not a question.

Avoid:  conclude: {limit: stated, direction: worse} with no `ask`
Prefer: the same with ask: ["What was going on then?"]
"""

from collections.abc import Mapping

from inspector.model.facts import Field
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "nothing-to-ask"


def examine(framework: Framework, vocabulary: Mapping[str, tuple[Field, ...]]) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each such rule."""
    return tuple(
        Problem(
            rule=ID,
            level="query",
            where=rule.where,
            message=f"{rule.id} speaks against improvement and asks nothing",
            expected="a question for those it speaks of",
            fix="add `ask`",
        )
        for rule in framework.rules
        if rule.conclude.direction == "worse" and not rule.ask
    )
