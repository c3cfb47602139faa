"""The words give a value another unit than it has.

What:
    A value in a text, `{pace.longest_gap_months}`, followed by a unit that is not its own: months called days, days called
    weeks; or a share followed by a sign for per cent, which it is shown with already.

Why:
    What was thirty months reads as thirty days, and `50%%` as a slip of the pen. Whoever acts on it acts on something else.

Bad:
    when: {pace: {signal: improvement-pace, scale: any, longest_gap_months: "<= 3"}}
    says: "Never more than {pace.longest_gap_months} days without a test."

Good:
    when: {pace: {signal: improvement-pace, scale: any, longest_gap_months: "<= 3"}}
    says: "Never more than {pace.longest_gap_months} months without a test."

Waive:
    It cannot be waived: the sentence would be wrong in every report.
"""

import re
from collections.abc import Iterator

from inspector.lints._units import PARTS, TIMES
from inspector.lints._walk import Holder, Vocabulary, aliases, field_of, holders, remark, texts
from inspector.model.facts import Field
from inspector.model.problems import Level, Problem
from inspector.model.rules import Framework

ID = "unit-in-words"
FAMILY = "units"
LEVEL: Level = "error"
WAIVABLE = False

_FOLLOWED = re.compile(
    r"\{(\w+)\.(\w+)\}(?:\s?(%)|\s(per\s?cent)\b|[\s-](?:(?:working|calendar|whole|full|more|clear)\s)?"
    r"(second|minute|hour|day|week|month|year)s?\b)",
    re.IGNORECASE,
)


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One remark for each value that is given a unit which it has not."""
    return tuple(problem for holder in holders(framework) for problem in _holder(holder, vocabulary))


def _holder(holder: Holder, vocabulary: Vocabulary) -> Iterator[Problem]:
    known = aliases(holder, vocabulary)
    for place, text in texts(holder):
        for found in _FOLLOWED.finditer(text):
            field = field_of(known.get(found[1]), found[2])
            unit = "per cent" if found[3] or found[4] else f"{found[5].lower()}s"
            if field is not None and (wrong := _wrong(field, unit)):
                message = f"{found[0]!r}: {field.name} is {wrong}"
                yield remark(ID, holder.place(place), message, "the value with its own unit", _fix(field, found[1]))


def _wrong(field: Field, unit: str) -> str:
    """What a field is, where it is not what the words call it."""
    if unit == "per cent":
        # What is called a share is shown as a percentage; a probability is not.
        return "shown as a percentage already" if "share" in field.name.split("_") else _other(field)
    return f"a number of {field.unit}, not of {unit}" if field.unit in TIMES and field.unit != unit else ""


def _other(field: Field) -> str:
    if field.unit in PARTS:
        return "a part of one, not of a hundred"
    return f"a number of {field.unit}, no percentage" if field.type == "integer" and field.unit else ""


def _fix(field: Field, alias: str) -> str:
    value = f"{{{alias}.{field.name}}}"
    return f"write {value} {field.unit}" if field.unit in TIMES else f"write {value} alone"
