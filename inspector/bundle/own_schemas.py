"""Row schemas that an authority brings for tables of its own: read, held against the schema of row schemas, links followed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from inspector.bundle.framework_words import schema_by
from inspector.bundle.kinds import LISTS, NOUNS, PARTS, list_schema
from inspector.bundle.open.source import MANIFEST, Source
from inspector.bundle.open.strict_json import parse
from inspector.bundle.packs import packs, schema_name, schema_names
from inspector.bundle.schema import json_schema, row_schema
from inspector.bundle.schema.nullable import without_null
from inspector.bundle.schema.table_schema import as_row_schema, is_table_schema
from inspector.model.limits import most, raise_it, words
from inspector.model.own_words import ReadBy
from inspector.model.problems import Faults, Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error, query, shown
from inspector.model.words import plural
from inspector.privacy.fields import of_schema

_PUBLISHED = frozenset({*NOUNS, *map(list_schema, LISTS), *schema_names()})
_PLAIN = frozenset({"properties", "required", "anyOf", "allOf", "if", "then", "additionalProperties", *(
    f"x-{word}" for word in (
        "primary-key", "foreign-key", "not-before", "at-most", "separator", "date-format", "record", "columns", "aliases",
        "heading-patterns", "variants", "tolerant", "list", "parts", "code", "message", "level",
    )
)})  # fmt: skip
"""Words that are no mark of what is private."""
Resource = Mapping[str, Any]


class OwnSchemas:
    """The row schemas of one bundle, each read once whatever number of tables it is for."""

    def __init__(
        self, source: Source, resources: Sequence[Resource], *, alone: bool = False, by: ReadBy | None = None
    ) -> None:
        self._alone, self._by = alone, by or ReadBy()
        self._source, self._resources = source, resources
        self._read: dict[str, tuple[Any, list[Problem]]] = {}
        self._told: set[str] = set()
        self._inline: dict[str, Any] = {}
        self._tabular: dict[str, bool] = {}

    def of(self, resource: Resource, place: int, problems: list[Problem | Faults]) -> dict[str, Any] | None:
        """The row schema of a resource. None where it cannot be used; `problems` then gains every reason."""
        key = "schema" if "schema" in resource and "row_schema" not in resource else "row_schema"
        where, path = Where(file=MANIFEST, path=f"resources[{place}].{key}"), self._path(resource)
        where = Where(file=resource["path"]) if self._alone else where
        if path is None:
            message = "a table of your own needs a schema: a row schema in the bundle, or a Table Schema"
            expected = "`row_schema`, the path of a .schema.json file, or `schema`, a Table Schema or its path"
            raise Unreadable(error("no-schema", where, message, expected))
        schema, found = self._schema(path)
        if path not in self._told:
            self._told.add(path)
            found = [*found, *self._links(schema, path, found)]
            self._read[path] = schema, found
            problems += found
        if key == "schema" and isinstance(resource["schema"], str) and not self._tabular[path]:
            problems.append(_for_others(where, path))
        wrong = sum(problem.level == "error" for problem in found)
        if not wrong:
            return dict(schema)
        message = f"{resource['path']} was not checked: its row schema {path} has {plural(wrong, 'error')}"
        problems.append(error("row-schema", where, message, fix="mend the row schema"))
        return None

    def published(self, name: str) -> dict[str, Any]:
        """A published row schema, with the words of the framework by which the bundle is read."""
        return schema_by(name, self._by)

    def refused(self, resource: Resource) -> dict[str, Any] | None:
        """What a refused row schema says of its fields and of what is private, as texts; None where it says nothing of it."""
        schema, _ = self._schema(self._path(resource) or "")
        if not _has_fields(schema) or not of_schema(schema).any:
            return None
        names = [name for name in schema["properties"] if isinstance(name, str)]
        marks = {word: said for word, said in schema.items() if word not in _PLAIN}
        return {**marks, "properties": {name: {"type": "string"} for name in names}}

    def _path(self, resource: Resource) -> str | None:
        """Where the schema of a table stands: a path in the bundle, or the place in the manifest of one written out there."""
        said = resource.get("row_schema", resource.get("schema"))
        if isinstance(said, dict):
            inline = f"{MANIFEST}#{resource['name']}"
            self._inline[inline] = said
            return inline
        return said if isinstance(said, str) else None

    def _schema(self, path: str) -> tuple[Any, list[Problem]]:
        if path not in self._read:
            self._tabular[path] = False
            try:
                schema = self._inline[path] if path in self._inline else self._parsed(path)
                self._read[path] = self._held(schema, path)
            except Unreadable as failure:
                self._read[path] = None, [failure.problem]
        return self._read[path]

    def _held(self, schema: Any, path: str) -> tuple[Any, list[Problem]]:
        """A schema as a row schema of ours, and what is wrong with it."""
        self._tabular[path] = tabular = is_table_schema(schema)
        file, _, name = path.partition("#")
        remarks: list[Problem] = []
        if tabular:
            schema, remarks = as_row_schema(schema, file, f"{name}.schema" if name else "")
        else:
            schema = without_null(schema)
        if any(one.level == "error" for one in remarks):
            return schema, remarks
        return schema, [*remarks, *row_schema.problems(schema, file)]

    def _parsed(self, path: str) -> Any:
        data = self._source.read(path)
        where = Where(file=path)
        if len(data) > most("row-schema-bytes"):
            message = f"the row schema has {len(data):,} bytes, and at most {words('row-schema-bytes')} are read"
            raise Unreadable(error("row-schema", where, message, fix=raise_it("row-schema-bytes")))
        schema = parse(data, path)
        fields = max((len(schema[key]) for key in ("properties", "fields") if _listed(schema, key)), default=0)
        if fields > most("row-schema-fields"):
            message = f"`properties` has {fields:,} fields, and at most {words('row-schema-fields')} are read"
            at = where.model_copy(update={"path": "properties"})
            raise Unreadable(error("row-schema", at, message, fix=raise_it("row-schema-fields")))
        return schema

    def _links(self, schema: Any, path: str, found: list[Problem]) -> Iterator[Problem]:
        """What is wrong with where `x-foreign-key` leads."""
        if any(problem.level == "error" for problem in found):
            return
        for at, link in enumerate(schema.get("x-foreign-key", ())):
            yield from self._link(link["kind"], link["references"], path, f"x-foreign-key[{at}]")

    def _link(self, kind: str, field: str, path: str, at: str) -> Iterator[Problem]:
        there = [fields for one in self._resources for name, fields in self._tables(one) if kind in (name, one["name"])]
        word = row_schema.word(["x-foreign-key", int(at[14:-1])])
        if not there and kind not in _PUBLISHED:
            known = sorted({*_PUBLISHED, *(one["name"] for one in self._resources)})
            near = did_you_mean(kind, known) if len(kind) < 100 else ""
            message = f"{word} names {shown(kind)}, which is no kind of evidence and no resource of this bundle"
            yield error("row-schema", Where(file=path, path=f"{at}.kind"), message, fix=near)
            return
        known_fields = there or [frozenset(json_schema.schema(kind)["properties"])]
        if not any(fields is None or field in fields for fields in known_fields):
            names = sorted(name for fields in known_fields for name in fields or ())
            near = did_you_mean(field, names[:2000]) if len(field) < 100 else ""
            message = f"{word} names {shown(field)}, and {shown(kind)} has no such field"
            yield error("row-schema", Where(file=path, path=f"{at}.references"), message, fix=near)
        elif not there:
            message = f"{word} is held against nothing: the bundle has no resource of kind {kind}"
            yield query("row-schema", Where(file=path, path=f"{at}.kind"), message)

    def _tables(self, resource: Resource) -> Iterator[tuple[str, frozenset[str] | None]]:
        """The tables that a resource may hold, each by its kind, with its fields; None where these are not known."""
        kind = resource["kind"]
        if kind == "table":
            path = self._path(resource)
            schema: Any = self._schema(path)[0] if path is not None else None
            yield kind, frozenset(schema["properties"]) if _has_fields(schema) else None
        elif kind == "case-records":
            yield from ((list_schema(number), None) for number in LISTS)
        elif kind == "return":
            named = [packs()[said]] if (said := str(resource.get("return"))) in packs() else packs().values()
            yield from ((schema_name(pack.name, table), None) for pack in named for table in pack.tables)
        else:
            parts = PARTS.get(kind, {})
            part = resource.get("part")
            names = [parts[part]] if part is not None and part in parts else [kind, *parts.values()]
            yield from ((name, frozenset(json_schema.schema(name)["properties"])) for name in names)


def _for_others(where: Where, path: str) -> Problem:
    message = (
        f"{path} is a JSON Schema of a row, and other tools take what stands here for a Table Schema of the standard"
    )
    fix = f'write "row_schema": "{path}" in its place; a Table Schema in `schema` would be read as well'
    return query("row-schema", where, message, fix=fix)


def _listed(schema: Any, key: str) -> bool:
    return isinstance(schema, dict) and isinstance(schema.get(key), dict | list)


def _has_fields(schema: Any) -> bool:
    return isinstance(schema, dict) and isinstance(schema.get("properties"), dict)
