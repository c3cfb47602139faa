"""A file added to a bundle: copied in, its kind said or guessed, its headings and codes mapped, its resource written."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspector.bundle import documents
from inspector.bundle.content import Content, marks
from inspector.bundle.csv_table import headings_of_csv
from inspector.bundle.grid_table import headings_of
from inspector.bundle.headings import header_row
from inspector.bundle.kinds import PARTS, list_schema
from inspector.bundle.lists import list_of_headings, list_of_name
from inspector.bundle.remarks import Unreadable, did_you_mean, error
from inspector.bundle.source import MANIFEST, MOST_BYTES
from inspector.bundle.workbook import ENDINGS, as_text, sheets
from inspector.bundle.workbook_marks import oddities
from inspector.model.problems import CannotComplete, Where
from inspector.packing import proposing
from inspector.packing.manifest_file import load, save
from inspector.packing.proposing import Proposal

Cells = list[list[str]]
ROWS_LOOKED_AT = 5000


@dataclass(frozen=True)
class Added:
    """What was added and how it will be read. `left_out`: proposals too unsure to be written."""

    resource: dict[str, Any]
    guessed: str | None
    used: tuple[Proposal, ...] = ()
    left_out: tuple[Proposal, ...] = ()
    unread: tuple[str, ...] = field(default=())


def add(
    file: Path,
    folder: Path,
    kind: str | None,
    *,
    part: str | None = None,
    name: str | None = None,
    unsure_too: bool = False,
    replace: bool = False,
    provenance: dict[str, str] | None = None,
) -> Added:
    """Copy `file` into the bundle and write its resource, sealed. Raises CannotComplete; then nothing was changed."""
    document = load(folder)
    path, twin = _place(file, folder, document, replace=replace)
    try:
        tables = _tables(file)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    guessed = None
    if kind is None:
        kind, part, guessed = _guess(tables, file)
    schema_name = _schema(kind, part, file)
    used, left, unread = _mapping(tables, schema_name, unsure_too=unsure_too) if schema_name else ([], [], [])
    resource: dict[str, Any] = {"name": name or _name(file, document, twin), "path": path, "kind": kind}
    resource |= {"part": part} if part else {}
    resource |= provenance or {}
    mapping = _written(used)
    resource |= {"mapping": mapping} if mapping else {}
    if file.resolve() != (folder / path).resolve():
        shutil.copyfile(file, folder / path)
    found = marks(Content(path, location=folder / path))
    resource |= {"hash": f"sha256:{found.sha256}", "bytes": found.size}
    document["resources"] = [one for one in document["resources"] if one is not twin] + [resource]
    save(folder, document)
    return Added(resource, guessed, tuple(used), tuple(left), tuple(unread))


def _place(file: Path, folder: Path, document: dict[str, Any], *, replace: bool) -> tuple[str, dict[str, Any] | None]:
    if not file.is_file():
        beside = [p.name for p in file.parent.iterdir()] if file.parent.is_dir() else []
        near = did_you_mean(file.name, beside)
        raise CannotComplete([error("no-such-file", Where(file=str(file)), "no such file", fix=near)])
    if file.stat().st_size > MOST_BYTES:
        raise CannotComplete([error("file-too-large", Where(file=str(file)), f"more than {MOST_BYTES} bytes")])
    if file.name in (MANIFEST, f".{MANIFEST}.new"):
        raise CannotComplete([error("manifest", Where(file=str(file)), "the manifest is no evidence")])
    twin = next((one for one in document["resources"] if one.get("path") == file.name), None)
    inside = (folder / file.name).exists() and (folder / file.name).resolve() != file.resolve()
    if (twin is not None or inside) and not replace:
        message = "the bundle has a file of that name already; nothing was changed"
        raise CannotComplete([error("not-empty", Where(file=file.name), message, fix="say --replace, or rename it")])
    return file.name, twin


def _tables(file: Path) -> list[Cells]:
    """The first rows of every table in the file as texts, headings first; none for JSON and Parquet."""
    ending = file.suffix.lower()
    if ending in ENDINGS:
        data = file.read_bytes()
        oddities(data, file.name)
        found = []
        for sheet in sheets(data, file.name):
            first = headings_of(sheet)
            at = header_row(first, {"properties": {}}, None) if any(map(any, first)) else 0
            rows = [[as_text(cell) or "" for cell in row] for row in sheet.rows[at + 1 : ROWS_LOOKED_AT]]
            found.append([first[at] if first else [], *rows])
        return found
    return (
        [] if ending in (".json", ".parquet") else [headings_of_csv(Content(file.name, location=file), ROWS_LOOKED_AT)]
    )


def _guess(tables: list[Cells], file: Path) -> tuple[str, str | None, str]:
    if any(list_of_headings([table[0]]) for table in tables if table) or (tables and list_of_name(file.stem)):
        return "case-records", None, "taken for case records: the headings are those of Annex A"
    fitting = [one for table in tables if table for one in proposing.kind_of(table[0])]
    if not fitting:
        message = "the headings do not tell which kind of evidence this is"
        raise CannotComplete([error("unknown-kind", Where(file=file.name), message, "--kind with one of the kinds")])
    share, kind, part = max(fitting, key=lambda one: one[0])
    what = f"{kind}, part {part}" if part else kind
    return kind, part, f"taken for {what}: {share:.0%} of the headings are its own"


def _schema(kind: str, part: str | None, file: Path) -> str | None:
    if kind == "case-records":
        number = list_of_name(file.stem)
        return list_schema(number) if number else None
    return PARTS.get(kind, {}).get(part, kind) if part else None if kind == "table" else kind


def _mapping(
    tables: list[Cells], schema_name: str, *, unsure_too: bool
) -> tuple[list[Proposal], list[Proposal], list[str]]:
    schema = documents.schema(schema_name)
    used: list[Proposal] = []
    left: list[Proposal] = []
    unread: list[str] = []
    for table in tables[:1]:
        heads = table[0] if table else []
        for one in proposing.headings(heads, schema):
            (used if unsure_too or one.sure != "unsure" else left).append(one)
            column = [row[heads.index(one.theirs)] for row in table[1:] if len(row) > heads.index(one.theirs)]
            if not schema.get("x-tolerant"):
                for code in proposing.codes(one.ours, column, schema["properties"][one.ours]):
                    (used if unsure_too or code.sure != "unsure" else left).append(code)
        read = {one.theirs for one in used if one.field is None}
        unread = [head for head in heads if head and head not in read]
    return used, left, unread


def _written(used: list[Proposal]) -> dict[str, Any]:
    """The mapping as a manifest has it; what is read without one is not in it."""
    fields = {one.ours: one.theirs for one in used if one.field is None and one.sure != "certain"}
    values: dict[str, dict[str, str]] = {}
    for one in used:
        if one.field is not None:
            values.setdefault(one.field, {})[one.theirs] = one.ours
    return {**({"fields": fields} if fields else {}), **({"values": values} if values else {})}


def _name(file: Path, document: dict[str, Any], twin: dict[str, Any] | None) -> str:
    if twin is not None and isinstance(twin.get("name"), str):
        return str(twin["name"])
    from inspector.bundle.headings import bare

    stem = bare(file.stem).replace("_", "-") or "resource"
    taken = {one.get("name") for one in document["resources"]}
    return next(n for n in (stem, *(f"{stem}-{k}" for k in range(2, 10_000))) if n not in taken)
