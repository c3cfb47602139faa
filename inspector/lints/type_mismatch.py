"""A condition compares a field with something it can never be.

What:
    A word where a number is meant, a day that is not written as 2025-03-31, an order (`>=`) of words, a value that is none of a
    closed list, two fields of different types held against each other. In sentences only a field that is a number, and no
    share, has a word for one and a word for many: `{pace.count|test|tests}`.

Why:
    Such a condition never holds, or cannot be asked at all, and the rule is silent for a reason that nobody sees.

Bad:
    when: {move: {signal: trajectory, call: gradual_gain, probability: high}}

Good:
    when: {move: {signal: trajectory, call: gradual-gain, probability: ">= 0.8"}}

Waive:
    It cannot be waived: the condition cannot be asked as it is meant.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from inspector.lints._meant_number import meant_number
from inspector.lints._walk import Holder, Vocabulary, aliases, conditions, field_of, holders, near, remark, texts
from inspector.model.facts import Field, FieldType, Scalar
from inspector.model.ladder import STANDINGS
from inspector.model.own_words import OwnWords
from inspector.model.problems import Problem
from inspector.model.rules import Condition, Framework

ID = "type-mismatch"
FAMILY = "names"
LEVEL = "error"
WAIVABLE = False
_AGREES = re.compile(r"\{([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)\|[^{}|]*\|[^{}|]*\}")
_ORDERED = {"number", "integer", "date", "standing"}
_WORDS: dict[FieldType, str] = {
    "string": "a word", "number": "a number", "integer": "a whole number", "boolean": "true or false",
    "date": "a day as 2025-03-31", "standing": f"one of {', '.join(STANDINGS)}",
}  # fmt: skip


def examine(framework: Framework, vocabulary: Vocabulary) -> tuple[Problem, ...]:
    """One remark for each condition whose two sides cannot be compared."""
    return tuple(one for holder in holders(framework) for one in _holder(holder, vocabulary, framework.words))


def _holder(holder: Holder, vocabulary: Vocabulary, words: OwnWords) -> Iterator[Problem]:
    known = aliases(holder, vocabulary)
    for pattern, condition in conditions(holder):
        field = field_of(vocabulary.get(pattern.kind), condition.field)
        if field is None:
            continue
        if condition.operator not in ("==", "!=") and field.type not in _ORDERED:
            message = f"{field.name} is {_WORDS[field.type]}, which has no order"
            yield remark(ID, condition.where, message, "an equality, or a list of values")
        if condition.ref is not None:
            other = field_of(known.get(condition.ref.alias), condition.ref.field)
            if other is not None and _sort(other.type) != _sort(field.type):
                message = f"{field.name} is {_WORDS[field.type]} and {other.name} is {_WORDS[other.type]}"
                yield remark(ID, condition.where, message, "two fields of one type")
        yield from (p for value in condition.values if (p := _value(field, value, condition, words)) is not None)
    yield from _words(holder, known)


def _words(holder: Holder, known: Mapping[str, tuple[Field, ...] | None]) -> Iterator[Problem]:
    for part, text in texts(holder):
        for alias, name in _AGREES.findall(text):
            field = field_of(known.get(alias), name)
            if field is None or (_sort(field.type) == "number" and "share" not in name.split("_")):
                continue
            is_a = "a share" if _sort(field.type) == "number" else _WORDS[field.type]
            yield remark(
                ID, holder.place(part), f"{name} is {is_a}, which has no word for one and for many", "a number"
            )


def _sort(kind: FieldType) -> str:
    return "number" if kind in ("number", "integer") else kind


def _value(field: Field, value: Scalar, condition: Condition, words: OwnWords) -> Problem | None:
    if not _fits(field.type, value):
        numeric = _sort(field.type) == "number" and isinstance(value, str)
        fix = meant_number(field, str(value)) if numeric else near(str(value), field.choices)
        return remark(ID, condition.where, f"{field.name} is never {value!r}", _WORDS[field.type], fix)
    if field.choices and value not in field.choices:
        expected = f"one of {', '.join(field.choices)}"
        fix = _ours(field, value, words) or near(str(value), field.choices)
        return remark(ID, condition.where, f"{field.name} is never {value!r}", expected, fix)
    if isinstance(value, float) and value != round(value, 6):
        return remark(
            ID, condition.where, f"{value!r} has more than six decimals", "numbers are compared to six decimals"
        )
    return None


def _ours(field: Field, value: Scalar, words: OwnWords) -> str:
    """What to ask for where a word of the framework's own counts as one of ours; empty for all else."""
    ours = words.ours(field.words, value) if field.words else ""
    return f"{value} counts as {ours} in `words`, so ask for {ours}" if ours else ""


def _fits(kind: FieldType, value: Scalar) -> bool:
    if kind == "boolean":
        return isinstance(value, bool)
    if kind in ("number", "integer"):
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole or (kind == "number" and isinstance(value, float))
    if not isinstance(value, str):
        return False
    if kind == "date":
        return _is_day(value)
    return kind == "string" or value in STANDINGS


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
