"""A rule speaks against improvement and has one question to ask on site.

Whoever cannot answer that one cannot answer the finding at all.

Avoid:  conclude: {direction: worse} with ask: ["What was going on then?"]
Prefer: the same with ask: ["What was going on then?", "Who saw it first?"]
"""

from collections.abc import Mapping

from inspector.model.facts import Field
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "single-question"


def examine(framework: Framework, vocabulary: Mapping[str, tuple[Field, ...]]) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each such rule."""
    return tuple(
        Problem(
            rule=ID,
            level="query",
            where=rule.where,
            message=f"{rule.id} speaks against improvement and asks a single question",
            expected="another question for those it speaks of",
            fix="add to `ask`",
        )
        for rule in framework.rules
        if rule.conclude.direction == "worse" and len(rule.ask) == 1
    )
