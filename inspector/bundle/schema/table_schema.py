"""A Table Schema of the Data Package standard as a row schema of ours, so that one description serves both.

What it says of types, constraints, keys and links is carried over, and our own words (`x-private`, …) stand in it as they do in a
row schema. What cannot be checked in a table is refused with its place, never left out without a word.
Source: Table Schema, Data Package 2.0 (https://datapackage.org/standard/table-schema/).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from inspector.bundle.schema import json_schema
from inspector.model.problems import Problem, Where
from inspector.model.remarks import did_you_mean, error, query, shown

Wrong = tuple[list[Any], str, str]
"""Where in the Table Schema, what is wrong there, what was expected."""
_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"}, "any": {"type": "string"}, "number": {"type": "number"}, "integer": {"type": "integer"},
    "boolean": {"type": "boolean"}, "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"}, "year": {"type": "integer", "minimum": -9999, "maximum": 9999},
    "yearmonth": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"},
}  # fmt: skip
_SAID = frozenset(("name", "type", "format", "title", "description", "constraints", "example", "examples", "rdfType"))
_TOP = frozenset((
    "$schema", "fields", "primaryKey", "foreignKeys", "missingValues", "uniqueKeys", "fieldsMatch", "title", "description",
))  # fmt: skip
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_LENGTHS = ("minLength", "maxLength")
_OTHERS = frozenset(("required", "unique", "pattern", "enum", *_BOUNDS, *_LENGTHS))
_DAYS = {"minimum": "formatMinimum", "maximum": "formatMaximum"}


def is_table_schema(document: Any) -> bool:
    """Whether a JSON document is a Table Schema rather than a JSON Schema of a row."""
    return isinstance(document, dict) and "fields" in document and "properties" not in document


def as_row_schema(document: Mapping[str, Any], file: str, path: str = "") -> tuple[dict[str, Any], list[Problem]]:
    """The row schema that says the same, and what of the Table Schema cannot be read, each with its place.

    `path` is where the Table Schema stands in `file`, where it is a part of it.
    """
    wrong: list[Wrong] = []
    properties: dict[str, Any] = {}
    required: list[str] = []
    for at, field in enumerate(_fields(document, wrong)):
        name = field.get("name") if isinstance(field, dict) else None
        if not isinstance(name, str) or name in properties:
            wrong.append(
                (["fields", at], "has no `name` of its own", "an object with `name` and `type`, each name once")
            )
            continue
        properties[name] = _field(field, ["fields", at], wrong)
        required += [name] if _object(field.get("constraints")).get("required") is True else []
    schema: dict[str, Any] = {"type": "object", "properties": properties}
    schema |= {"required": required} if required else {}
    schema |= _keys(document, wrong) | _links(document, wrong)
    schema |= {key: value for key, value in document.items() if key.startswith("x-")}
    remarks = [*wrong, *_unknown(document)]
    return schema, [_problem(one, file, path) for one in remarks] + list(_not_read(document, file, path))


def _fields(document: Mapping[str, Any], wrong: list[Wrong]) -> list[Any]:
    fields = document.get("fields")
    if isinstance(fields, list) and fields:
        return fields
    wrong.append((["fields"], "is no list with a field in it", "a list of objects with `name` and `type`"))
    return []


def _field(field: Mapping[str, Any], at: list[Any], wrong: list[Wrong]) -> dict[str, Any]:
    kind = field.get("type", "string")
    if kind not in _TYPES:
        message = f"is {shown(kind)}, which is not read in a table"
        wrong.append(([*at, "type"], message, f"one of {', '.join(_TYPES)}"))
        return {"type": "string"}
    cell = dict(_TYPES[kind])
    cell |= {key: field[key] for key in ("title", "description") if isinstance(field.get(key), str)}
    wrong += [([*at, key], "is not read", f"one of {', '.join(sorted(_SAID))}")
              for key in field if key not in _SAID and not key.startswith("x-")]  # fmt: skip
    if kind in ("date", "datetime") and field.get("format", "default") not in ("default", "any"):
        fix = "the default, as 2025-03-31; one form for all days of a table is said by `x-date-format` beside `fields`"
        wrong.append(([*at, "format"], f"is {shown(field['format'])}, which is not read", fix))
    for key, asked in _object(field.get("constraints")).items():
        cell |= _constraint(key, asked, str(kind), [*at, "constraints", key], wrong)
    return cell


def _constraint(key: str, asked: Any, kind: str, at: list[Any], wrong: list[Wrong]) -> dict[str, Any]:
    if key == "required" or (key == "unique" and asked is False):
        return {}
    if key == "pattern" and kind in ("string", "any") and isinstance(asked, str):
        # A pattern of a Table Schema is one for the whole cell.
        return {"pattern": f"^(?:{asked})$"}
    if key == "enum" and isinstance(asked, list):
        return {"enum": [str(one) for one in asked] if kind in ("string", "any", "date", "yearmonth") else asked}
    if (key in _BOUNDS and kind in ("number", "integer", "year")) or (key in _LENGTHS and kind in ("string", "any")):
        return {key: _number(asked)}
    if key in _DAYS and kind in ("date", "datetime"):
        return {_DAYS[key]: asked}
    if key != "unique":
        wrong.append(
            (at, f"cannot be checked for type {kind}", f"one of {', '.join(sorted(_OTHERS))}, as the type has them")
        )
    return {}


def _number(asked: Any) -> Any:
    """A bound, which the standard also lets be a text."""
    try:
        return (int(asked) if asked.lstrip("-").isdigit() else float(asked)) if isinstance(asked, str) else asked
    except ValueError:
        return asked


def _keys(document: Mapping[str, Any], wrong: list[Wrong]) -> dict[str, Any]:
    """The one key by which no two rows may agree: the primary key, else the only field that is unique."""
    key = document.get("primaryKey")
    if key is not None:
        return {"x-primary-key": [key] if isinstance(key, str) else key}
    fields = [_object(field) for field in document.get("fields") or []]
    unique = [field.get("name") for field in fields if _object(field.get("constraints")).get("unique") is True]
    if len(unique) > 1:
        wrong.append(
            (["fields"], f"has {len(unique)} fields that are unique; one key a table is checked", "a `primaryKey`")
        )
    return {"x-primary-key": unique} if len(unique) == 1 else {}


def _links(document: Mapping[str, Any], wrong: list[Wrong]) -> dict[str, Any]:
    links: list[dict[str, Any]] = []
    keys = document.get("foreignKeys")
    for at, key in enumerate(keys if isinstance(keys, list) else []):
        reference = _object(_object(key).get("reference"))
        fields, others = _list(_object(key).get("fields")), _list(reference.get("fields"))
        if len(fields) != 1 or len(others) != 1 or not reference.get("resource"):
            message = "is not one field that leads to one field of another resource"
            wrong.append(
                (["foreignKeys", at], message, "`fields` with one name, `reference` with `resource` and `fields`")
            )
            continue
        links.append({"field": fields[0], "kind": reference["resource"], "references": others[0]})
    return {"x-foreign-key": links} if links else {}


def _unknown(document: Mapping[str, Any]) -> Iterator[Wrong]:
    for key in document:
        if key not in _TOP and not key.startswith("x-"):
            yield [key], "is not a word of a Table Schema that is read", did_you_mean(key[:100], _TOP)


def _not_read(document: Mapping[str, Any], file: str, path: str) -> Iterator[Problem]:
    if document.get("missingValues", [""]) not in ([""], []):
        where = Where(file=file, path=json_schema.place([*([path] if path else []), "missingValues"]))
        message = "an empty cell is read as missing, and other marks as the documents say; this list is not read"
        yield query("row-schema", where, message)


def _problem(wrong: Wrong, file: str, path: str) -> Problem:
    at, message, expected = wrong
    place = json_schema.place([*([path] if path else []), *at])
    return error("row-schema", Where(file=file, path=place), f"`{json_schema.place(at)}` {message}", expected)


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return [value] if isinstance(value, str) else value if isinstance(value, list) else []
