"""Make the published schema of a result from the types of its document.

    python evidence/make_inspection_schema.py

Writes evidence/schemas/inspection.schema.json. How a description or a keyword is given beside a type is said in
inspector/report/document/shape/__init__.py.
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

from inspector.model.ladder import Standing
from inspector.report.document.shape import Document
from inspector.report.document.shape.argument import Argued
from inspector.report.document.shape.units import Digest, RowsBehind, Whom

OUT = Path(__file__).parent / "schemas" / "inspection.schema.json"
HEAD = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://inspector.example/schemas/inspection.schema.json",
    "title": "Inspection",
}
NAMED = {"digest": Digest, "standing": Standing, "rows": RowsBehind, "whom": Whom}
"""What is said once and referred to."""
SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def schema() -> dict[str, Any]:
    """The whole schema. What is argued about a verdict is there as a whole or not at all."""
    whole = _object(Document)
    argued = sorted(Argued.__annotations__)
    # A class has the keys that it inherits first; what is argued comes last, as in a report.
    properties = {name: whole["properties"][name] for name in sorted(whole["properties"], key=argued.__contains__)}
    return {
        **HEAD,
        **whole,
        "properties": properties,
        "$defs": {name: _meaning(kind) for name, kind in NAMED.items()},
        "dependentRequired": {name: [other for other in argued if other != name] for name in argued},
    }


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
    hints = get_type_hints(kind, include_extras=True)
    return {
        "description": " ".join((inspect.getdoc(kind) or "").split()),
        "type": "object",
        "additionalProperties": False,
        "required": sorted(kind.__required_keys__),
        "properties": {name: _of(part) for name, part in hints.items()},
    }


if __name__ == "__main__":
    OUT.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
