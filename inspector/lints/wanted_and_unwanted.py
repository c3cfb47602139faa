"""The same is wanted in `when` and unwanted in `unless`.

What:
    A pattern of `when` whose every fact fits a pattern of `unless` too: the same probe with the same answer, the same signal
    with the same condition or a wider one.

Why:
    No fact plays two parts in one match, so the rule fires where there is just one such fact, and is silent where there are
    two. Nobody means that.

Bad:
    when: {checked: {probe: claimed-against-recomputed, outcome: clear, n: ">= 3"}}
    unless: {clear: {probe: claimed-against-recomputed, outcome: clear}}

Good:
    when: {checked: {probe: claimed-against-recomputed, outcome: clear, n: ">= 3"}}
    unless: {asked: {probe: claimed-against-recomputed, outcome: strong-question}}

Waive:
    Where just one is meant: a `count` with `is: 1` says so.
"""

from inspector.lints._implies import Known, meets
from inspector.lints._walk import Vocabulary, holders, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Pattern

ID = "wanted-and-unwanted"
FAMILY = "logic"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each `unless` that fits what `when` wants."""
    known = Known.of(framework, vocabulary)
    return tuple(
        remark(
            ID, part.where, f"{part.alias} is unwanted where {one.alias} wants just that", "another answer, or value"
        )
        for holder in holders(framework)
        for part in holder.unless
        for one in holder.when
        if isinstance(part, Pattern) and isinstance(one, Pattern) and part.conditions and meets(one, part, {}, known)
    )
