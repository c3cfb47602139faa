"""A source does not say where it is found.

What:
    A source without `where`: no page, chapter, figure, identifier or address.

Why:
    Who doubts a rule has to be able to read what it rests on, and a book of 300 pages is no place.

Bad:
    sources: [{id: own, title: A review of small changes (2019)}]

Good:
    sources: [{id: own, title: A review of small changes (2019), where: chapter 3}]

Waive:
    Where the whole of it is meant, and it is short.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "source-without-place"
FAMILY = "sources"
LEVEL: Level = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each such source."""
    return tuple(
        remark(
            ID,
            framework.place(f"sources/{place}"),
            f"{source.id} does not say where it is found",
            "a page, a chapter or an identifier",
            "add `where`",
            LEVEL,
        )
        for place, source in enumerate(framework.sources)
        if not source.where_found.strip()
    )
