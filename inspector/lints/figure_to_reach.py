"""What should be done in practice is to move a figure.

What:
    Words of a rule or a row that tell people to raise a rate, to bring a percentage below a bound, to improve a score, or
    that say that a figure stands above one.

Why:
    A figure can be moved in many ways, and the cheapest is to count otherwise. A change in practice can only be made by
    making it.

Bad:
    practice: Bring the rate of repeat visits below 10%.

Good:
    practice: Ask three families whose visits were repeated what would have spared them the second one.

Waive:
    Where the figure is part of what people do, as a number of visits that they plan: say which.
"""

from inspector.lints._figures import figure
from inspector.lints._old_question import judged
from inspector.lints._texts import sentences, short, stated
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "figure-to-reach"
FAMILY = "old-question"
LEVEL: Level = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each text with such words."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} wants a figure moved: {short(found.words)}",
            "something that people do otherwise",
            "say what somebody who does the work can try",
            found.level,
        )
        for text in stated(framework)
        if (found := judged(figure, sentences(text.plain)))
    )
