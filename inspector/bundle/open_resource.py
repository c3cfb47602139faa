"""From one resource of the manifest to its tables: which reader, which schema, which sheets."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from inspector.bundle.annex_a.which_list import list_of_file, list_of_name, sheets_of_lists
from inspector.bundle.kinds import KINDS, PARTS, list_schema
from inspector.bundle.open.content import Content, FileFacts
from inspector.bundle.open.source import IN_MEMORY, MANIFEST
from inspector.bundle.own_schemas import OwnSchemas
from inspector.bundle.returns import of_resource
from inspector.bundle.tables import flat, nested, period_column
from inspector.bundle.tables.by_content import form_of
from inspector.bundle.tables.constants import filled
from inspector.bundle.tables.csv_table import read_csv
from inspector.bundle.tables.flat import Opened
from inspector.bundle.tables.grid_table import Remarks, of_sheet
from inspector.bundle.tables.json_table import of_objects, rows_of
from inspector.bundle.tables.mapping import Mapping
from inspector.bundle.tables.table import Table
from inspector.bundle.tables.which_sheet import sheets_of_kind
from inspector.bundle.tables.workbook import ENDINGS, sheets
from inspector.model.problems import Faults, Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error, query, shown


@dataclass
class Opening:
    """The tables of one resource and the remarks made on the way."""

    tables: list[Opened] = field(default_factory=list)
    problems: list[Problem | Faults] = field(default_factory=list)

    def take(self, table: Table, remarks: list[Problem]) -> None:
        """Take a table that was read."""
        self.tables.append(Opened(table))
        self.problems += remarks

    def attempt(self, read: Callable[[], tuple[Table, Remarks]], mapping: Mapping | None) -> None:
        """Read a table; what cannot be read at all becomes a problem."""
        try:
            table, remarks = read()
        except Unreadable as failure:
            self.problems += failure.problems
            return
        table, said = filled(table, mapping)
        table, more = period_column.read(table)
        self.tables.append(Opened(table, mapping))
        self.problems += [*remarks, *said, *more]


def open_resource(
    schemas: OwnSchemas, resource: dict[str, Any], place: int, content: Content, found: FileFacts
) -> Opening:
    """The tables of a resource. Raises Unreadable where nothing of it can be read."""
    kind, form = resource["kind"], _form(resource)
    opening = Opening()
    if kind not in KINDS:
        return opening
    _refuse_no_part(resource, place)
    mapping = Mapping.of(resource)
    if form != "json":
        form, remarks = form_of(content, form)
        opening.problems += remarks
    if "layout" in resource:
        from inspector.bundle import wide_resource

        wide_resource.opened(opening, resource, place, content, found, form)
    elif form == "json":
        _json(opening, schemas, resource, place, content.all())
    elif form == ".xml":
        _document(opening, resource, place, content)
    elif form in ENDINGS and kind != "table":
        _workbook(opening, schemas.published, resource, place, content.all(), mapping)
    else:
        _one_table(opening, schemas, resource, place, content, found, form, mapping)
    flat.settle(opening.tables, opening.problems)
    return opening


def _one_table(
    opening: Opening,
    schemas: OwnSchemas,
    resource: dict[str, Any],
    place: int,
    content: Content,
    found: FileFacts,
    form: str,
    mapping: Mapping | None,
) -> None:
    """The table of a CSV or of Parquet, or what a row schema of the authority's own says of a workbook."""
    path, kind = resource["path"], resource["kind"]
    label = kind if kind == "table" else _schema_name(resource, place, content)
    schema = schemas.of(resource, place, opening.problems) if kind == "table" else schemas.published(label)
    if schema is None:
        opening.tables += _unread(resource, place, content, found, mapping, schemas.refused(resource), form)
    elif form in ENDINGS:
        _workbook(opening, lambda _: schema, resource, place, content.all(), mapping)
    elif form == ".parquet":
        # Readers of what few bundles hold are imported where they are needed.
        from inspector.bundle.tables.parquet_table import of_parquet

        opening.attempt(lambda: of_parquet(content.all(), resource["name"], path, label, schema, mapping), mapping)
    else:
        whole = kind != "table" and found.size <= IN_MEMORY
        for name, said in _in_one_file(resource, label, mapping):
            own = schema if name == label else schemas.published(name)
            opening.attempt(
                lambda name=name, own=own, said=said: read_csv(  # type: ignore[misc]
                    content, found, resource["name"], name, own, said, whole=whole
                ),
                said,
            )


def _in_one_file(resource: dict[str, Any], label: str, mapping: Mapping | None) -> list[tuple[str, Mapping | None]]:
    """The kind of a CSV, and the parts that the manifest says it holds as well, by the names of their schemas."""
    parts = {} if resource.get("part") else PARTS.get(resource["kind"], {})
    said = mapping.parts if mapping else {}
    return [(label, mapping), *((name, said[part]) for part, name in parts.items() if part in said)]


def _unread(
    resource: dict[str, Any],
    place: int,
    content: Content,
    found: FileFacts,
    mapping: Mapping | None,
    schema: dict[str, Any] | None,
    form: str,
) -> list[Opened]:
    """The table of a row schema that was refused, for what it marks as private alone; nothing where it cannot be read."""
    trial = Opening()
    if schema is not None:
        name, path = resource["name"], resource["path"]
        if form == ".parquet":
            from inspector.bundle.tables.parquet_table import of_parquet

            trial.attempt(lambda: of_parquet(content.all(), name, path, "table", schema, mapping), mapping)
        elif form in ENDINGS:
            with contextlib.suppress(Unreadable):
                _workbook(trial, lambda _: schema, resource, place, content.all(), mapping)
        else:
            trial.attempt(lambda: read_csv(content, found, name, "table", schema, mapping, whole=False), mapping)
    return [replace(one, unread=True) for one in trial.tables]


def _form(resource: dict[str, Any]) -> str:
    path, said = resource["path"].lower(), resource.get("format")
    if said == "json" or (said is None and path.endswith(".json")):
        return "json"
    ending = f".{said}" if said else f".{path.rsplit('.', 1)[-1]}"
    return ending if ending in ENDINGS or ending in (".parquet", ".xml") else ".csv"


def _schema_name(resource: dict[str, Any], place: int, content: Content) -> str:
    """The name of the schema of a resource's one table, which is also what the table is called."""
    kind = resource["kind"]
    if kind == "case-records":
        number = resource.get("list") or list_of_file(resource["path"])
        if number is None:
            where = Where(file=MANIFEST, path=f"resources[{place}].list")
            message = f"it is not said which list of Annex A {resource['path']} holds"
            raise Unreadable(error("which-list", where, message, "a number from 1 to 11"))
        return list_schema(int(number))
    if kind == "return":
        return of_resource.schema_of(resource, place, content)
    part = resource.get("part")
    return str(kind) if part is None else PARTS[kind][part]


def _refuse_no_part(resource: dict[str, Any], place: int) -> None:
    """Raise Unreadable where the resource is said to be a part that its kind has not."""
    kind, part = resource["kind"], resource.get("part")
    parts = PARTS.get(kind, {})
    if part is None or part in parts:
        return
    where = Where(file=MANIFEST, path=f"resources[{place}].part")
    expected = f"one of {', '.join(parts)}" if parts else "no part at all"
    message = f"{shown(part)} is no part of {kind}; {resource['path']} is not read for that"
    raise Unreadable(error("manifest", where, message, expected, did_you_mean(part[:100], parts)))


def _json(opening: Opening, schemas: OwnSchemas, resource: dict[str, Any], place: int, data: bytes) -> None:
    path, kind = resource["path"], resource["kind"]
    if kind in ("table", "case-records", "return"):
        message = f"evidence of kind {kind} is read from tables: CSV, a workbook or Parquet"
        raise Unreadable(error("not-a-table", Where(file=path), message))
    rows = rows_of(data, path)
    label = PARTS.get(kind, {}).get(resource.get("part", ""), kind)
    if "mapping" in resource:
        where = Where(file=MANIFEST, path=f"resources[{place}].mapping")
        message = "rows in JSON are read by our own field names; the mapping would not be used"
        opening.problems.append(error("mapping", where, message))
    for name, objects in nested.taken_apart(rows, label, opening.problems, path).items():
        table = of_objects(objects, resource["name"], path, name, schemas.published(name))
        table = replace(table, element=nested.element(label, name))
        opening.tables.append(Opened(table, None, objects))


def _document(opening: Opening, resource: dict[str, Any], place: int, content: Content) -> None:
    """The tables of an XML document."""
    from inspector.bundle.returns.document import tables_of_document

    if resource["kind"] != "return":
        message = f"evidence of kind {resource['kind']} is not read from XML; a statutory return is, as kind return"
        raise Unreadable(error("not-a-table", Where(file=resource["path"]), message, "CSV, a workbook or Parquet"))
    tables, remarks = tables_of_document(content, resource["name"], of_resource.named_pack(resource, place))
    opening.tables += [Opened(table) for table in tables]
    opening.problems += remarks


def _workbook(
    opening: Opening,
    schema_of: Callable[[str], dict[str, Any]],
    resource: dict[str, Any],
    place: int,
    data: bytes,
    mapping: Mapping | None,
) -> None:
    """The tables of a workbook; `schema_of` has the row schema of each by its name."""
    from inspector.bundle.tables.hidden_parts import HiddenParts
    from inspector.bundle.tables.workbook_oddities import oddities

    path, kind, hidden = resource["path"], resource["kind"], HiddenParts()
    opening.problems += oddities(data, path, hidden)
    found = sheets(data, path)

    lists = kind == "case-records" and (
        any(list_of_name(sheet.name) for sheet in found) or not of_resource.returns_alone(found)
    )
    if lists:
        chosen, remarks = sheets_of_lists(found, path, resource, mapping)
    elif kind in ("case-records", "return"):
        tables, remarks = of_resource.sheets_of_return(found, path, resource, place)
        chosen = [(sheet, name, mapping) for sheet, name in tables]
    else:
        label = PARTS.get(kind, {}).get(resource.get("part", ""), kind)
        parts = {} if resource.get("part") else PARTS.get(kind, {})
        chosen, remarks = sheets_of_kind(found, path, label, parts, schema_of, mapping)
    opening.problems += remarks
    for sheet in {id(sheet): sheet for sheet, _, _ in chosen}.values():
        opening.problems += hidden.said(sheet, path)
    for sheet, name, said in chosen:
        opening.attempt(
            lambda sheet=sheet, name=name, said=said: of_sheet(  # type: ignore[misc]
                sheet, resource["name"], path, name, schema_of(name), said
            ),
            said,
        )


def no_rows(table: Table, height: int) -> Iterator[Problem]:
    """A query where a table has headings and no rows."""
    if height == 0:
        yield query("no-rows", Where(file=table.path, sheet=table.sheet), "the table has no rows")
