"""What a rule or a test case may say of one field, as JSON Schema (draft 7, which editors know best)."""

import re
from typing import Any

from inspector.model.facts import Field
from inspector.model.field_words import may, relations, speaks, values
from inspector.model.ladder import STANDINGS

Schema = dict[str, Any]
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
NUMBER = r"[+-]?[0-9]+(\.[0-9]+)?"
REF = r"\$[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*"
SIGN = r"(>=|<=|==|!=|>|<)\s*"
PLACEHOLDER: Schema = {"type": "string", "pattern": r"^\{[a-z][a-z0-9_]*\}$"}
"""A column of a table of cases."""
_COMPARED = {
    "integer": 'a number, a comparison as ">= 3", a band as ">= 3, < 9", or a field of a pattern before as $alias.field',
    "number": 'a number, a comparison as ">= 0.2", a band as ">= 0.2, < 0.5", or a field of a pattern before as $alias.field',
    "date": 'a day as 2026-03-31, a comparison as ">= 2026-03-31", or a field of a pattern before as "> $alias.field"',
    "boolean": "true or false, or a field of a pattern before as $alias.field",
}


def condition(field: Field, *, of_rules: bool = False) -> Schema:
    """What a pattern may ask of it: values, a list of them, comparisons, a band, a field of a pattern before."""
    described = {"description": described_as(field, of_rules=of_rules)}
    if _takes_any_word(field):
        return {**described, **_words(field)}
    value, text = _value(field), {"type": "string", "pattern": f"^{_compared(field)}$"}
    several: Schema = {"type": "array", "minItems": 1, "items": value}
    if field.type in _COMPARED:
        message = f"{field.name} is compared by {_COMPARED[field.type]}"
        return {**described, **in_one(value, several, {**text, "patternErrorMessage": message}), **_examples(field)}
    return {**described, "anyOf": [value, several, text]}


def in_one(*some: Schema) -> Schema:
    """Schemas of different types as one: of an `anyOf` an editor tells no more than which types it expected."""
    types = [one["type"] for one in some]
    return {key: body for one in some for key, body in one.items()} | {"type": list(dict.fromkeys(types))}


def stated(field: Field, *, placeholders: bool = False) -> Schema:
    """What a fact of a test case may say of it: a value; with `placeholders` also a column of a table of cases."""
    described = {"description": described_as(field)}
    value = {"type": "string"} if _takes_any_word(field) else _value(field)
    return {**described, "anyOf": [value, PLACEHOLDER]} if placeholders else {**described, **value}


def _takes_any_word(field: Field) -> bool:
    """Whether nobody knows all words of a field before the framework is there: `check` holds those that are written to it."""
    return field.type == "string" and (field.open or field.words is not None or not field.choices)


def described_as(field: Field, *, of_rules: bool = False) -> str:
    """What an editor shows of a field: its meaning, values, relations, and what may be concluded from it."""
    lines = [f"{field.says[:1].upper()}{field.says[1:].rstrip('.')}.", f"{values(field)}."]
    lines += [f"{part}." for part in (*relations(field), speaks(field)) if part]
    lines.append(f"{'Role ' if field.role else ''}{may(field, of_rules=of_rules)}.")
    lines += ["It tells facts of its kind apart."] if field.key else []
    return "\n\n".join(f"{line[:1].upper()}{line[1:]}" for line in lines)


def _value(field: Field) -> Schema:
    if field.type == "standing":
        return {"enum": list(field.choices or STANDINGS)}
    if field.choices:
        return {"enum": list(field.choices)}
    if field.type in ("integer", "number"):
        bounds = {"minimum": field.least, "maximum": field.most}
        return {"type": field.type, **{name: bound for name, bound in bounds.items() if bound is not None}}
    return {"type": "boolean"} if field.type == "boolean" else {"type": "string", "pattern": f"^{DAY}$"}


def _words(field: Field) -> Schema:
    """Of words that are somebody's own any will do; those that are known are offered."""
    text: Schema = {"type": "string"}
    known = [{"enum": list(field.choices)}] if field.choices else []
    return {"anyOf": [*known, text, {"type": "array", "minItems": 1, "items": text}]}


def _compared(field: Field) -> str:
    """The pattern of a comparison, of several with commas between them, and of a reference alone."""
    if field.type in ("integer", "number"):
        bound = f"({NUMBER}|{REF})"
    elif field.type == "boolean":
        bound = f"(true|false|{REF})"
    elif field.type == "date":
        bound = f"({DAY}|{REF})"
    else:
        choices = field.choices or (STANDINGS if field.type == "standing" else ())
        bound = f"({'|'.join([*map(re.escape, choices), REF])})"
    alone = f"{REF}|{DAY}" if field.type == "date" else REF
    return rf"({alone}|{SIGN}{bound}(\s*,\s*{SIGN}{bound})*)"


def _examples(field: Field) -> Schema:
    if field.type == "integer":
        return {"examples": [">= 1"]}
    if field.type == "number":
        return {"examples": [">= 0.5" if field.most == 1 else "> 0"]}
    return {}
