"""From one resource of the manifest to its tables: which reader, which schema, which sheets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from inspector.bundle.annex_a.which_list import list_of_file, sheets_of_lists, sheets_of_parts
from inspector.bundle.kinds import KINDS, PARTS, list_schema
from inspector.bundle.open.content import Content, FileFacts
from inspector.bundle.open.source import IN_MEMORY, MANIFEST, Source
from inspector.bundle.open.strict_json import parse
from inspector.bundle.schema import json_schema
from inspector.bundle.schema.patterns import PatternRefused, refuse
from inspector.bundle.schema.supported import SchemaRefused, refuse_unknown
from inspector.bundle.tables import nested
from inspector.bundle.tables.csv_table import read_csv
from inspector.bundle.tables.grid_table import of_sheet
from inspector.bundle.tables.headings import Mapping
from inspector.bundle.tables.json_table import of_objects, rows_of
from inspector.bundle.tables.parquet_table import of_parquet
from inspector.bundle.tables.table import Table
from inspector.bundle.tables.workbook import ENDINGS, sheets
from inspector.bundle.tables.workbook_oddities import oddities
from inspector.model.problems import Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error, query


@dataclass(frozen=True)
class Opened:
    """A table, how its headings and codes are to be read, and its rows as objects where it came as JSON."""

    table: Table
    mapping: Mapping | None = None
    objects: list[dict[str, Any]] | None = None


@dataclass
class Opening:
    """The tables of one resource and the remarks made on the way."""

    tables: list[Opened] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def attempt(self, read: Callable[[], tuple[Table, list[Problem]]], mapping: Mapping | None) -> None:
        """Read a table; what cannot be read at all becomes a problem."""
        try:
            table, remarks = read()
        except Unreadable as failure:
            self.problems.append(failure.problem)
            return
        self.tables.append(Opened(table, mapping))
        self.problems += remarks


def open_resource(source: Source, resource: dict[str, Any], place: int, content: Content, found: FileFacts) -> Opening:
    """The tables of a resource. Raises Unreadable where nothing of it can be read."""
    path, kind = resource["path"], resource["kind"]
    form = _form(resource)
    opening = Opening()
    if kind not in KINDS:
        return opening
    mapping = _mapping(resource)
    if form == "json":
        _json(opening, resource, place, content.all())
    elif form in ENDINGS:
        _workbook(opening, resource, content.all(), mapping)
    else:
        name = _schema_name(source, resource, place)
        schema = name if isinstance(name, dict) else json_schema.schema(name)
        label = kind if isinstance(name, dict) else _label(kind, name)
        if form == ".parquet":
            opening.attempt(lambda: of_parquet(content.all(), resource["name"], path, label, schema, mapping), mapping)
        else:
            opening.attempt(
                lambda: read_csv(
                    content,
                    found,
                    resource["name"],
                    label,
                    schema,
                    mapping,
                    whole=kind != "table" and found.size <= IN_MEMORY,
                ),
                mapping,
            )
    return opening


def _form(resource: dict[str, Any]) -> str:
    path, said = resource["path"].lower(), resource.get("format")
    if said == "json" or (said is None and path.endswith(".json")):
        return "json"
    ending = f".{said}" if said else f".{path.rsplit('.', 1)[-1]}"
    return ending if ending in ENDINGS or ending == ".parquet" else ".csv"


def _label(kind: str, schema_name: str) -> str:
    """What a table is of: the kind, or for parts and lists the name of their schema."""
    return kind if schema_name == kind else schema_name


def _schema_name(source: Source, resource: dict[str, Any], place: int) -> str | dict[str, Any]:
    kind = resource["kind"]
    if kind == "table":
        return _own_schema(source, resource, place)
    if kind == "case-records":
        number = resource.get("list") or list_of_file(resource["path"])
        if number is None:
            where = Where(file=MANIFEST, path=f"resources[{place}].list")
            message = f"it is not said which list of Annex A {resource['path']} holds"
            raise Unreadable(error("which-list", where, message, "a number from 1 to 11"))
        return list_schema(int(number))
    part = resource.get("part")
    if part is None:
        return str(kind)
    parts = PARTS.get(kind, {})
    if part not in parts:
        where = Where(file=MANIFEST, path=f"resources[{place}].part")
        near = did_you_mean(part, parts)
        expected = f"one of {', '.join(parts)}" if parts else "no part at all"
        raise Unreadable(error("manifest", where, f"{part!r} is no part of {kind}", expected, near))
    return parts[part]


def _own_schema(source: Source, resource: dict[str, Any], place: int) -> dict[str, Any]:
    """The row schema that the authority brings for a table of its own."""
    where = Where(file=MANIFEST, path=f"resources[{place}].schema")
    path = resource.get("schema")
    if not isinstance(path, str):
        message = "a table of your own needs a row schema: a JSON Schema in the bundle"
        raise Unreadable(error("no-schema", where, message, "the path of a .schema.json file"))
    schema = parse(source.read(path), path)
    if not isinstance(schema, dict) or not isinstance(schema.get("properties"), dict):
        raise Unreadable(error("row-schema", Where(file=path), "not a JSON Schema of a row: it has no `properties`"))
    try:
        refuse_unknown(schema)
    except (SchemaRefused, TypeError, AttributeError, KeyError) as failure:
        message = f"the row schema cannot be used: {failure}"
        fix = "see CONTRIBUTING.md for the keywords that tables can be checked by"
        raise Unreadable(error("row-schema", Where(file=path), message, fix=fix)) from None
    _refuse_bad_patterns(schema, path)
    _refuse_bad_form(schema, path)
    return schema


def _refuse_bad_form(schema: dict[str, Any], path: str) -> None:
    form = schema.get("x-date-format")
    if form is None:
        return
    try:
        pl.Series(["x"]).str.to_date(form, strict=False)
    except (pl.exceptions.PolarsError, TypeError):
        where = Where(file=path, path="x-date-format")
        raise Unreadable(error("row-schema", where, f"{form!r} is no form of a date", "as %d/%m/%Y")) from None


def _refuse_bad_patterns(schema: dict[str, Any], path: str) -> None:
    """Every pattern that a table is held against, tried once before there is a table."""
    for place, pattern in _patterns(schema):
        try:
            refuse(pattern)
        except PatternRefused as failure:
            where = Where(file=path, path=place)
            raise Unreadable(error("row-schema", where, str(failure), "one without look-around")) from None


def _patterns(schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, pattern in _object(schema.get("x-heading-patterns")).items():
        yield f"x-heading-patterns.{name}", pattern
    parts = [("", schema), *((f"{key}.", schema.get(key)) for key in ("if", "then"))]
    for place, rule in enumerate(schema.get("allOf", ())):
        parts += [(f"allOf[{place}].{key}.", rule.get(key)) for key in ("if", "then")]
    for prefix, part in parts:
        for name, cell in _object(_object(part).get("properties")).items():
            for inside, one in (("", cell), (".items", cell.get("items"))):
                if "pattern" in _object(one):
                    yield f"{prefix}properties.{name}{inside}.pattern", one["pattern"]


def _json(opening: Opening, resource: dict[str, Any], place: int, data: bytes) -> None:
    path, kind = resource["path"], resource["kind"]
    if kind in ("table", "case-records"):
        message = f"evidence of kind {kind} is read from tables: CSV, a workbook or Parquet"
        raise Unreadable(error("not-a-table", Where(file=path), message))
    rows = rows_of(data, path)
    label = PARTS.get(kind, {}).get(resource.get("part", ""), kind)
    if "mapping" in resource:
        where = Where(file=MANIFEST, path=f"resources[{place}].mapping")
        message = "rows in JSON are read by our own field names; the mapping would not be used"
        opening.problems.append(error("mapping", where, message))
    for name, objects in nested.taken_apart(rows, label, opening.problems, path).items():
        table = of_objects(objects, resource["name"], path, name, json_schema.schema(name))
        opening.tables.append(Opened(table, None, objects))


def _workbook(opening: Opening, resource: dict[str, Any], data: bytes, mapping: Mapping | None) -> None:
    path, kind = resource["path"], resource["kind"]
    opening.problems += oddities(data, path)
    found = sheets(data, path)
    if kind == "table":
        message = "a table of your own is read from CSV or Parquet"
        raise Unreadable(error("not-a-table", Where(file=path), message))
    if kind == "case-records":
        chosen, remarks = sheets_of_lists(found, path, resource)
    else:
        chosen, remarks = sheets_of_parts(found, path, resource)
    opening.problems += remarks
    for sheet, name in chosen:
        schema = json_schema.schema(name)
        opening.attempt(
            lambda sheet=sheet, name=name, schema=schema: of_sheet(  # type: ignore[misc]
                sheet, resource["name"], path, name, schema, mapping
            ),
            mapping,
        )


def _mapping(resource: dict[str, Any]) -> Mapping | None:
    found = resource.get("mapping")
    if not isinstance(found, dict):
        return None
    codes = {ours: _texts(theirs) for ours, theirs in _object(found.get("values")).items()}
    return Mapping(_texts(found.get("fields")), codes)


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _texts(value: Any) -> dict[str, str]:
    """What of a mapping is texts; the manifest's own check has told of the rest."""
    return {key: text for key, text in _object(value).items() if isinstance(text, str)}


def no_rows(table: Table, height: int) -> Iterator[Problem]:
    """A query where a table has headings and no rows."""
    if height == 0:
        yield query("no-rows", Where(file=table.path, sheet=table.sheet), "the table has no rows")
