"""A pattern, a tally and a fact of a test case, as JSON Schema: which fields there are hangs on the signal or probe named."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from inspector.model.fact_kinds import FactKind
from inspector.model.facts import Field
from inspector.workbench.authoring.field_schema import NUMBER, PLACEHOLDER, SIGN, Schema, condition, in_one, stated

ID = "^[a-z0-9]+(-[a-z0-9]+)*$"
HEADS = {
    "signal": "The signal that is asked: what changed, how surely, since when.",
    "probe": "The probe that is asked: what must be questioned about the evidence.",
    "finding": "Another rule, by its id: what it found.",
    "theme": "The theme whose standing is asked.",
    "verdict-basis": "What the verdict would rest on: write `verdict-basis: true`.",
}
COUNTED = {
    "count": "How many facts there are; `is` compares it.",
    "share": "What share of the facts `of`; `is` compares it.",
}


def patterns(kinds: Sequence[FactKind], *, table: bool) -> dict[str, Schema]:
    """The definitions `pattern` and `part`, a pattern or a tally, and one for each kind. `table`: of the decision table."""
    heads = [head for head in HEADS if table or head in ("signal", "probe", "finding")]
    some = [one for one in kinds if one.head[0] in heads]
    found = {_name(one): _closed(one, partial(condition, of_rules=one.of_rules)) for one in some}
    return {
        **_said_once(found),
        "pattern": _by_head(some, {head: _head(head, some) for head in heads}),
        "part": _part(),
    }


def facts(kinds: Sequence[FactKind], beside: Schema, *, placeholders: bool) -> dict[str, Schema]:
    """The definition `fact`, of what a test case is given, and one for each kind. `beside` are keys that any fact may have."""
    some = [one for one in kinds if not one.of_rules]
    beside = {name: _or_column(body) for name, body in beside.items()} if placeholders else beside
    found = {f"fact-{_name(one)}": _closed(one, partial(stated, placeholders=placeholders), beside) for one in some}
    heads = {head: _head(head, some) for head in ("signal", "probe")}
    known = {head: _or_column(body) for head, body in heads.items()} if placeholders else heads
    return {**_said_once(found), "fact": _by_head(some, known, prefix="fact-")}


def basis(kinds: Sequence[FactKind], *, placeholders: bool, without: Iterable[str]) -> Schema:
    """What a test case may say of what the verdict rests on."""
    (fields,) = (one.fields for one in kinds if one.name == "verdict-basis")
    left = set(without)
    return {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": {f.name: stated(f, placeholders=placeholders) for f in fields if f.name not in left},
    }


def _said_once(kinds: Mapping[str, Schema]) -> dict[str, Schema]:
    """The same, with what several kinds say of a field in a definition of its own, to which they refer."""
    texts = {name: {key: json.dumps(body) for key, body in one["properties"].items()} for name, one in kinds.items()}
    many = Counter(text for some in texts.values() for text in some.values())
    shared = {text: f"shared-{number}" for number, text in enumerate(t for t, count in many.items() if count > 1)}
    found: dict[str, Schema] = {name: json.loads(text) for text, name in shared.items()}
    for name, one in kinds.items():
        found[name] = {**one, "properties": {**one["properties"]}}
        for key, text in texts[name].items():
            if text in shared:
                found[name]["properties"][key] = {"$ref": f"#/definitions/{shared[text]}"}
    return found


def _or_column(body: Schema) -> Schema:
    """The same, or a column of a table of cases."""
    said = {key: body[key] for key in body if key == "description"}
    return {**said, "anyOf": [{key: value for key, value in body.items() if key not in said}, PLACEHOLDER]}


def _by_head(kinds: Sequence[FactKind], known: Mapping[str, Schema], prefix: str = "") -> Schema:
    """An object with one of the `known` heads; the rest of it by what that names. Heads are offered where none is there yet."""
    named = [{"if": {"required": [head]}, "then": {"properties": {head: body}}} for head, body in known.items()]
    closed = [{"if": _is(one), "then": {"$ref": f"#/definitions/{prefix}{_name(one)}"}} for one in kinds]
    begun = {"properties": known, "anyOf": [{"required": [head]} for head in known]}
    return {"type": "object", "allOf": [{"if": _none_of(known), "then": begun}, *named, *closed]}


def _none_of(keys: Iterable[str]) -> Schema:
    return {"not": {"anyOf": [{"required": [key]} for key in keys]}}


def _head(head: str, kinds: Sequence[FactKind]) -> Schema:
    named = [one for one in kinds if one.head[0] == head and one.head[1]]
    described: Schema = {"description": HEADS[head]}
    if head == "verdict-basis":
        return described
    if not named:
        return {**described, "type": "string", "pattern": ID}
    return {**described, "enum": [one.name for one in named], "enumDescriptions": [one.title for one in named]}


def _is(one: FactKind) -> Schema:
    """Whether a pattern is of this kind."""
    head, name = one.head
    return {"required": [head], "properties": {head: {"const": name}} if name else {}}


def _closed(one: FactKind, of_field: Callable[[Field], Schema], beside: Schema | None = None) -> Schema:
    """An object of this kind: its head and its fields, and no others but what a finding carries."""
    head, name = one.head
    said: Schema = {"description": f"{one.title}.\n\n{one.about}".strip()}
    said |= {"const": name} if name else {"description": HEADS[head]}
    made: Schema = {
        "type": "object",
        "properties": {head: said, **{field.name: of_field(field) for field in one.fields}},
    }
    made["properties"].update(beside or {})
    return made if head == "finding" else {**made, "additionalProperties": False}


def _part() -> Schema:
    """A pattern, or a tally: `count` and `share` with a pattern within; they are also fields of signals."""
    within = {"$ref": "#/definitions/pattern"}
    compared = {
        "description": 'What the number must be: a comparison as ">= 3", or a band as ">= 3, < 6".',
        **in_one(
            {"type": "number", "minimum": 0},
            {"type": "array", "minItems": 1, "items": {"type": "number", "minimum": 0}},
            {
                "type": "string",
                "pattern": rf"^{SIGN}{NUMBER}(\s*,\s*{SIGN}{NUMBER})*$",
                "patternErrorMessage": 'the number is compared by a number, a comparison as ">= 3", or a band as ">= 3, < 6"',
            },
        ),
        "examples": [">= 3"],
    }
    tallies: dict[str, Schema] = {
        "count": {"count": {**within, "description": COUNTED["count"]}, "is": compared},
        "share": {
            "share": {**within, "description": COUNTED["share"]},
            "of": {**within, "description": "The facts that the share is out of."},
            "is": compared,
        },
    }
    offered = {"properties": {head: {"description": says} for head, says in COUNTED.items()}}
    found: Schema = {"allOf": [within, {"if": _none_of((*HEADS, *COUNTED)), "then": offered}]}
    for head, keys in tallies.items():
        closed = {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}
        asked = {"required": [head], "properties": {head: {"type": "object"}}}
        found = {"if": asked, "then": closed, "else": found}
    return {"type": "object", "minProperties": 1, **found}


def _name(one: FactKind) -> str:
    return one.kind.replace("/", "-")
