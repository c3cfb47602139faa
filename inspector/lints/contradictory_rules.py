"""Two rules conclude the opposite from the same.

What:
    Two rules with patterns of the same kinds, of which one fires whenever the other does, one concluding better and the other
    worse; or one giving its theme a standing that the other does not let it have. A rule that wants the finding of another and
    nothing else fires whenever that does.

Why:
    A service would be told that the same thing speaks for it and against it. One of the two was turned round.

Bad:
    rules:
      - {id: a, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}, conclude: {direction: better}}
      - {id: b, when: {pace: {signal: improvement-pace, scale: any, count: ">= 12"}}, conclude: {direction: worse}}

Good:
    rules:
      - {id: a, when: {pace: {signal: improvement-pace, scale: any, count: ">= 4"}}, conclude: {direction: better}}
      - {id: b, when: {pace: {signal: improvement-pace, scale: any, longest_gap_months: ">= 6"}}, conclude: {direction: worse}}

Waive:
    Where a thing has two sides, and the words of each rule tell one: say which.
"""

from itertools import combinations

from inspector.lints._implies import Known, implies, kinds
from inspector.lints._opposite import opposite
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Pattern, Rule

ID = "contradictory-rules"
FAMILY = "logic"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each pair of rules that take the same for its opposite."""
    known = Known.of(framework, vocabulary)
    sorts = {rule.id: kinds(rule) for rule in framework.rules}
    found = []
    for a, b in combinations(framework.rules, 2):
        said = opposite(a, b) if sorts[a.id] == sorts[b.id] or _built_on(a, b) else ""
        if said and (_built_on(a, b) or implies(a, b, known) or implies(b, a, known)):
            message = f"{a.id} and {b.id} fire for the same, and {said}"
            found.append(remark(ID, b.where, message, "conditions that do not hold together", "turn one of them"))
    return tuple(found)


def _built_on(a: Rule, b: Rule) -> bool:
    """Whether one of two rules wants the finding of the other and nothing else, so that it takes back each of them."""
    return any(
        len(one.when) == 1
        and isinstance(one.when[0], Pattern)
        and one.when[0].kind == f"finding/{other.id}"
        and not one.when[0].conditions
        and not one.unless
        for one, other in ((a, b), (b, a))
    )
