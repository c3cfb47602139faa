"""The same source stands in the list twice.

What:
    Two sources with the same title, the same doi or the same address.

Why:
    Rules that rest on one thing look as if they rested on two.

Bad:
    sources: [{id: own, title: A review of changes, where: page 3}, {id: other, title: A review of changes, where: page 3}]
    rules: [{cites: [own, other]}]

Good:
    sources: [{id: own, title: A review of small changes, where: pages 3 and 9}]

Waive:
    Where two parts of one work are cited apart: say in the title which.
"""

import re

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "source-twice"
FAMILY = "sources"
LEVEL: Level = "query"

_PLACE = re.compile(r"10\.\d{4,9}/\S+|https?://(?!(?:dx\.)?doi\.org)\S+", re.IGNORECASE)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each source that is one before it."""
    seen: dict[str, str] = {}
    found = []
    for place, source in enumerate(framework.sources):
        keys = [
            re.sub(r"\W+", " ", source.title).casefold().strip(),
            *(one.rstrip(".,;)").casefold() for one in _PLACE.findall(source.where_found)),
        ]
        same = next((seen[key] for key in keys if key in seen), "")
        if same:
            message = f"{source.id} is the same as {same}"
            found.append(
                remark(
                    ID, framework.place(f"sources/{place}"), message, "each source once", "let one of them go", LEVEL
                )
            )
        seen.update({key: source.id for key in keys if key not in seen})
    return tuple(found)
