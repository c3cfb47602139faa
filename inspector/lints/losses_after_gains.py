"""A good word is given before anybody asks what was lost.

What:
    A row with `improving` stands above every row with `slipping` or `deteriorating`, and does not itself ask how much was
    lost.

Why:
    The first row that holds gives the verdict. Where `improving` is asked first, one thing that got better hides all that got
    worse.

Bad:
    rows: [{id: good, verdict: improving, when: {readers: {theme: readers, standing: ">= showing"}}}]

Good:
    rows:
      - {id: lost, verdict: slipping, when: {basis: {verdict-basis: true, judged: ">= 5", more_lost: ">= 0.9"}}}
      - {id: good, verdict: improving, when: {readers: {theme: readers, standing: ">= showing"}}}

Waive:
    Where the rules that the row reads exclude losses themselves: say which.
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
