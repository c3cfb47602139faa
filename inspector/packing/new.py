"""An empty bundle: a manifest without resources, a template for each kind, and a data dictionary."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

from inspector.bundle.kinds import KINDS, LISTS, PARTS, list_schema
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.schema import json_schema
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error
from inspector.packing import dictionary, writing
from inspector.packing.manifest_file import save


def new(folder: Path, authority: str, start: date, end: date, name: str) -> list[str]:
    """Make the bundle in `folder`, which must be empty or not there; gives the files made. Raises CannotComplete."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "the folder is not empty; nothing was written"
        raise CannotComplete([error("not-empty", Where(file=str(folder)), message, fix="choose another folder")])
    authority = authority.strip()
    if end < start:
        raise CannotComplete([error("manifest", Where(file=str(folder)), f"the period ends on {end}, before {start}")])
    document: dict[str, Any] = {
        "name": name,
        "title": f"Evidence of {authority}",
        "authority": authority,
        "period": {"start": start.isoformat(), "end": end.isoformat()},
        "resources": [],
    }
    wrong = [one for one in json_schema.violations(document, "bundle", MANIFEST) if one.rule != "empty-bundle"]
    if wrong:
        raise CannotComplete(wrong)
    files = {f"templates/{kind}.csv": _template(kind) for kind in template_kinds()}
    entries = dictionary.entries({kind: json_schema.schema(_schema_name(kind)) for kind in template_kinds()})
    files["templates/data-dictionary.csv"] = dictionary.as_csv(entries)
    files["templates/data-dictionary.md"] = dictionary.as_markdown(entries)
    (folder / "templates").mkdir(parents=True)
    for path, text in files.items():
        writing.write(folder / path, text.encode("utf-8-sig" if path.endswith(".csv") else "utf-8"))
    save(folder, document)
    return ["datapackage.json", *sorted(files)]


def template_kinds() -> list[str]:
    """The schemas that get a template: every kind, every part of one, and the lists of Annex A."""
    plain = sorted(KINDS - {"case-records", "table"})
    parts = [schema for kind in plain for schema in PARTS.get(kind, {}).values()]
    return [*plain, *parts, *(list_schema(number).replace("/", "-") for number in LISTS)]


def _template(kind: str) -> str:
    schema = json_schema.schema(_schema_name(kind))
    stream = io.StringIO()
    titles = [cell["title"] if schema.get("x-tolerant") else name for name, cell in schema["properties"].items()]
    csv.writer(stream, lineterminator="\r\n").writerow(titles)
    return stream.getvalue()


def _schema_name(kind: str) -> str:
    return kind.replace("annex-a-", "annex-a/")
