"""A condition compares a count with a part of one.

What:
    A whole number (tests, reviews, months) held against 0.5 or 2.5. Where it is to be equal, that is never so; between 0 and
    1 a share seems to be meant.

Why:
    `count: ">= 0.75"` holds for whoever has one, and `count: 2.5` for nobody. Neither is what the words say.

Bad:
    when: {actions: {signal: action-strength, of: all, overdue: ">= 0.5"}}

Good:
    when: {actions: {signal: action-strength, of: all, overdue_share: ">= 0.5"}}

Waive:
    Hardly ever: write a whole number.
"""

from collections.abc import Iterator

from inspector.lints._rewards import top_of
from inspector.lints._walk import Holder, Vocabulary, conditions, field_of, holders, remark
from inspector.model.problems import Problem
from inspector.model.rules import Condition, Framework, Tally

ID = "decimals-of-a-count"
FAMILY = "units"
LEVEL = "error"


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each count held against a number that is not whole."""
    return tuple(problem for holder in holders(framework) for problem in _holder(holder, vocabulary))


def _holder(holder: Holder, vocabulary: Vocabulary) -> Iterator[Problem]:
    for pattern, condition in conditions(holder):
        fields = vocabulary.get(pattern.kind, ())
        field = field_of(fields, condition.field)
        if field is not None and field.type == "integer" and (value := _part(condition)) is not None:
            share = next((f.name for f in fields if top_of(f) == field.name), "")
            meant = f"{share} may be meant" if share and 0 < value < 1 else ""
            yield remark(
                ID, condition.where, f"{field.name} is a whole number, never {value:g}", "a whole number", meant
            )
    for part in (*holder.when, *holder.unless):
        if isinstance(part, Tally) and part.of is None:
            for test in part.tests:
                if (value := _part(test)) is not None:
                    message = f"{part.alias} is a whole number, never {value:g}"
                    yield remark(ID, test.where, message, "a whole number, or `share` and `of`")


def _part(condition: Condition) -> float | None:
    return next((v for v in condition.values if isinstance(v, float) and not v.is_integer()), None)
