"""What a JSON Schema asks, as rows of a table and as sentences."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from making.markdown import code, text

Schema = Mapping[str, Any]

# What a page says of these stands in its table or its first lines.
_SAID = {
    "$schema",
    "$id",
    "$defs",
    "title",
    "description",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
}
_MEANS = {
    "x-primary-key": "No two rows may agree in all of",
    "x-not-before": "Dates in order, the later one first",
    "x-at-most": "Parts and their wholes, the part first: never more than the whole",
    "x-foreign-key": "Fields that name a row elsewhere",
    "x-record": "The field by which problems name a row",
    "x-aliases": "Other headings that are read as a field",
    "x-heading-patterns": "Headings that match are read as a field",
    "x-separator": "What separates the parts of a list in one cell",
    "x-parts": "Parts, each a table of its own in a spreadsheet",
    "x-columns": "The columns of the template, in its order",
    "x-private": "Never repeated in any output",
    "x-identifiers": "Replaced by `--pseudonymise`",
    "x-tolerant": "Spellings, titles and dates are read as authorities write them",
    "x-variants": "Recorded spellings that are read, by field",
    "x-suppressed": "Marks of figures that are kept back, by field",
    "x-list": "The number of the list",
    "x-code": "A code of the rule's own, behind ours: `unknown-code/R101`",
    "x-message": "What is said instead of our words",
    "x-level": "`error` or `query`, whatever ours would be",
    "x-return": "The statutory return that it is a table of",
}
_BOUNDS = (
    ("minimum", "at least"), ("exclusiveMinimum", "above"), ("maximum", "at most"), ("exclusiveMaximum", "below"),
    ("minItems", "items at least"), ("maxItems", "items at most"), ("maxLength", "characters at most"),
)  # fmt: skip

_DAYS = (("formatMinimum", "from"), ("formatMaximum", "to"))


def rows(schema: Schema, before: str = "") -> Iterator[list[str]]:
    """One row a field, those within fields after it, with their way to it."""
    if schema.get("type") == "array" and not schema.get("properties"):
        items = schema.get("items")
        yield from rows(items, f"{before}[]" if before else "") if isinstance(items, Mapping) else ()
        return
    required = schema.get("required", ())
    for name, body in schema.get("properties", {}).items():
        way = f"{before}.{name}" if before else name
        shown = f"**{code(way)}**" if name in required else code(way)
        yield [shown, _type(body), text(body.get("description", "")), holds(body)]
        yield from rows(body, way)
    other = schema.get("additionalProperties")
    if isinstance(other, Mapping) and other.get("properties"):
        yield from rows(other, f"{before}.*" if before else "*")


def _type(body: Schema) -> str:
    if "$ref" in body:
        return f"[{body['$ref'].split('/')[-1]}](#{body['$ref'].split('/')[-1]})"
    found = body.get("type", "")
    named = " or ".join(found) if isinstance(found, list) else str(found)
    if named == "array":
        return f"list of {_type(body['items'])}" if isinstance(body.get("items"), Mapping) else "list"
    return body.get("format", named) if named == "string" else named


def holds(body: Schema) -> str:
    """What a value may be, beyond its type."""
    items = body.get("items")
    if isinstance(items, Mapping) and "enum" in items:
        return holds(items)
    parts = [", ".join(code(value) for value in body.get("enum", ()))]
    parts += [code(json.dumps(body["const"]))] if "const" in body else []
    parts += [f"{word} {body[key]:,}" for key, word in _BOUNDS if key in body]
    parts += [f"{word} {body[key]}" for key, word in _DAYS if key in body]
    parts += [f"form {code(body['pattern'])}"] if "pattern" in body else []
    parts += [", or ".join(_type(one) for one in body["oneOf"] if _type(one))] if "oneOf" in body else []
    parts += [f"as {code(json.dumps(body['examples'][0], ensure_ascii=False))}"] if _simple(body) else []
    return "; ".join(part for part in parts if part)


def _simple(body: Schema) -> bool:
    """Whether it has an example that is worth a line: words of a list are all there, and objects have their keys' own."""
    shown = body.get("examples", [None])[0]
    return not ({"enum", "const"} & set(body)) and isinstance(shown, str | int | float) and not isinstance(shown, bool)


def more(schema: Schema) -> Iterator[str]:
    """What is asked beyond the fields, one item a keyword."""
    for key, value in schema.items():
        if key in _SAID or (key == "minItems"):
            continue
        if key in _MEANS:
            yield f"{_MEANS[key]} ({code(key)}): {_value(value)}"
        else:
            yield f"{code(key)}: {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(code(one) for one in value)
    if isinstance(value, bool | str | int):
        return code(value)
    if isinstance(value, list):
        return "; ".join(code(json.dumps(one, ensure_ascii=False)) for one in value)
    return "; ".join(
        f"{code(name)}: {_value(one) if isinstance(one, list) else code(one)}" for name, one in value.items()
    )
