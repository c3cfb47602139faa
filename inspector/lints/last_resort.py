"""The decision table does not end with a row that says that nothing can be said.

What:
    The last row of `verdicts` holds always, and its verdict is not `not-evidenced`.

Why:
    Where no other row holds, the evidence does not say how things move. To call that anything else is to answer without
    evidence.

Bad:
    verdicts: [{id: rest, verdict: emerging}]

Good:
    verdicts: [{id: cannot-say, verdict: not-evidenced}]

Waive:
    Where a service that nothing is known of has to be called something else by law: say by which.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, VerdictRow

ID = "last-resort"
LEVEL: Level = "error"
FAMILY = "table"
WANTED = "a last row without `when`, with the verdict not-evidenced"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for a last row that says more than it knows."""
    if not framework.verdicts:
        return ()
    last = framework.verdicts[-1]
    # That a last row need not hold is said by `changes-nothing`.
    if always(last) and last.verdict != "not-evidenced":
        message = f"{last.id} is what is said where no other row holds, and it says {last.verdict}"
        fix = f"let it say not-evidenced, and give {last.verdict} a row that says what it rests on"
        return (remark(ID, last.place("verdict"), message, WANTED, fix, LEVEL),)
    return ()


def always(row: VerdictRow) -> bool:
    """Whether a row asks for nothing and excludes nothing."""
    return not row.when and not row.unless
