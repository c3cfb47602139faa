"""A row schema held against the schema of row schemas, and every remark on it worded with its place.

What an authority brings for a table of its own is as much from outside as the table. Nothing is done with a row schema before
this has found nothing wrong with it.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from inspector.bundle.schema import json_schema, row_meaning
from inspector.model.problems import Problem, Where
from inspector.model.remarks import did_you_mean, error, shown

_KEYWORDS = (
    "enum", "const", "pattern", "format", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum", "items",
)  # fmt: skip
"""What a field may have beyond its type, for a hint where one stands on a field of another type."""


def problems(schema: Any, file: str, *, shipped: bool = False) -> list[Problem]:
    """What is wrong with a row schema, each with its place as in `properties.a.minimum`; nothing where it can be used.

    `shipped`: it is one of ours, which may have words that others may not.
    """
    faults = list(_validator().iter_errors(schema))
    # The package tells of each missing word by itself, and we of all of them at once.
    found = list(dict.fromkeys(one for e in faults for one in _worded(e, file)))
    if not isinstance(schema, dict) or any(_whole(e) for e in faults):
        return found
    for path, message, expected in row_meaning.faults(
        _sound(schema, faults), set(schema["properties"]), shipped=shipped
    ):
        where = Where(file=file, path=json_schema.place(path) or None)
        found.append(error("row-schema", where, f"{word(path)} {message}", expected))
    return found


@cache
def _validator() -> Any:
    return json_schema.validator(json_schema.schema("row-schema"), ours=True)


def _whole(e: Any) -> bool:
    """Whether a fault is with the fields as a whole, so that nothing else can be held against them."""
    return list(e.absolute_path) in ([], ["properties"]) and e.validator not in (
        "additionalProperties",
        "dependentRequired",
    )


def _sound(schema: dict[str, Any], faults: list[Any]) -> dict[str, Any]:
    """The schema without the fields and keywords that have a fault already."""
    bad = {tuple(e.absolute_path)[:2] for e in faults}
    words = {path[0] for path in bad if path and path[0] != "properties"}
    fields = {path[1] for path in bad if len(path) > 1 and path[0] == "properties"}
    sound = {key: value for key, value in schema.items() if key not in words}
    if any(e.validator == "dependentRequired" and not e.absolute_path for e in faults):
        sound.pop("if", None)
        sound.pop("then", None)
    return {**sound, "properties": {name: cell for name, cell in schema["properties"].items() if name not in fields}}


def word(path: Any) -> str:
    """What a path speaks of, as a message begins: `minimum` of a field, a keyword of the row, the row schema itself."""
    steps = list(path)
    if not steps:
        return "the row schema"
    if steps[0] == "properties" and len(steps) > 1:
        name, rest = shown(steps[1]), json_schema.place(steps[2:])
        return f"`{rest}` of {name}" if rest else f"the field {name}"
    if str(steps[0]).startswith("x-") and len(steps) > 1:
        inner = f", entry {steps[1] + 1}" if isinstance(steps[1], int) else f" of {shown(steps[1])}"
        return f"`{steps[0]}`{inner}"
    return f"`{shown(json_schema.place(steps), 120)[1:-1]}`"


def _worded(e: Any, file: str) -> Iterator[Problem]:
    path = list(e.absolute_path)
    if e.validator == "additionalProperties":
        yield from (_unknown(path, key, e, file) for key in e.instance if key not in e.schema["properties"])
        return
    if "propertyNames" in e.absolute_schema_path:
        path.append(e.instance)
    where = Where(file=file, path=json_schema.place(path) or None)
    expected = str(e.schema.get("description", "")) if path else "a JSON object with `properties`, the fields of a row"
    yield error("row-schema", where, f"{word(path)} {_said(e)}", expected, _hint(e))


def _unknown(path: list[Any], key: str, e: Any, file: str) -> Problem:
    known = e.schema["properties"]
    where = Where(file=file, path=json_schema.place([*path, key]))
    kind = e.instance.get("type")
    at = word([*path, key])
    if key in _KEYWORDS and kind in ("string", "number", "integer", "boolean", "array"):
        message = f"{at} is nothing that a field of type {kind} can be checked by"
        return error("row-schema", where, message, f"one of {', '.join(one for one in known if one in _KEYWORDS)}")
    ours = key.startswith("x-")
    message = f"{at} is not a word that is known" if ours else f"{at} cannot be checked in a table"
    near = did_you_mean(key, known) if len(key) < 100 else ""
    like = ", ".join(one for one in known if one.startswith("x-") == ours) or "none"
    return error("row-schema", where, message, fix=near or f"leave it out; known are {like}")


def _said(e: Any) -> str:
    """What is wrong with the value itself."""
    match e.validator:
        case "required":
            missing = [f"`{name}`" for name in e.validator_value if name not in e.instance]
            return f"has no {' and no '.join(missing)}"
        case "dependentRequired":
            return f"lacks a word: {_lacking(e.validator_value, e.instance)}"
        case "minItems" | "minProperties" if not e.instance:
            return "is empty"
        case "minItems" | "maxItems":
            return f"has {len(e.instance)} entries"
        case "uniqueItems":
            return f"has {shown(json_schema.twin(e.instance))} more than once"
        case "pattern" | "maxLength" if "propertyNames" in e.absolute_schema_path:
            return "has a name that no field can have"
        case "type":
            return f"is {_what(e.instance)}"
        case _:
            plain = isinstance(e.instance, str | int | float) and not isinstance(e.instance, bool)
            return f"is {_number(e.instance) if plain else _what(e.instance)}"


def _lacking(asked: dict[str, list[str]], found: dict[str, Any]) -> str:
    return " and ".join(
        f"`{key}` needs `{name}`" for key in asked if key in found for name in asked[key] if name not in found
    )


def _what(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    words = {str: "a text", list: "a list", dict: "an object", int: "a number", float: "a number"}
    found = words[type(value)]
    return f"{found}, {_number(value)}" if isinstance(value, str | int | float) else found


def _number(value: str | float) -> str:
    """A value as it is quoted; a number that is not too long without quotes."""
    return shown(value) if isinstance(value, str) or len(str(value)) > 40 else str(value)


def _hint(e: Any) -> str:
    if e.validator == "enum" and isinstance(e.instance, str) and len(e.instance) < 100:
        return did_you_mean(e.instance, [str(one) for one in e.validator_value])
    if e.validator == "type" and e.validator_value == "array" and isinstance(e.instance, str):
        return f"write it as a list: [{shown(e.instance)}]".replace("'", '"')
    if e.validator == "required" and isinstance(e.instance, dict) and "$ref" in e.instance:
        return "`$ref` is not followed; write out what it refers to"
    return ""
