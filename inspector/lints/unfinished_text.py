"""A text is not finished.

What:
    A word that stands for one that is to come: TODO, TBC, lorem ipsum, `<name of service>`, `[insert here]`, three question
    marks.

Why:
    It would stand in the result that people are given.

Bad:
    says: "TODO say what was tried."

Good:
    says: "{pace.count} things were tried."

Waive:
    Hardly ever: a rule that is not finished can wait outside the framework.
"""

import re
from collections.abc import Iterator

from inspector.lints._texts import said, short, titled
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem, Where
from inspector.model.rules import Framework

ID = "unfinished-text"
FAMILY = "plain-words"
LEVEL: Level = "error"

_OPEN = re.compile(
    r"\b(?:TODO|TBC|TBD|TBA|FIXME|XXX+|WIP|lorem\sipsum|to\sbe\s(?:confirmed|decided|determined|written|completed|agreed|"
    r"added)|(?:insert|add|write)\s(?:\w+\s){0,3}here|"
    r"placeholder|dummy\s(?:text|rule|source|question)|sample\stext|asdf\w*|blah(?:\sblah)*)\b|<[A-Za-z][\w\s-]*>|\[(?:insert|"
    r"name|add|tbc|todo)[^\]]*\]|\?\?\?+|_{3,}",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each text that is not finished."""
    return tuple(
        remark(
            ID, where, f"{of} is not finished: {short(found[0])}", "words that can be read", "write it, or leave it out"
        )
        for of, words, where in _all(framework)
        if (found := _OPEN.search(words))
    )


def _all(framework: Framework) -> Iterator[tuple[str, str, Where]]:
    for text in (*said(framework), *titled(framework)):
        yield text.of, text.words, text.where
    for place, source in enumerate(framework.sources):
        yield f"the source {source.id}", f"{source.title} {source.where_found}", framework.place(f"sources/{place}")
    for one in framework.indicators:
        if one.where is not None:
            yield f"the indicator {one.id}", one.title, one.where
