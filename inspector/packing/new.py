"""An empty bundle: a manifest without resources, a template for each kind, and a data dictionary."""

import csv
import io
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from inspector.bundle.kinds import LISTS, PARTS, PLAIN, list_schema
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.schema import json_schema
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error
from inspector.packing import dictionary
from inspector.packing.manifest_file import laid_out
from inspector.writing import whole
from inspector.writing.turns import Busy, held


def new(folder: Path, authority: str, start: date, end: date, name: str) -> list[str]:
    """Make the bundle in `folder`, which must be empty or not there; gives the files made. Raises CannotComplete."""
    refuse_full(folder)
    written = contents(authority, start, end, name)
    _put(folder, written)
    return sorted(written, key=lambda path: (path != MANIFEST, path))


def contents(authority: str, start: date, end: date, name: str) -> dict[str, bytes]:
    """The files of an empty bundle by their paths. Raises CannotComplete where its manifest would not do."""
    authority = authority.strip()
    if end < start:
        raise CannotComplete([error("manifest", Where(file=MANIFEST), f"the period ends on {end}, before {start}")])
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
    made = {path: text.encode("utf-8-sig" if path.endswith(".csv") else "utf-8") for path, text in files.items()}
    return made | {MANIFEST: laid_out(document)}


def refuse_full(folder: Path) -> None:
    """Raise CannotComplete where something is there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "the folder is not empty; nothing was written"
        raise CannotComplete([error("not-empty", Where(file=str(folder)), message, fix="choose another folder")])


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    """The files in the folder, all of them or none. Raises OSError, and CannotComplete where another was quicker."""
    try:
        if not folder.is_dir():
            with whole.folder(folder) as made:
                fill(made, files)
            return
    except FileExistsError:
        refuse_full(folder)
        raise
    # An empty folder stays the one it is: somebody may be in it, or something lie behind it.
    try:
        with held(folder, 0):
            refuse_full(folder)
            _fill(folder, files)
    except Busy:
        message = "another run of Inspector is writing there; nothing was written"
        raise CannotComplete([error("in-use", Where(file=str(folder)), message, fix="choose another folder")]) from None


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    try:
        fill(folder, files)
    except BaseException:
        for path in [*files, "templates"]:
            _take_away(folder / path)
        raise


def fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of an empty bundle into a new folder. Raises OSError."""
    (folder / "templates").mkdir()
    for path, data in files.items():
        whole.write(folder / path, data)


def _take_away(path: Path) -> None:
    with suppress(OSError):
        path.rmdir() if path.is_dir() else path.unlink()


def template_kinds() -> list[str]:
    """The schemas that get a template: every kind, every part of one, and the lists of Annex A."""
    plain = sorted(PLAIN)
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
