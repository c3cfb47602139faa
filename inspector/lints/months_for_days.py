"""A number of days stands where months are counted.

What:
    A field that counts months, held against more than sixty; or one that counts years, held against more than ten.

Why:
    `held_months: ">= 365"` is thirty years. No service has figures for so long, so the rule never fires, or always.

Bad:
    when: {move: {signal: trajectory, held_months: ">= 365"}}

Good:
    when: {move: {signal: trajectory, held_months: ">= 12"}}

Waive:
    Where figures really reach back so far: say since when.
"""

from inspector.lints._walk import Vocabulary, conditions, field_of, holders, remark
from inspector.model.problems import Problem
from inspector.model.rules import Framework

ID = "months-for-days"
FAMILY = "units"
LEVEL = "error"
MOST = {"months": 60, "years": 10}
DAYS = {"months": 30, "years": 365}


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """A remark for each number of months that only days can be."""
    found = []
    for holder in holders(framework):
        for pattern, condition in conditions(holder):
            field = field_of(vocabulary.get(pattern.kind), condition.field)
            unit = field.unit if field is not None else ""
            for value in condition.values:
                if unit in MOST and isinstance(value, int | float) and value > MOST[unit]:
                    message = (
                        f"{condition.field} counts {unit}, and {value:g} {unit} are more than anybody has figures for"
                    )
                    fix = f"{max(1, round(value / DAYS[unit])):g}, if days are meant"
                    found.append(remark(ID, condition.where, message, f"a number of {unit}", fix))
    return tuple(found)
