"""A question on site can be answered with yes or no.

What:
    A question of a rule that begins with is, do, have, can and the like, gives no choice with `or`, and asks nothing further.
    What would happen, or could, makes people think, and is let be.

Why:
    Yes is the shortest answer there is, and the one that everybody expects to hear. Who is asked what, when or who has to
    remember something.

Bad:
    ask: ["Do you try small changes?"]

Good:
    ask: ["Which small change did you try last?"]

Waive:
    Where either answer is easy to give and a longer one follows by itself.
"""

import re

from inspector.lints._texts import put, short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "yes-no-question"
FAMILY = "questions"
LEVEL: Level = "query"

_YES_NO = re.compile(
    r"^['\"(]*(?:(?:and|so|but|then|now)\b,?\s)?(?:is|are|was|were|am|do|does|did|has|have|had|can|will|shall|should|may|must|"
    r"isn['’]t|aren['’]t|don['’]t|doesn['’]t|didn['’]t|hasn['’]t|haven['’]t|won['’]t|wouldn['’]t|can['’]t|couldn['’]t)\s",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\bor\b|[,;:–—.?]\s*(?:and\s|if\s\w+,?\s)?(?:how|what|when|where|who|whom|whose|which|why)\b|\b(?:tell|show)\sus\b",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each such question."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} asks what can be answered with yes or no: {short(text.words)}",
            "what, when, who, which, how",
            "ask for the last time it happened",
            LEVEL,
        )
        for text in put(framework)
        if _YES_NO.match(text.plain) and not _FURTHER.search(text.plain)
    )
