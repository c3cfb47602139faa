"""A finding or a verdict rates the service.

What:
    Words of a rule or a row that grade, score or judge: rated, outstanding, strong performance, red status, four out of five,
    passed the inspection. A suspicious word that is said of something else than a service, its people or a figure is queried.

Why:
    A rating is the answer to the old question. It says nothing of what a service learned, and whoever is rated well has a reason
    to change nothing.

Bad:
    says: "Practice is outstanding in most teams."

Good:
    says: "{move.title} got better from about {move.onset}, and nobody has looked at it since."

Waive:
    Where a rating is named because its effect on people is what was looked at: say so.
"""

from inspector.lints._old_question import judged
from inspector.lints._ratings import rating
from inspector.lints._texts import sentences, short, stated
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "rating-in-words"
FAMILY = "old-question"
LEVEL: Level = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each text with such words."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} rates the service: {short(found.words)}",
            "what changed, how surely, since when",
            "say what moved and what nobody knows yet",
            found.level,
        )
        for text in stated(framework)
        if (found := judged(rating, sentences(text.plain)))
    )
