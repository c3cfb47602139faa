"""A rule rests on no source.

What:
    A rule without `cites`.

Why:
    A rule judges people's work. Who is judged may ask who says that this matters, and has to get an answer.

Bad:
    cites: []

Good:
    cites: [own]

Waive:
    Where it only tells what could not be read, and judges nothing.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "uncited-rule"
FAMILY = "sources"
LEVEL: Level = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each such rule."""
    return tuple(
        remark(
            ID,
            rule.where,
            f"{rule.id} rests on no source",
            "`cites` with a source of framework.yaml",
            "say who found that it matters",
            LEVEL,
        )
        for rule in framework.rules
        if not rule.cites
    )
