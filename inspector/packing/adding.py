"""A file added to a bundle: copied in, its kind said or guessed, its headings and codes mapped, its resource written."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspector.bundle.annex_a.which_list import list_of_name
from inspector.bundle.kinds import PARTS, list_schema
from inspector.bundle.open.content import Content, file_facts
from inspector.bundle.open.source import MANIFEST, MOST_BYTES, inside
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.headings import bare
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error
from inspector.packing import looking, proposing, writing
from inspector.packing.looking import Cells
from inspector.packing.manifest_file import load, save
from inspector.packing.proposing import Proposal


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
    try:
        twin = _twin(file, folder, document, replace=replace)
        tables = looking.tables(file)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    guessed = None
    if kind is None:
        kind, part, guessed = looking.guess(tables, file)
    _refuse_no_part(kind, part)
    schema_name = None if file.suffix.lower() in looking.NOT_MAPPED else _schema(kind, part, file)
    used, left, unread = _mapping(tables, schema_name, unsure_too=unsure_too) if schema_name else ([], [], [])
    found = file_facts(Content(file.name, location=file))
    resource: dict[str, Any] = {"name": name or _name(file, document, twin), "path": file.name, "kind": kind}
    resource |= {"part": part} if part else {}
    resource |= provenance or {}
    mapping = _written(used)
    resource |= {"mapping": mapping} if mapping else {}
    resource |= {"hash": f"sha256:{found.sha256}", "bytes": found.size}
    document["resources"] = [one for one in document["resources"] if one is not twin] + [resource]
    _refuse_invalid(document)
    if not _lies_there(file, folder):
        writing.copy(file, folder / file.name)
    save(folder, document)
    return Added(resource, guessed, tuple(used), tuple(left), tuple(unread))


def _twin(file: Path, folder: Path, document: dict[str, Any], *, replace: bool) -> dict[str, Any] | None:
    """The resource whose place the file takes, if any. Raises CannotComplete or Unreadable where it may not be added."""
    if not file.is_file():
        beside = [p.name for p in file.parent.iterdir()] if file.parent.is_dir() else []
        near = did_you_mean(file.name, beside)
        raise CannotComplete([error("no-such-file", Where(file=str(file)), "no such file", fix=near)])
    if file.stat().st_size > MOST_BYTES:
        raise CannotComplete([error("file-too-large", Where(file=str(file)), f"more than {MOST_BYTES} bytes")])
    if file.name in (MANIFEST, f".{MANIFEST}.new"):
        raise CannotComplete([error("manifest", Where(file=str(file)), "the manifest is no evidence")])
    inside(file.name)
    twin = next((one for one in document["resources"] if one.get("path") == file.name), None)
    target = folder / file.name
    taken = (target.is_symlink() or target.exists()) and not _lies_there(file, folder)
    if (twin is not None or taken) and not replace:
        message = "the bundle has a file of that name already; nothing was changed"
        raise CannotComplete([error("not-empty", Where(file=file.name), message, fix="say --replace, or rename it")])
    return twin


def _lies_there(file: Path, folder: Path) -> bool:
    """Whether the file is the very one in the bundle already, and not reached through a link in it."""
    target = folder / file.name
    return not target.is_symlink() and target.exists() and target.samefile(file)


def _refuse_no_part(kind: str, part: str | None) -> None:
    parts = PARTS.get(kind, {})
    if part is not None and part not in parts:
        expected = f"one of {', '.join(parts)}" if parts else "no --part: the kind has none"
        message = f"{part!r} is no part of {kind}"
        raise CannotComplete([error("manifest", Where(file=MANIFEST), message, expected, did_you_mean(part, parts))])


def _refuse_invalid(document: dict[str, Any]) -> None:
    """Raise CannotComplete where the last resource, the one added, would not obey the profile."""
    *others, resource = document["resources"]
    place = f"resources[{len(others)}]"
    problems: list[Problem] = [
        one for one in json_schema.violations(document, "bundle", MANIFEST) if (one.where.path or "").startswith(place)
    ]
    if resource["name"] in [one.get("name") for one in others]:
        message = f"{resource['name']!r} is the name of another resource; nothing was changed"
        where = Where(file=MANIFEST, path=f"{place}.name")
        problems.append(error("manifest", where, message, fix="give it another --name"))
    if problems:
        raise CannotComplete(problems)


def _schema(kind: str, part: str | None, file: Path) -> str | None:
    if kind == "case-records":
        number = list_of_name(file.stem)
        return list_schema(number) if number else None
    return PARTS.get(kind, {}).get(part, kind) if part else None if kind == "table" else kind


def _mapping(
    tables: list[Cells], schema_name: str, *, unsure_too: bool
) -> tuple[list[Proposal], list[Proposal], list[str]]:
    schema = json_schema.schema(schema_name)
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
    stem = bare(file.stem).replace("_", "-") or "resource"
    taken = {name for one in document["resources"] if isinstance(name := one.get("name"), str)}
    return next(n for n in (stem, *(f"{stem}-{k}" for k in range(2, 10_000))) if n not in taken)
