"""A question says `it` or `this` and nothing says what is meant.

What:
    A question on site with a pronoun (it, this, these, they) that stands for something outside of the question, of a finding
    about one thing among several whose name the question could tell. Also one that points at nothing at all, as "Any comments?"

Why:
    Questions are put to people who have not read the finding: on the sheet of a visit there are many, and only one of them is
    about `it`.

Bad:
    when: {move: {signal: trajectory, call: gradual-gain}}
    says: "{move.title}: got better."
    ask: ["When did it begin?"]

Good:
    when: {move: {signal: trajectory, call: gradual-gain}}
    says: "{move.title}: got better."
    ask: ["When did '{move.title}' begin to get better?"]

Waive:
    Where the question before it in the same rule names the thing.
"""

import re

from inspector.lints._texts import put, short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Rule

ID = "question-without-referent"
FAMILY = "questions"
LEVEL: Level = "query"

_VALUE = re.compile(r"\{[a-z][a-z0-9_]*\.(?:title|indicator|subject|words)\b")
_POINTS = re.compile(
    r"^(?:(?:and|so|then)\s)?(?:what|when|where|who|whom|why|how|which)\s(?:else\s)?(?:did|does|do|is|was|were|are|made|makes|"
    r"has|have|had|about|would|will|caused|changed|started|began)\s"
    r"(?:it|this|that|they|these|those)\b|\bwhich\sof\s(?:(?:these|those)(?=\s(?:did|do|does|was|were|is|are|has|have|would|"
    r"will)\b)|them\b)|^(?:is|was|did|does|has|were|are|have)\s(?:it|this|that|they|these|those)\b",
    re.IGNORECASE,
)


_ANYTHING = re.compile(
    r"^\W*(?:any(?:thing)?|further|other|more|general|thoughts|comments|remarks|feedback|views|questions|reactions|so)\b[^?]{0,25}\?\W*$",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each such question."""
    return tuple(
        remark(
            ID,
            text.where,
            f"{text.of} asks about something that it does not name: {short(text.words)}",
            "the name of what is meant",
            "name it, as the finding does",
            LEVEL,
        )
        for text in put(framework)
        if _ANYTHING.match(text.plain)
        or (
            isinstance(text.thing, Rule)
            and _VALUE.search(text.thing.says)
            and "{" not in text.words
            and " or " not in text.plain
            and _POINTS.search(text.plain)
        )
    )
