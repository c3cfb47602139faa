"""No test case expects a rule to fire.

What:
    A rule that no case of `tests/` lists among the `findings` it expects.

Why:
    A rule that was never seen to fire may be silent for ever, by a bound that nothing reaches or a name that nothing has. A
    case is also the shortest way to tell a reader what the rule is for.

Bad:
    rules: [{id: tried}]
    cases: []

Good:
    rules: [{id: tried}]
    cases:
      - {name: something was tried, facts: [{signal: improvement-pace, scale: any, count: 4}], expect: {findings: [tried]}}

Waive:
    Where only a whole bundle could show it, and none may be kept with the framework.
"""

from collections.abc import Iterable

from inspector.lints._walk import Vocabulary, remark
from inspector.model.cases import Case
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "untested-rule"
FAMILY = "tests"
LEVEL = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """Nothing: without the cases there is nothing to say."""
    return ()


def examine_cases(framework: Framework, cases: Iterable[Case], vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each rule that no case expects."""
    expected = {rule for case in cases for rule in case.fire}
    return tuple(
        remark(ID, rule.where, f"no test case expects {rule.id} to fire", fix="add one to tests/", level="query")
        for rule in framework.rules
        if rule.id not in expected
    )
