"""A finding that speaks against improvement, or holds a theme down, asks nobody anything.

What:
    A rule with `direction: worse` or a `limit` and no `ask`.

Why:
    A finding against somebody that nobody may answer is a charge, not a question. The visit goes where questions are.

Bad:
    conclude: {limit: stated, direction: worse}
    ask: []

Good:
    conclude: {limit: stated, direction: worse}
    ask: ["What was going on then?"]

Waive:
    Where another rule that always fires with it asks: say which.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "asks-nothing"
FAMILY = "questions"
LEVEL: Level = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each such rule."""
    return tuple(
        remark(
            ID,
            rule.where,
            f"{rule.id} speaks against improvement and asks nothing",
            "a question for those it speaks of",
            "add `ask`",
            LEVEL,
        )
        for rule in framework.rules
        if not rule.ask and (rule.conclude.direction == "worse" or rule.conclude.limit is not None)
    )
