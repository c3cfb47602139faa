"""A condition that every fact meets.

What:
    A count of 0 or more, a share of 1 or less, a list of all the values that there are; in a rule, a tally of 0 or more.

Why:
    It reads like a test and tests nothing. Often the number was meant otherwise, or the operator.

Bad:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 0", active_share: ">= 0.75"}}

Good:
    when: {pace: {signal: improvement-pace, scale: any, count: ">= 12", active_share: ">= 0.75"}}

Waive:
    Where the condition is there to say that the field has to be present: say so.
"""

from collections.abc import Iterator

from inspector.lints._implies import numbers
from inspector.lints._ranges import Span, Values, Words, of_condition, of_field, within
from inspector.lints._units import outside
from inspector.lints._walk import Holder, Vocabulary, conditions, field_of, holders, remark
from inspector.model.problems import Problem
from inspector.model.rules import Condition, Framework, Rule, Tally

ID = "idle-condition"
FAMILY = "structure"
LEVEL = "query"
ANY = (Span(0),)
EVERYTHING = (Span(),)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A query for each condition that leaves everything as it is."""
    found: list[Problem] = []
    for holder in holders(framework):
        found += _conditions(holder, vocabulary)
        found += _tallies(holder) if isinstance(holder, Rule) else []
    return tuple(found)


def _conditions(holder: Holder, vocabulary: Vocabulary) -> Iterator[Problem]:
    for pattern, condition in conditions(holder):
        field = field_of(vocabulary.get(pattern.kind), condition.field)
        # A flag that is always so has no other value to ask for, and asking for it says what the fact is.
        if field is None or field.always is not None or condition.ref is not None or outside(field, condition):
            continue
        every = of_field(field)
        if _there(condition):
            continue
        if _bounded(every) and within(every, of_condition(field, condition)):
            yield remark(ID, condition.where, f"every {field.name} meets this", "a condition, or none", level="query")


def _there(condition: Condition) -> bool:
    """Whether it reads `>= 1`: where no fact is made of nothing it says that there is one, and says so plainly."""
    value = condition.values[0] if condition.values else 0
    return isinstance(value, int | float) and (
        (condition.operator == ">=" and value >= 1) or (condition.operator == ">" and value >= 0)
    )


def _bounded(every: Values) -> bool:
    return not every.others if isinstance(every, Words) else every != EVERYTHING


def _tallies(holder: Rule) -> Iterator[Problem]:
    for part in holder.when:
        if isinstance(part, Tally) and part.of is None and within(ANY, numbers(part)):
            yield remark(
                ID, part.test.where, f"every count of {part.alias} meets this", "a count, or none", level="query"
            )
