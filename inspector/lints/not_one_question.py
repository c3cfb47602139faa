"""What is put to people is no question, or several at once.

What:
    An `ask` of a rule, an `asks` of a theme or the question of the framework that does not end with a question mark, or that
    has two of them or more; or an `ask` that wants three things or more told.

Why:
    Of several questions people answer the last, or the easiest. What is no question is answered with a nod.

Bad:
    ask: ["Describe what you tried."]

Good:
    ask: ["What did you try last, and what came of it?"]

Waive:
    Where the first is only said to lead to the second.
"""

import re

from inspector.lints._texts import asked, short
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "not-one-question"
FAMILY = "questions"
LEVEL: Level = "query"
_ASKED_FOR = re.compile(r"(?:please\s)?(?:take|show|tell|walk|talk)\s(?:us|me)\b", re.IGNORECASE)
"""What asks as well as a question does, as in "Show us one of these where it is used." """


_CLAUSES = re.compile(r"(?:^|[,;]\s|\b(?:and|or)\s)(?:who|whom|whose|what|when|where|why|which|how)\b", re.IGNORECASE)
MANY = 3
"""So many things asked at once are answered one by one, or not; two often belong together."""


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each text that is not one question."""
    found = []
    for text in asked(framework):
        marks = text.plain.count("?")
        if _ASKED_FOR.match(text.plain) and marks < 1:
            continue
        if not text.plain.rstrip("'\")’” ").endswith("?"):
            found.append(
                remark(
                    ID,
                    text.where,
                    f"{text.of} asks no question: {short(text.words)}",
                    "a question mark at its end",
                    "ask it",
                    LEVEL,
                )
            )
        elif text.sort == "ask" and marks == 1 and (asks := len(_CLAUSES.findall(text.plain))) >= MANY:
            message = f"{text.of} asks {asks} things in one question: {short(text.words)}"
            found.append(remark(ID, text.where, message, "one question", "make several of it", LEVEL))
        elif marks > 1:
            found.append(
                remark(
                    ID,
                    text.where,
                    f"{text.of} asks {marks} questions at once: {short(text.words)}",
                    "one question",
                    "make two of it",
                    LEVEL,
                )
            )
    return tuple(found)
