"""A question of a probe alone takes a theme down to nothing.

What:
    A rule that rests on questions of probes alone and limits its theme to `silent`; or to `stated` where a mere `question`,
    not a strong one, is enough (a query).

Why:
    A probe asks. Evidence in question already supports less, by its trust; a limit on top of it judges before anybody has
    answered.

Bad:
    when: {same: {probe: uniform-answers, outcome: question}}
    conclude: {limit: silent}

Good:
    when: {same: {probe: uniform-answers, outcome: strong-question}}
    conclude: {limit: doing}

Waive:
    Where the theme rests on that one record: say why nothing else can speak.
"""

from inspector.lints._grounds import asks, present
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework, Pattern, Rule

ID = "probe-limits-all"
FAMILY = "direction"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:  # noqa: ARG001
    """A remark for each rule that judges because a probe asks."""
    found = []
    for rule in framework.rules:
        level = _level(rule)
        if level is not None:
            message = f"{rule.id} lets its theme be {rule.conclude.limit} at most because a probe asks"
            place = rule.place("conclude/limit")
            found.append(
                remark(ID, place, message, "a higher limit, or something else that speaks against it", level=level)
            )
    return tuple(found)


def _level(rule: Rule) -> Level | None:
    wants = present(rule)
    if rule.conclude.limit not in ("silent", "stated") or not wants:
        return None
    if not all(pattern.kind.startswith("probe/") and asks(pattern) for pattern in wants):
        return None
    if rule.conclude.limit == "silent":
        return "error"
    return "query" if all(map(_mere, wants)) else None


def _mere(pattern: Pattern) -> bool:
    return any(c.field == "outcome" and "question" in c.values for c in pattern.conditions)
