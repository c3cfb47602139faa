"""Make the published schema of a result from the types of its document.

    python -m evidence.make_schemas

writes all of them. How a description or a keyword is given beside a type is said in inspector/report/document/shape/__init__.py;
what is not said there, and an example of each key, stands in evidence/document_words.yaml.
"""

import inspect
import json
from pathlib import Path
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Required,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from evidence._described import described, with_examples
from inspector.model.ladder import Standing
from inspector.report.document.shape import Document
from inspector.report.document.shape.argument import Argued
from inspector.report.document.shape.units import Digest, RowsBehind, Whom

OUT = Path(__file__).parent / "schemas" / "inspection.schema.json"
SITE = "https://inspector.example/schemas/"
"""Where the site of the documents has them, by the names of their files."""
HEAD = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
NAMED = {"digest": Digest, "standing": Standing, "rows": RowsBehind, "whom": Whom}
"""What is said once and referred to."""
SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema() -> dict[str, Any]:
    """The whole schema. What is argued about a verdict is there as a whole or not at all."""
    whole = of_document(Document, "inspection", "Inspection")
    argued = sorted(Argued.__annotations__)
    # A class has the keys that it inherits first; what is argued comes last, as in a report.
    properties = {name: whole["properties"][name] for name in sorted(whole["properties"], key=argued.__contains__)}
    tied = {name: [other for other in argued if other != name] for name in argued}
    return {**whole, "properties": properties, "dependentRequired": tied}


def of_document(kind: type, name: str, title: str) -> dict[str, Any]:
    """The whole schema of a type of document, with what it says once and refers to."""
    whole = _object(kind)
    # Parts may refer to parts.
    used = {one: _meaning(what) for one, what in NAMED.items()}
    used = {one: what for one, what in used.items() if f"#/$defs/{one}" in json.dumps([whole, used])}
    named: dict[str, Any] = {}
    for one in sorted(used, key=lambda one: "$ref" in json.dumps(used[one])):
        named[one] = with_examples(used[one], named)
    head = {**HEAD, "$id": f"{SITE}{name}.schema.json", "title": title}
    return {**head, **with_examples(whole, named), "$defs": {one: named[one] for one in used}}


def _of(kind: Any) -> dict[str, Any]:
    """The schema of a type: a reference where it is one of `NAMED`."""
    name = next((name for name, named in NAMED.items() if named == kind), None)
    return _meaning(kind) if name is None else {"$ref": f"#/$defs/{name}"}


def _meaning(kind: Any) -> dict[str, Any]:
    if is_typeddict(kind):
        return _object(kind)
    if kind in SIMPLE:
        return {"type": SIMPLE[kind]}
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (NotRequired, Required):
        return _of(parts[0])
    if origin is Annotated:
        notes = [("description", note) if isinstance(note, str) else note for note in kind.__metadata__]
        said = _of(parts[0]) | dict(notes)
        return {key: said[key] for key in sorted(said, key=lambda key: key != "description")}
    if origin is Literal:
        return {"const": parts[0]} if len(parts) == 1 else {"enum": list(parts)}
    if origin is list:
        return {"type": "array", "items": _of(parts[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _of(parts[1])}
    if origin in (Union, UnionType):
        return _either([_of(part) for part in parts])
    raise TypeError(f"{kind} cannot be said in the schema of a result")


def _either(choices: list[dict[str, Any]]) -> dict[str, Any]:
    """One of several: as a list of types where all but one are types and nothing more, else one by one."""
    more = [choice for choice in choices if set(choice) != {"type"}]
    if len(more) <= 1 and all("type" in choice for choice in choices):
        return {**(more[0] if more else {}), "type": [choice["type"] for choice in choices]}
    return {"oneOf": choices}


def _object(kind: Any) -> dict[str, Any]:
    """An object with the keys of the class and no others; its docstring says what it is."""
    parts = {name: _of(part) for name, part in get_type_hints(kind, include_extras=True).items()}
    return {
        "description": " ".join((inspect.getdoc(kind) or "").split()),
        "type": "object",
        "additionalProperties": False,
        "required": sorted(kind.__required_keys__),
        "properties": {name: described(kind, name, part, _held(part)) for name, part in parts.items()},
    }


def _held(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of the objects that a value holds or is."""
    if "$ref" in schema:
        return _held(_meaning(NAMED[schema["$ref"].rpartition("/")[2]]))
    parts = [schema["items"]] if schema.get("type") == "array" else schema.get("oneOf", ())
    return next((_held(part) for part in parts), schema)
