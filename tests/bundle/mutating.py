"""JSON values changed at random: a part dropped, put twice, renamed, replaced by any value, or swapped with another."""

import copy
import random
from typing import Any

from tests.fuzz.damage import places

ODD: list[Any] = [
    None, True, False, 0, 1, -1, 0.5, 5, 1e300, -1e300, 10**400, 2**53, 2**63, 2**64, 1e308, -0.0, "", "x", "A", "B", "C",
    "D", "E",
    "string", "number", "integer", "boolean", "array", "object", "null", "date", "date-time", "email", "(", "a{1000}{1000}",
    "(a+)+$",
    "(?=a)", "[a", "^x*$", "\\d+", "*", "^A$", "%d/%m/%Y", "%", "%Q", "banana", "\u0000", "\u202e", "é", "🙂", "\n",
    "x" * 5000, [], {},
    [[]], [{}], {"": 1}, [None], [1, 1], ["A"], ["A", "A"], ["A", "B"], ["A", "B", "C"], ["nosuch"], [1], [True, 1], ["x", 1,
    None],
    {"A": 5}, {"A": ["x"]}, {"A": []}, {"A": "x"}, {"type": "string"}, {"type": "number"}, {"type": ["string", "null"]},
    {"$ref": "#"},
    {"type": "string", "format": "date"}, {"required": ["A"]}, {"required": []}, {"properties": {}}, {"properties": {"A": {}}},
    {"properties": {"A": {"minimum": 0}}}, {"not": {}}, [["A", "B"]], [["D", "E"]], [{"field": "A", "kind": "t",
    "references": "B"}],
    [{"field": "A"}], [{"required": ["A"]}], [{"if": {"required": ["A"]}, "then": {"required": ["B"]}}],
]  # fmt: skip
WORDS = [
    "type", "properties", "required", "anyOf", "allOf", "if", "then", "else", "enum", "const", "pattern", "format",
    "minimum", "maximum",
    "exclusiveMinimum", "minLength", "maxLength", "items", "multipleOf", "$ref", "$schema", "additionalProperties",
    "x-primary-key",
    "x-foreign-key", "x-not-before", "x-aliases", "x-heading-patterns", "x-date-format", "x-separator", "x-record", "x-private",
    "x-privat", "x-identifiers", "x-tolerant", "x-columns", "x-variants", "x-list", "x-parts", "A", "B", "title", "examples",
    "default",
]  # fmt: skip


def mutated(value: Any, draw: random.Random, *, odd: list[Any] = ODD, words: list[str] = WORDS) -> Any:
    """A copy of a JSON value with one to three changes."""
    whole = {"": copy.deepcopy(value)}
    for _ in range(draw.choice((1, 1, 1, 2, 3))):
        there = list(places(whole))
        if not there:
            break
        holder, key = draw.choice(there)
        _CHANGES[draw.randrange(len(_CHANGES))](holder, key, draw, odd, words, there)
    return whole.get("")


def _replace(holder: Any, key: Any, draw: random.Random, odd: list[Any], *_: Any) -> None:
    holder[key] = copy.deepcopy(draw.choice(odd))


def _drop(holder: Any, key: Any, *_: Any) -> None:
    if key != "" or isinstance(holder, list):
        del holder[key]


def _rename(holder: Any, key: Any, draw: random.Random, _: list[Any], words: list[str], *__: Any) -> None:
    if isinstance(holder, dict) and key != "":
        name = draw.choice([*words, "", f"{key}s", f"{key}"[:-1], f"{key}".upper()])
        holder[name] = holder.pop(key)


def _add(holder: Any, key: Any, draw: random.Random, odd: list[Any], words: list[str], *_: Any) -> None:
    inner = holder[key]
    if isinstance(inner, dict):
        inner[draw.choice(words)] = copy.deepcopy(draw.choice(odd))
    elif isinstance(inner, list):
        inner.insert(draw.randint(0, len(inner)), copy.deepcopy(draw.choice([*odd, *inner])))
    else:
        holder[key] = [inner]


def _swap(holder: Any, key: Any, draw: random.Random, _: list[Any], __: list[str], places: list[Any]) -> None:
    other, name = draw.choice(places)
    if name != "" and key != "":
        one, two = copy.deepcopy(holder[key]), copy.deepcopy(other[name])
        holder[key], other[name] = two, one


_CHANGES = (_replace, _replace, _drop, _rename, _add, _swap)
