"""A page for each published JSON Schema: its fields, what they may hold, what goes beyond JSON Schema; the schema beside it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from inspector.data import schemas_folder
from making.markdown import bullets, code, link, page, section, table, text

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
    "x-list": "The number of the list",
}
_INDEX = (
    "JSON Schema 2020-12 is the one schema language of Inspector: for documents, and for each row of a table seen as an object. "
    "These schemas are the data dictionary. `inspector bundle new` writes a template and a dictionary from them."
)
_GROUPS = (
    ("Bundle and results", ("bundle", "inspection", "traces")),
    ("Frameworks", ("framework", "rules", "rule-tests", "derivations", "fields")),
)


def pages() -> Iterator[tuple[str, str]]:
    """The path and the text of every page on schemas, and of the schemas themselves."""
    loaded = {
        path.relative_to(schemas_folder()): path for path in sorted(schemas_folder().rglob("*.schema.json"), key=_order)
    }
    yield (
        "schemas/index.md",
        _index({name.as_posix().removesuffix(".schema.json"): _load(path) for name, path in loaded.items()}),
    )
    for name, path in loaded.items():
        yield f"schemas/{name.as_posix()}", path.read_text(encoding="utf-8")
        yield f"schemas/{name.as_posix().removesuffix('.schema.json')}.md", _page(name, _load(path))


def _order(path: Path) -> tuple[str, int, str]:
    number = path.name.removeprefix("list-").split(".")[0]
    return path.parent.name, int(number) if number.isdigit() else 0, path.name


def _load(path: Path) -> Schema:
    loaded: Schema = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def _index(found: Mapping[str, Schema]) -> str:
    grouped = {name for _, names in _GROUPS for name in names}
    kinds = [name for name in found if name not in grouped and "/" not in name]
    lists = [name for name in found if name.startswith("annex-a/")]
    groups = [_GROUPS[0], ("Kinds of evidence", kinds), ("Annex A", lists), _GROUPS[1]]
    return page("Schemas", _INDEX, *(section(title, _table(names, found)) for title, names in groups))


def _table(names: Sequence[str], found: Mapping[str, Schema]) -> str:
    rows = [
        [
            link(text(found[name]["title"]), f"schemas/{name}.md", "schemas/index.md"),
            code(name),
            text(found[name]["description"]),
        ]
        for name in names
    ]
    return table(["schema", "name", "what it describes"], rows)


def _page(path: Path, schema: Schema) -> str:
    name = path.as_posix().removesuffix(".schema.json")
    rows = list(_rows(schema, schema, ""))
    itself = link(path.name, f"schemas/{path.as_posix()}", f"schemas/{name}.md")
    return page(
        text(schema["title"]),
        text(schema["description"]),
        f"The schema {code(name)}: {itself}. **Bold** fields must be there.",
        section("Fields", table(["field", "type", "meaning", "what it may hold"], rows) if rows else ""),
        section("More that is asked", bullets(_more(schema))),
        *(section(f"{code(part)}", _part(schema, body)) for part, body in schema.get("$defs", {}).items()),
    )


def _part(root: Schema, body: Schema) -> str:
    rows = list(_rows(root, body, ""))
    told = text(body.get("description", ""))
    shown = table(["field", "type", "meaning", "what it may hold"], rows) if rows else _holds(body)
    return "\n\n".join(one for one in (told, shown) if one)


def _rows(root: Schema, schema: Schema, before: str) -> Iterator[list[str]]:
    """One row a field, those within fields after it, with their way to it."""
    if schema.get("type") == "array" and not schema.get("properties"):
        items = schema.get("items")
        yield from _rows(root, items, f"{before}[]" if before else "") if isinstance(items, Mapping) else ()
        return
    required = schema.get("required", ())
    for name, body in schema.get("properties", {}).items():
        way = f"{before}.{name}" if before else name
        shown = f"**{code(way)}**" if name in required else code(way)
        yield [shown, _type(body), text(body.get("description", "")), _holds(body)]
        yield from _rows(root, body, way)
    other = schema.get("additionalProperties")
    if isinstance(other, Mapping) and other.get("properties"):
        yield from _rows(root, other, f"{before}.*" if before else "*")


def _type(body: Schema) -> str:
    if "$ref" in body:
        return f"[{body['$ref'].split('/')[-1]}](#{body['$ref'].split('/')[-1]})"
    found = body.get("type", "")
    named = " or ".join(found) if isinstance(found, list) else str(found)
    if named == "array":
        return f"list of {_type(body['items'])}" if isinstance(body.get("items"), Mapping) else "list"
    return body.get("format", named) if named == "string" else named


def _holds(body: Schema) -> str:
    items = body.get("items")
    if isinstance(items, Mapping) and "enum" in items:
        return _holds(items)
    parts = [", ".join(code(value) for value in body.get("enum", ()))]
    parts += [code(json.dumps(body["const"]))] if "const" in body else []
    parts += [f"{word} {body[key]:g}" for key, word in _BOUNDS if key in body]
    parts += [f"form {code(body['pattern'])}"] if "pattern" in body else []
    parts += [", or ".join(_type(one) for one in body["oneOf"] if _type(one))] if "oneOf" in body else []
    return "; ".join(part for part in parts if part)


_BOUNDS = (
    ("minimum", "at least"), ("exclusiveMinimum", "above"), ("maximum", "at most"), ("exclusiveMaximum", "below"),
    ("minItems", "items at least"), ("maxItems", "items at most"), ("maxLength", "characters at most"),
)  # fmt: skip


def _more(schema: Schema) -> Iterator[str]:
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
