"""What the published schemas of documents say of each key, and the example of it: from evidence/document_words.yaml."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

WORDS = Path(__file__).parent / "document_words.yaml"
EVERYWHERE = "*"
Schema = dict[str, Any]


@cache
def words() -> dict[str, dict[str, Schema]]:
    """By class and key; `*` stands for every class."""
    found: dict[str, dict[str, Schema]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    return found


def described(kind: type, key: str, schema: Schema, within: Schema) -> Schema:
    """The schema of a key with its description first and an example; `within` is that of what it holds, if it holds objects.

    A text beside the type goes before words of the file, and those before what the class of its value says.
    """
    anywhere = words()[EVERYWHERE].get(key, {})
    if not _fits(anywhere.get("like"), schema):
        anywhere = {name: part for name, part in anywhere.items() if name != "like"}
    own = {**anywhere, **_of(kind).get(key, {})}
    said = schema.get("description") or own.get("says") or within.get("description")
    if not said:
        raise LookupError(f"{kind.__name__}.{key} has no description: write one in {WORDS.name}")
    rest = {name: part for name, part in schema.items() if name != "description"}
    return {"description": said, **({"x-like": own["like"]} if "like" in own else {}), **rest}


def _fits(like: Any, schema: Schema) -> bool:
    """Whether the example of a key of any class is one of this value, which is no word of a few and no object."""
    sorts = schema.get("type", "string" if schema.get("$ref") == "#/$defs/digest" else "")
    wanted = "array" if isinstance(like, list) else "string"
    return "enum" not in schema and wanted in (sorts if isinstance(sorts, list) else [sorts])


def _of(kind: type) -> dict[str, Schema]:
    """What is said of the keys of a class; two classes of the same name are told apart by their room."""
    return words().get(kind.__name__) or words().get(f"{kind.__module__.split('.')[-2]}.{kind.__name__}") or {}


def with_examples(schema: Schema, named: dict[str, Schema]) -> Schema:
    """The schema with an example of every property, those of objects put together from their keys'."""
    if "x-like" in schema:
        schema = {
            ("examples" if key == "x-like" else key): [part] if key == "x-like" else part
            for key, part in schema.items()
        }
    made = {name: _inner(name, part, named) for name, part in schema.items()}
    if "properties" in made:
        made["properties"] = {name: _shown(name, part, named) for name, part in made["properties"].items()}
    return made


def _inner(name: str, part: Any, named: dict[str, Schema]) -> Any:
    if name == "properties":
        return {key: with_examples(one, named) for key, one in part.items()}
    if name in ("items", "additionalProperties") and isinstance(part, dict):
        return with_examples(part, named)
    return [with_examples(one, named) for one in part] if name == "oneOf" else part


def _shown(key: str, schema: Schema, named: dict[str, Schema]) -> Schema:
    if "examples" in schema:
        return schema
    try:
        shown = _example(schema, named, outer=True)
    except LookupError as error:
        raise LookupError(f"{key}: {error} ({schema.get('description')})") from error
    head = {name: schema[name] for name in ("description",) if name in schema}
    return {**head, "examples": [shown], **schema}


def _example(schema: Schema, named: dict[str, Schema], *, outer: bool = False) -> Any:
    """An example of what a schema allows. Of lists within it those that may be empty are."""
    if "examples" in schema:
        return schema["examples"][0]
    if "$ref" in schema:
        return _example(named[schema["$ref"].rpartition("/")[2]], named, outer=outer)
    if "const" in schema or "enum" in schema:
        return schema["const"] if "const" in schema else schema["enum"][0]
    if "oneOf" in schema:
        return _example(schema["oneOf"][0], named, outer=outer)
    return _of_type(schema, named, outer)


def _of_type(schema: Schema, named: dict[str, Schema], outer: bool) -> Any:
    sort = schema.get("type")
    sort = sort[0] if isinstance(sort, list) else sort
    if sort == "array":
        count = max(schema.get("minItems", 0), 1 if outer else 0)
        return [_example(schema["items"], named)] * count
    if sort == "object":
        return {name: _example(schema["properties"][name], named) for name in schema.get("required", ())}
    if sort == "boolean":
        return True
    raise LookupError(f"no example: write one in {WORDS.name}")
