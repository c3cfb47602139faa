"""An empty bundle: a manifest without resources, a template for each kind, and a data dictionary."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

from inspector.bundle import documents
from inspector.bundle.kinds import KINDS, LISTS, PARTS, list_schema
from inspector.bundle.remarks import error
from inspector.model.problems import CannotComplete, Where
from inspector.packing.manifest_file import save

DICTIONARY = ("kind", "field", "heading", "type", "must be filled", "allowed", "meaning")


def new(folder: Path, authority: str, start: date, end: date, name: str) -> list[str]:
    """Make the bundle in `folder`, which must be empty or not there; gives the files made. Raises CannotComplete."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "the folder is not empty; nothing was written"
        raise CannotComplete([error("not-empty", Where(file=str(folder)), message, fix="choose another folder")])
    if end < start:
        raise CannotComplete([error("manifest", Where(file=str(folder)), f"the period ends on {end}, before {start}")])
    files = {f"templates/{kind}.csv": _template(kind) for kind in template_kinds()}
    files["templates/data-dictionary.csv"] = dictionary()
    (folder / "templates").mkdir(parents=True)
    for path, text in files.items():
        (folder / path).write_text(text, encoding="utf-8-sig", newline="")
    save(folder, {
        "name": name,
        "title": f"Evidence of {authority}",
        "authority": authority,
        "period": {"start": start.isoformat(), "end": end.isoformat()},
        "resources": [],
    })  # fmt: skip
    return ["datapackage.json", *sorted(files)]


def template_kinds() -> list[str]:
    """The schemas that get a template: every kind, every part of one, and the lists of Annex A."""
    plain = sorted(KINDS - {"case-records", "table"})
    parts = [schema for kind in plain for schema in PARTS.get(kind, {}).values()]
    return [*plain, *parts, *(list_schema(number).replace("/", "-") for number in LISTS)]


def _template(kind: str) -> str:
    schema = documents.schema(_schema_name(kind))
    stream = io.StringIO()
    titles = [cell["title"] if schema.get("x-tolerant") else name for name, cell in schema["properties"].items()]
    csv.writer(stream, lineterminator="\r\n").writerow(titles)
    return stream.getvalue()


def _schema_name(kind: str) -> str:
    return kind.replace("annex-a-", "annex-a/")


def dictionary() -> str:
    """The data dictionary as CSV: one row a field of every kind."""
    stream = io.StringIO()
    out = csv.writer(stream, lineterminator="\r\n")
    out.writerow(DICTIONARY)
    for kind in template_kinds():
        schema = documents.schema(_schema_name(kind))
        for name, cell in schema["properties"].items():
            must = "yes" if name in schema.get("required", ()) else "no"
            out.writerow(
                (kind, name, cell.get("title", name), _type(cell), must, _allowed(cell), cell.get("description", ""))
            )
    return stream.getvalue()


def _type(cell: dict[str, Any]) -> str:
    part = cell.get("items", cell)
    said = {"date": "date, as 2025-03-31", "date-time": "moment, as 2025-03-31T16:20:00Z"}.get(part.get("format", ""))
    words = said or {"integer": "whole number", "boolean": "true or false"}.get(part["type"], part["type"])
    return f"list of {words}, parted by ;" if cell["type"] == "array" else words


def _allowed(cell: dict[str, Any]) -> str:
    part = cell.get("items", cell)
    if "enum" in part:
        return "; ".join(str(code) for code in part["enum"])
    words = (("minimum", "from"), ("maximum", "to"))
    return " ".join(f"{word} {part[key]}" for key, word in words if key in part)
