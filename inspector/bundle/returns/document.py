"""A return that comes as one XML document, as tables; and which return a document is, by its outermost element."""

import contextlib
from pathlib import Path
from xml.parsers import expat

import polars as pl

from inspector.bundle.open.content import Content
from inspector.bundle.packs import Pack, packs, schema_name
from inspector.bundle.returns.xml_rows import BETWEEN, DECLARED, Rows, rows_of_document
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.table import ROW, Table, of_frame
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import Unreadable, error, one_of

ENDING = ".xml"
LOOKED_AT = 1 << 16


def tables_of_document(content: Content, name: str, pack: Pack | None) -> tuple[list[Table], list[Problem]]:
    """The tables that have rows, and remarks. Raises Unreadable for what is no return, with its line.

    `pack` is the return that the manifest names; None where the document says it.
    """
    if pack is None or pack.form != "xml":
        pack = _of_root(content, pack)
    found, problems = rows_of_document(content, pack)
    return [_table(rows, table, name, content.path, pack) for table, rows in found.items() if rows.lines], problems


def pack_of_file(path: Path) -> Pack | None:
    """The return that a file is by its outermost element; None where it is none."""
    with path.open("rb") as stream:
        root, _ = _root(stream.read(LOOKED_AT))
    return next((pack for pack in packs().values() if pack.form == "xml" and pack.root == root), None)


def _of_root(content: Content, said: Pack | None) -> Pack:
    root, declared = _root(next(content.parts(), b"")[:LOOKED_AT])
    if declared:
        raise Unreadable(error("unsafe-xml", Where(file=content.path, line=declared), DECLARED))
    found = next((pack for pack in packs().values() if pack.form == "xml" and pack.root == root), None)
    if found is not None and said is None:
        return found
    where = Where(file=content.path, line=1)
    if said is not None:
        message = f"the return {said.words} comes as tables, not as XML"
        raise Unreadable(error("wrong-xml", where, message))
    what = "no element can be read in it" if root is None else f"its outermost element is {shown(root, 80)}"
    sheet = root == "Workbook"
    message = f"the file is XML and no return that is known: {what}"
    fix = "save it as a workbook (.xlsx) in a spreadsheet program" if sheet else ""
    raise Unreadable(error("wrong-xml", where, message, one_of(_roots()), fix))


def _roots() -> list[str]:
    return [f"{pack.root} ({pack.title})" for pack in packs().values() if pack.form == "xml"]


class _Found(Exception):
    """The outermost element was found, or what no return has before it, and nothing more is wanted."""


def _root(start: bytes) -> tuple[str | None, int]:
    """The name of the outermost element, without its namespace, and the line of a document type, which may come before it."""
    names: list[str] = []
    declared: list[int] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def first(name: str, _: dict[str, str]) -> None:
        names.append(name.rpartition(" ")[2])
        raise _Found

    def stop(*_: object) -> None:
        declared.append(parser.CurrentLineNumber)
        raise _Found

    parser.StartElementHandler = first
    parser.StartDoctypeDeclHandler = stop
    with contextlib.suppress(_Found, expat.ExpatError, LookupError, ValueError):
        parser.Parse(start, False)
    return names[0] if names else None, declared[0] if declared else 0


def _table(rows: Rows, table: str, name: str, path: str, pack: Pack) -> Table:
    label = schema_name(pack.name, table)
    schema = json_schema.schema(label)
    fields = [field for field in schema["properties"] if field in rows.fields]
    columns = {field: pl.Series(rows.fields[field], dtype=pl.String) for field in fields}
    frame = pl.DataFrame({ROW: pl.int_range(1, len(rows.lines) + 1, eager=True), **columns})
    return Table(
        name=name,
        path=path,
        kind=label,
        schema=schema,
        batches=of_frame(frame),
        headings={field: field for field in fields},
        separator=BETWEEN,
        sheet=table,
        lines=dict(enumerate(rows.lines, 1)),
    )
