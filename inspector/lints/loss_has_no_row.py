"""No row of the decision table says that things get worse.

What:
    A rule concludes `worse`, and no row gives `slipping` or `deteriorating`. Where no rule does either, `nothing-is-worse`
    says so.

Why:
    A service that loses ground is then told `not-evidenced`, or `static`, as if nobody knew.

Bad:
    verdicts: [{id: cannot-say, verdict: not-evidenced}]

Good:
    verdicts:
      - {id: lost, verdict: slipping, when: {basis: {verdict-basis: true, judged: ">= 5", more_lost: ">= 0.9"}}}
      - {id: cannot-say, verdict: not-evidenced}

Waive:
    Where the framework is meant to be read beside another that says what got worse: say which.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "loss-has-no-row"
LEVEL: Level = "error"
FAMILY = "table"
LOSSES = ("slipping", "deteriorating")
ROW = '{verdict: slipping, when: {basis: {verdict-basis: true, judged: ">= 5", more_lost: ">= 0.9"}}}'


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark where no row gives `slipping` or `deteriorating`."""
    if not framework.verdicts or any(row.verdict in LOSSES for row in framework.verdicts):
        return ()
    if framework.rules and not any(rule.conclude.direction == "worse" for rule in framework.rules):
        return ()  # Then nothing in it speaks of losses, and that is said once.
    message = "no row of the decision table gives slipping or deteriorating, whatever got worse"
    return (remark(ID, framework.place("verdicts"), message, f"a row as {ROW}", "add one above the good words", LEVEL),)
