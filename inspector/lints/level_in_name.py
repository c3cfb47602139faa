"""The id of a rule, row or theme, an alias or a carried value is named after a level.

What:
    An id such as `target-met`, `above-average` or `rated-good`; an alias or a carried name such as `rating` or
    `performance_score`.

Why:
    Names are what stays when words are polished: results, tests and other frameworks speak of a finding by its id.

Bad:
    id: target-met

Good:
    id: target-questioned

Waive:
    Where the name is one that others already use: say who.
"""

from collections.abc import Iterator

from inspector.lints._comparisons import comparison
from inspector.lints._old_question import unquestioned
from inspector.lints._ratings import rating
from inspector.lints._targets import target
from inspector.lints._walk import Vocabulary, holders, remark
from inspector.model.problems import Level, Problem, Where
from inspector.model.rules import Framework, Rule

ID = "level-in-name"
FAMILY = "old-question"
LEVEL: Level = "error"

_LEVELS = {
    "benchmark",
    "benchmarks",
    "compliance",
    "compliant",
    "grade",
    "kpi",
    "kpis",
    "performance",
    "rag",
    "rank",
    "rating",
    "ratings",
    "score",
}


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """An error for each id that asks for a level, a query for each alias and carried name that is called after one."""
    return (*_ids(framework), *_within(framework))


def _ids(framework: Framework) -> Iterator[Problem]:
    named = [("theme", theme.id, theme.where) for theme in framework.themes]
    named += [("rule", rule.id, rule.where) for rule in framework.rules]
    named += [("row", row.id, row.where) for row in framework.verdicts]
    for sort, name, where in named:
        words = [name.replace("-", " ")]
        if any(unquestioned(asks, words) for asks in (target, rating, comparison)):
            yield _remark(where, f"the {sort} {name} is named after a level")
        elif set(name.split("-")) & _LEVELS:
            yield _remark(where, f"the {sort} {name} is named after a level", "query")


def _within(framework: Framework) -> Iterator[Problem]:
    for holder in holders(framework):
        for part in (*holder.when, *holder.unless):
            if set(part.alias.split("_")) & _LEVELS:
                yield _remark(part.where, f"the alias {part.alias} is named after a level", "query")
        for name, _ in holder.conclude.carry if isinstance(holder, Rule) else ():
            if set(name.split("_")) & _LEVELS:
                yield _remark(holder.where, f"what {holder.id} carries is named after a level: {name}", "query")


def _remark(where: Where, message: str, level: Level = LEVEL) -> Problem:
    return remark(ID, where, message, "the name of what changed", "name what people did, or what moved", level)
