"""A finding or a verdict compares the service with others.

What:
    Words of a rule or a row that hold a service against an average, its neighbours, a quartile, a league table or a rank. One
    such word that is said of something else is queried.

Why:
    Two services with the same change have to get the same answer. Against others half are below the average whatever they do, and
    nobody tells what went wrong to those who are ranked beside them.

Bad:
    says: "{move.title}: better than the national average."

Good:
    says: "{move.title}: better than it was before {move.onset}."

Waive:
    Where what was learned from another service is meant, and not who is better.
"""

from inspector.lints._comparisons import comparison
from inspector.lints._old_question import judged
from inspector.lints._texts import sentences, short, stated
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "comparison-with-others"
FAMILY = "old-question"
LEVEL: Level = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each text with such words."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} compares with others: {short(found.words)}",
            "the same service, before and after",
            "say how it moved against its own past",
            found.level,
        )
        for text in stated(framework)
        if (found := judged(comparison, sentences(text.plain)))
    )
