"""No row of the decision table says that things get worse.

**What**
A row with the verdict `slipping` or `deteriorating` is there.

**Why**
A framework that cannot say that a service is losing ground asks half of the question. A gain that fades and a measure that gets
worse then read as `not-evidenced`, as if nobody knew.

**Bad**
a table of improving, emerging and not-evidenced alone

**Good**
- {id: lost, verdict: slipping, when: {basis: {verdict-basis: true, judged: ">= 5", more_lost: ">= 0.9"}}, says: …}

**Waive**
The framework may waive it, in `framework.yaml`, with a reason.

Avoid:  a table of improving, emerging and not-evidenced alone
Prefer: - {id: lost, verdict: slipping, when: {basis: {verdict-basis: true, judged: ">= 5", more_lost: ">= 0.9"}}, says: …}
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
    message = "no row of the decision table gives slipping or deteriorating, whatever got worse"
    return (remark(ID, framework.place("verdicts"), message, f"a row as {ROW}", "add one above the good words", LEVEL),)
