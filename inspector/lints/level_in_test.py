"""A test case is named after a level.

What:
    The name of a case in `tests/` that says that a target was met, a rating given, or a service better than others.

Why:
    Cases tell a reader what rules are for. One that is called `target met` says that the rule is for that, whatever its words.

Bad:
    cases: [{name: the target was met}]

Good:
    cases: [{name: the target was questioned and changed}]

Waive:
    Where the case shows that a level changes nothing: say so in its name instead.
"""

from collections.abc import Iterable

from inspector.lints._comparisons import comparison
from inspector.lints._figures import figure
from inspector.lints._old_question import unquestioned
from inspector.lints._ratings import rating
from inspector.lints._targets import target
from inspector.lints._texts import short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.cases import Case
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "level-in-test"
FAMILY = "old-question"
LEVEL: Level = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """Nothing: the names are those of cases."""
    return ()


def examine_cases(framework: Framework, cases: Iterable[Case], vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each case that is named after a level."""
    return tuple(
        remark(
            ID,
            case.where,
            f"the case {short(case.name)} is named after a level",
            "what happened",
            "say what was done",
            LEVEL,
        )
        for case in cases
        if any(unquestioned(asks, [case.name.replace("-", " ")]) for asks in (target, rating, comparison, figure))
    )
