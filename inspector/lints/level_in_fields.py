"""A field in which improvement can take place is one of reaching a level.

What:
    The title or id of a field or a part in `fields.yaml` in words of targets, ratings, comparison or performance.

Why:
    The fields say where improvement can take place. In one that is called after targets, whatever is counted is work towards
    them.

Bad:
    fields:
      - {id: work, title: The work, parts: [{id: targets-met, title: Meeting national targets}]}

Good:
    fields:
      - {id: work, title: The work, parts: [{id: questioning-targets, title: Questioning targets and forms}]}

Waive:
    Where the field is one of an official scheme: say of which.
"""

import re
from collections.abc import Iterator

from inspector.lints._comparisons import comparison
from inspector.lints._figures import figure
from inspector.lints._old_question import unquestioned
from inspector.lints._ratings import rating
from inspector.lints._targets import target
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem, Where, shown
from inspector.model.rules import Area, AreaPart, Framework

ID = "level-in-fields"
FAMILY = "old-question"
LEVEL: Level = "error"

_LEVEL = re.compile(
    r"\b(?:compliance|kpis?|key\sperformance|performance|ratings?|rankings?|league|benchmark\w*|inspection\sreadiness)\b",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One remark for each field and part that is called after a level."""
    return tuple(
        remark(
            ID,
            one.where or Where(file=f"{framework.path}/fields.yaml", line=1, column=1),
            f"improvement in {one.id} would be to reach a level: {shown(one.title)}",
            "something that people can try to make better",
            "name what is tried, and not what is to come of it",
        )
        for one in _all(framework)
        if _level(one.title) or _level(one.id.replace("-", " "))
    )


def _all(framework: Framework) -> Iterator[Area | AreaPart]:
    for area in framework.fields:
        yield area
        yield from area.parts


def _level(words: str) -> bool:
    named = _LEVEL.search(words) and not re.search(r"\bquestion", words, re.IGNORECASE)
    return bool(named) or any(unquestioned(asks, [words]) for asks in (target, rating, comparison, figure))
