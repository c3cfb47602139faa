"""A verdict of losing ground rests on a question of a probe.

What:
    A row of the decision table that says `slipping`, `deteriorating` or `static` where a probe has a question, without asking
    for a loss or a standing in another pattern.

Why:
    That evidence must be asked about says nothing of how things move. `not-trusted` and `not-evidenced` are there for it.

Bad:
    rows: [{verdict: deteriorating, when: {asked: {count: {probe: backdated-rows, outcome: strong-question}, is: ">= 2"}}}]

Good:
    rows: [{verdict: not-trusted, when: {asked: {count: {probe: backdated-rows, outcome: strong-question}, is: ">= 2"}}}]

Waive:
    Hardly ever: say that the evidence cannot be trusted.
"""

from inspector.lints._grounds import asks, present
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, VerdictRow

ID = "probe-is-no-loss"
FAMILY = "direction"
LEVEL = "error"
MOVING = {"static", "slipping", "deteriorating"}


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each row that takes a question for a loss."""
    return tuple(
        remark(
            ID,
            row.where,
            f"{row.id} says {row.verdict} because a probe asks",
            "not-trusted or not-evidenced, or a loss besides",
        )
        for row in framework.verdicts
        if row.verdict in MOVING and _only_asked(row)
    )


def _only_asked(row: VerdictRow) -> bool:
    wants = present(row)
    return bool(wants) and all(pattern.kind.startswith("probe/") and asks(pattern) for pattern in wants)
