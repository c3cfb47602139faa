"""A condition compares a field with a number that it never comes near.

What:
    A share held against 75 rather than 0.75, a probability of 95, a count below 0: a number outside of what the field can be,
    so that the condition holds always or never.

Why:
    A percentage written for a share turns a rule off, or on for everybody, and nobody sees it in the words.

Bad:
    when: {kept: {signal: commitments-kept, of: all, kept_share: ">= 70"}}

Good:
    when: {kept: {signal: commitments-kept, of: all, kept_share: ">= 0.7"}}

Waive:
    Hardly ever: write the number that is meant.
"""

from collections.abc import Iterator

from inspector.lints._implies import SHARE
from inspector.lints._units import outside, percent, possible
from inspector.lints._walk import Holder, Vocabulary, conditions, field_of, holders, remark
from inspector.model.facts import Field
from inspector.model.problems import Problem
from inspector.model.rules import Condition, Framework, Tally

ID = "bound-out-of-range"
FAMILY = "units"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each number that the field it is held against can never be."""
    return tuple(
        problem for holder in holders(framework) for problem in (*_fields(holder, vocabulary), *_tallies(holder))
    )


def _fields(holder: Holder, vocabulary: Vocabulary) -> Iterator[Problem]:
    for pattern, condition in conditions(holder):
        field = field_of(vocabulary.get(pattern.kind), condition.field)
        if field is not None and outside(field, condition):
            yield _remark(field, condition)


def _tallies(holder: Holder) -> Iterator[Problem]:
    for part in (*holder.when, *holder.unless):
        if isinstance(part, Tally) and part.of is not None:
            yield from (_remark(SHARE, test) for test in part.tests if percent(SHARE, test))


def _remark(field: Field, condition: Condition) -> Problem:
    value = condition.values[0]
    fix = f"{float(str(value)) / 100:g} for {value} per cent" if percent(field, condition) else ""
    return remark(ID, condition.where, f"{field.name} is never near {value}", possible(field), fix)
