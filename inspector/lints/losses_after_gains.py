"""A good word is given before anybody asks what was lost.

**What**
A row with `slipping` or `deteriorating` stands before the first row with `improving`, or every row with `improving` itself asks
how much was lost.

**Why**
The first row that holds gives the verdict. Where `improving` is asked first, one thing that got better hides all that got worse.

**Bad**
verdicts: [{id: good, verdict: improving, …}, {id: lost, verdict: slipping, …}, …]

**Good**
verdicts: [{id: lost, verdict: slipping, …}, {id: good, verdict: improving, …}, …]

**Waive**
The row with `improving` may waive it, with a reason.

Avoid:  verdicts: [{id: good, verdict: improving, …}, {id: lost, verdict: slipping, …}, …]
Prefer: verdicts: [{id: lost, verdict: slipping, …}, {id: good, verdict: improving, …}, …]
"""

from inspector.lints._walk import Vocabulary, patterns, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, VerdictRow

ID = "losses-after-gains"
LEVEL: Level = "error"
FAMILY = "table"
LOSSES = ("slipping", "deteriorating")
WEIGHED = (
    "worse",
    "more_worse",
    "worse_share",
    "expected_worse",
    "more_lost",
    "lost_share",
    "more_better",
    "more_better_at_worst",
    "more_lost_at_worst",
    "lost_share_at_worst",
)
"""Fields of the basis that hold what was lost against what was gained."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each row with `improving` before which no loss is asked about, in it or above it."""
    first = next((n for n, row in enumerate(framework.verdicts) if row.verdict in LOSSES), None)
    early = framework.verdicts[:first] if first is not None else ()
    return tuple(
        remark(
            ID,
            row.where,
            f"{row.id} gives improving before any row asks what was lost",
            "a row with slipping or deteriorating above it",
            f"move {framework.verdicts[first or 0].id} above it",
            LEVEL,
        )
        for row in early
        if row.verdict == "improving" and not _weighs(row)
    )


def _weighs(row: VerdictRow) -> bool:
    return any(
        condition.field in WEIGHED or {"loss", "faded-gain"} & set(map(str, condition.values))
        for pattern in patterns(row)
        for condition in pattern.conditions
    )
