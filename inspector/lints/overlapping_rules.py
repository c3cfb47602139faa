"""Two rules that are meant to part the good from the bad both fire in between.

What:
    Two rules that read one fact of the same signal and conclude the opposite (better and worse, or a standing and a limit below
    it), one for much of a field and the other for little of it, and whose bounds overlap: `">= 0.5"` and `"< 0.7"`.

Why:
    A service in between is told both. Usually one of the bounds was moved and the other forgotten.

Bad:
    rules:
      - {id: a, when: {kept: {signal: commitments-kept, of: all, kept_share: ">= 0.5"}}, conclude: {direction: better}}
      - {id: b, when: {kept: {signal: commitments-kept, of: all, kept_share: "< 0.7"}}, conclude: {direction: worse}}

Good:
    rules:
      - {id: a, when: {kept: {signal: commitments-kept, of: all, kept_share: ">= 0.7"}}, conclude: {direction: better}}
      - {id: b, when: {kept: {signal: commitments-kept, of: all, kept_share: "< 0.5"}}, conclude: {direction: worse}}

Waive:
    Where both are true of those in between: say how the words of each make that plain.
"""

from itertools import combinations

from inspector.lints._boxes import box
from inspector.lints._grounds import Ground, grounds
from inspector.lints._implies import Known, implies
from inspector.lints._opposite import opposite
from inspector.lints._ranges import hull, is_empty
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Pattern, Rule

ID = "overlapping-rules"
FAMILY = "logic"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each pair of rules between whose bounds both fire."""
    known = Known.of(framework, vocabulary)
    single = [rule for rule in framework.rules if len(rule.when) == 1 and isinstance(rule.when[0], Pattern)]
    found = []
    for a, b in combinations(single, 2):
        if not opposite(a, b) or a.when[0].kind != b.when[0].kind:  # type: ignore[union-attr]
            continue
        name = _overlap(a, b, known)
        if name and not implies(a, b, known) and not implies(b, a, known):
            message = f"{a.id} and {b.id} conclude the opposite, and {name} lets both fire"
            found.append(remark(ID, b.where, message, "bounds that leave no room for both"))
    return tuple(found)


def _overlap(a: Rule, b: Rule, known: Known) -> str:
    """The field of which one wants much and the other little, where some fact meets both; empty where none does."""
    both = _joined(a, b)
    fields = known.vocabulary.get(both.kind)
    if fields is None or any(is_empty(values) for values in box(both, fields).values()):
        return ""
    mine, others = ({g.field.name: g for g in grounds(rule, known) if g.own} for rule in (a, b))
    shared = [name for name in mine if name in others and _against(mine[name], others[name])]
    return next((name for name in shared if mine[name].field.role != "name"), "")


def _joined(a: Rule, b: Rule) -> Pattern:
    first, second = a.when[0], b.when[0]
    assert isinstance(first, Pattern)
    assert isinstance(second, Pattern)
    return first.model_copy(update={"conditions": (*first.conditions, *second.conditions)})


def _against(one: Ground, other: Ground) -> bool:
    low, high = hull(one.values), hull(other.values)
    if one.field.type not in ("number", "integer"):
        return False
    return (low.low > high.low and low.high > high.high) or (high.low > low.low and high.high > low.high)
