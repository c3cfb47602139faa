"""Two numbers are compared that are not of one sort.

What:
    A condition that holds a field against one of another fact (`$alias.field`), and one is a share and the other a count, or
    one counts days and the other months, or one is a probability.

Why:
    A count of 3 is above every share, and thirty days are not less than two months. What comes out means nothing.

Bad:
    when:
      kept: {signal: commitments-kept, of: all, due: ">= 4"}
      pace: {signal: improvement-pace, scale: any, count: ">= $kept.kept_share"}

Good:
    when:
      kept: {signal: commitments-kept, of: all, due: ">= 4"}
      pace: {signal: improvement-pace, scale: any, active_share: ">= $kept.kept_share"}

Waive:
    Hardly ever: compare a share with a share.
"""

from inspector.lints._units import sort_of
from inspector.lints._walk import Vocabulary, aliases, conditions, field_of, holders, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "unlike-units"
FAMILY = "units"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each comparison of two numbers of different sorts."""
    found = []
    for holder in holders(framework):
        known = aliases(holder, vocabulary)
        for pattern, condition in conditions(holder):
            field = field_of(vocabulary.get(pattern.kind), condition.field)
            other = condition.ref and field_of(known.get(condition.ref.alias), condition.ref.field)
            if field is None or not other or not sort_of(field) or not sort_of(other):
                continue
            if sort_of(field) != sort_of(other):
                message = f"{field.name} is a {sort_of(field)} and {other.name} a {sort_of(other)}"
                found.append(remark(ID, condition.where, message, "two numbers of one sort"))
    return tuple(found)
