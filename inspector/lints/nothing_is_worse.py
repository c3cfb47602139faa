"""A framework cannot say that something got worse.

What:
    No rule concludes worse, and no row of the decision table says `slipping` or `deteriorating`.

Why:
    A framework that can only praise is asked for praise. Whoever reads its answer learns nothing from the absence of bad news.

Bad:
    verdicts: [{verdict: not-evidenced}]
    rules: [{id: tried, conclude: {standing: doing, direction: better}}]

Good:
    verdicts: [{verdict: not-evidenced}]
    rules:
      - {id: tried, conclude: {standing: doing, direction: better}}
      - {id: lost, when: {move: {signal: trajectory, call: loss, probability: ">= 0.8"}}, conclude: {direction: worse}}

Waive:
    Where the framework is meant to be read beside another that says what got worse: say which.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "nothing-is-worse"
FAMILY = "direction"
LEVEL = "error"
LOSING = {"slipping", "deteriorating"}


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark where nothing in the framework speaks of what got worse."""
    says = any(rule.conclude.direction == "worse" for rule in framework.rules)
    if not framework.rules or says or any(row.verdict in LOSING for row in framework.verdicts):
        return ()
    message = f"no rule of {framework.id} concludes worse, whatever is submitted"
    expected = "a rule for a loss: when: {move: {signal: trajectory, call: loss, …}}, direction: worse"
    return (remark(ID, framework.place("themes"), message, expected),)
