"""No rule cites a source.

What:
    A source of `framework.yaml` that is in no rule's `cites`.

Why:
    A list of sources that nothing rests on makes a framework look better founded than it is.

Bad:
    sources: [{id: own, title: Written here, where: section 1}, {id: other, title: Never read, where: section 2}]
    cites: [own]

Good:
    sources: [{id: own, title: Written here, where: section 1}]
    cites: [own]

Waive:
    Where the decision table or the themes rest on it.
"""

from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "unused-source"
FAMILY = "sources"
LEVEL: Level = "query"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """One query for each such source."""
    cited = {name for rule in framework.rules for name in rule.cites}
    return tuple(
        remark(
            ID,
            framework.place(f"sources/{place}"),
            f"no rule cites {source.id}",
            "a rule that rests on it",
            "cite it, or leave it out",
            LEVEL,
        )
        for place, source in enumerate(framework.sources)
        if source.id not in cited
    )
