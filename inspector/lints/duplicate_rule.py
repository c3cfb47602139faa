"""Two rules of one theme fire together, always, and conclude the same.

What:
    Two rules of one theme, each of which fires whenever the other does, that conclude the same standing, limit and direction;
    also where their conditions are written otherwise (`"> 2"` and `">= 3"` of a count).

Why:
    What was found once is counted twice, and one of the two was probably meant otherwise.

Bad:
    rules:
      - {id: a, when: {pace: {signal: improvement-pace, scale: any, count: ">= 3"}}, conclude: {standing: doing}}
      - {id: b, when: {pace: {signal: improvement-pace, scale: any, count: "> 2"}}, conclude: {standing: doing}}

Good:
    rules:
      - {id: a, when: {pace: {signal: improvement-pace, scale: any, count: ">= 3"}}, conclude: {standing: stated}}
      - {id: b, when: {pace: {signal: improvement-pace, scale: any, count: ">= 12"}}, conclude: {standing: doing}}

Waive:
    Where both carry something else to later rules: say what.
"""

from itertools import combinations

from inspector.lints._implies import Known, implies
from inspector.lints._walk import Vocabulary, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework, Rule

ID = "duplicate-rule"
FAMILY = "logic"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each rule that says once more what one before it says."""
    known = Known.of(framework, vocabulary)
    return tuple(
        remark(
            ID, b.where, f"{b.id} fires just when {a.id} does, and concludes the same", "one rule, or another condition"
        )
        for a, b in combinations(framework.rules, 2)
        if same_conclusion(a, b) and implies(a, b, known) and implies(b, a, known)
    )


def same_conclusion(a: Rule, b: Rule) -> bool:
    """Whether two rules conclude the same of one theme."""
    one, other = a.conclude, b.conclude
    return (a.theme, one.standing, one.limit, one.direction) == (b.theme, other.standing, other.limit, other.direction)
