"""A page for each published JSON Schema: its fields, what they may hold, what goes beyond JSON Schema; the schema beside it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from inspector.data import schemas_folder
from making.markdown import bullets, code, link, page, section, table, text
from making.schema_fields import Schema, holds, more, rows

_INDEX = (
    "JSON Schema 2020-12 is the one schema language of Inspector: for documents, and for each row of a table seen as an object. "
    "These schemas are the data dictionary. `inspector bundle new` writes a template and a dictionary from them.\n\n"
    "What Inspector writes as JSON has a schema too: every key is described, with an example. The path of a schema's `$id` "
    "is that of the file on this site, `schemas/NAME.schema.json`. [Recipes](../recipes.md) shows what can be asked of them."
)
_WRITTEN = (
    "inspection", "comparison", "history", "judged-again", "learning", "show", "margin", "contrast", "visit-status", "problems",
    "bundle-diff", "trend", "framework-shown", "framework-check", "facts", "plugins",
)  # fmt: skip
_GROUPS = (
    ("Documents that Inspector writes", _WRITTEN),
    ("Bundles", ("bundle", "row-schema", "pack")),
    ("Frameworks", ("framework", "rules", "rule-tests", "derivations", "fields")),
)


def pages() -> Iterator[tuple[str, str]]:
    """The path and the text of every page on schemas, and of the schemas themselves."""
    named = {_name(path): path for path in sorted(schemas_folder().rglob("*.schema.json"), key=_order)}
    yield "schemas/index.md", _index({name: _load(path) for name, path in named.items()})
    for name, path in named.items():
        yield f"schemas/{name}.schema.json", path.read_text(encoding="utf-8")
        yield f"schemas/{name}.md", _page(name, _load(path))


def _name(path: Path) -> str:
    return path.relative_to(schemas_folder()).as_posix().removesuffix(".schema.json")


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
    returns = [name for name in found if "/" in name and name not in lists]
    groups = [
        *_GROUPS[:2], ("Kinds of evidence", kinds), ("Annex A", lists), ("Statutory returns", returns), _GROUPS[2],
    ]  # fmt: skip
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


def _page(name: str, schema: Schema) -> str:
    fields = list(rows(schema))
    file = f"schemas/{name}.schema.json"
    itself = link(file.rpartition("/")[2], file, f"schemas/{name}.md")
    return page(
        text(schema["title"]),
        text(schema["description"]),
        f"The schema {code(name)}: {itself}. **Bold** fields must be there.",
        section("Fields", table(["field", "type", "meaning", "what it may hold"], fields) if fields else ""),
        section("More that is asked", bullets(more(schema))),
        *(section(f"{code(part)}", _part(body)) for part, body in schema.get("$defs", {}).items()),
    )


def _part(body: Schema) -> str:
    fields = list(rows(body))
    told = text(body.get("description", ""))
    shown = table(["field", "type", "meaning", "what it may hold"], fields) if fields else holds(body)
    return "\n\n".join(one for one in (told, shown) if one)
