"""A condition wants a number that is worked out to be just one value.

What:
    A share, a probability or another number with decimals that has to be equal to a value other than the ends of its range.

Why:
    What is worked out from many rows is 0.499 or 0.501, hardly ever 0.5. The rule would fire by accident.

Bad:
    when: {kept: {signal: commitments-kept, of: all, due: ">= 4", kept_share: 0.7}}

Good:
    when: {kept: {signal: commitments-kept, of: all, due: ">= 4", kept_share: ">= 0.7"}}

Waive:
    Where only few values can come out, and this is one of them: say which.
"""

from collections.abc import Iterator

from inspector.framework.vocabulary import TALLY
from inspector.lints._implies import SHARE
from inspector.lints._ranges import hull, of_field
from inspector.lints._walk import Holder, Vocabulary, conditions, field_of, holders, remark
from inspector.model.facts import Field
from inspector.model.problems import Problem
from inspector.model.rules import Condition, Framework, Tally

ID = "equal-to-a-number"
FAMILY = "units"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each equality with a number that is worked out."""
    return tuple(problem for holder in holders(framework) for problem in _holder(holder, vocabulary))


def _holder(holder: Holder, vocabulary: Vocabulary) -> Iterator[Problem]:
    held = [(field_of(vocabulary.get(pattern.kind), c.field), c) for pattern, c in conditions(holder)]
    tallies = [part for part in (*holder.when, *holder.unless) if isinstance(part, Tally) and part.of is not None]
    held += [(SHARE, test) for tally in tallies for test in tally.tests]
    for field, condition in held:
        if field is not None and field.type == "number" and _equal(field, condition):
            message = f"{field.name} is worked out and hardly ever just {condition.values[0]}"
            yield remark(ID, condition.where, message, '">= …" or "<= …"')


def _equal(field: Field, condition: Condition) -> bool:
    span = hull(of_field(field if field not in TALLY else SHARE))
    ends = {0.0, span.low, span.high}
    numbers = [v for v in condition.values if isinstance(v, int | float) and not isinstance(v, bool)]
    return condition.operator in ("==", "!=") and any(float(v) not in ends for v in numbers)
