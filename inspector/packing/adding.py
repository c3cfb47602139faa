"""A file added to a bundle: copied in, its kind said or guessed, its headings and codes mapped, its resource written."""

import filecmp
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspector import files
from inspector.bundle.annex_a.which_list import list_of_name
from inspector.bundle.kinds import PARTS, PLAIN, list_schema
from inspector.bundle.open.content import Content, file_facts
from inspector.bundle.open.source import MANIFEST, inside
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.headings import told_headings
from inspector.model.headings import bare
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import CannotComplete, Problem, Where
from inspector.model.remarks import Unreadable, did_you_mean, error
from inspector.packing import looking, matching
from inspector.packing.content import column as column_of
from inspector.packing.looking import Cells
from inspector.packing.manifest_file import Changing, changing
from inspector.packing.proposed import Proposal
from inspector.privacy.days import looks_like
from inspector.privacy.gate import HIDDEN
from inspector.writing import whole


@dataclass(frozen=True)
class Added:
    """What was added and how it will be read. `left_out`: proposals too unsure to be written."""

    resource: dict[str, Any]
    guessed: str | None
    used: tuple[Proposal, ...] = ()
    left_out: tuple[Proposal, ...] = ()
    unread: tuple[str, ...] = field(default=())
    told: Callable[[str], str] = str
    """A heading as it may be repeated: where the line of headings is none, private values stand in it."""


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
    """Copy `file` into the bundle and write its resource, sealed. Raises CannotComplete; then nothing was changed.

    Others who change the bundle at the same time are waited for. A bundle that was sealed is no longer.
    """
    _refuse_no_file(file)
    with changing(folder) as manifest:
        return _add(
            file, manifest, kind, part, name, unsure_too=unsure_too, replace=replace, provenance=provenance or {}
        )


def _add(
    file: Path,
    manifest: Changing,
    kind: str | None,
    part: str | None,
    name: str | None,
    *,
    unsure_too: bool,
    replace: bool,
    provenance: dict[str, str],
) -> Added:
    folder, document = manifest.folder, manifest.document
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
    telling = _told(tables[0] if tables else [], schema_name, [*used, *left])
    found = file_facts(Content(file.name, location=file))
    resource: dict[str, Any] = {"name": name or _name(file, document, twin), "path": file.name, "kind": kind}
    resource |= {"part": part} if part else {}
    resource |= provenance
    mapping = _written(used)
    resource |= {"mapping": mapping} if mapping else {}
    resource |= {"hash": f"sha256:{found.sha256}", "bytes": found.size}
    document["resources"] = [one for one in document["resources"] if one is not twin] + [resource]
    document.pop("seal", None)
    _refuse_invalid(document)
    with manifest.saving():
        if not _lies_there(file, folder):
            whole.copy(file, folder / file.name)
    return Added(resource, guessed, tuple(used), tuple(left), tuple(unread), telling)


def _told(table: Cells, schema_name: str | None, found: list[Proposal]) -> Callable[[str], str]:
    """How a heading is repeated: itself, or that it is not."""
    heads = table[0] if table else []
    if not schema_name:
        return str
    fields = {one.theirs: one.ours for one in found if one.field is None and one.sure != "unsure"}
    # A row of days is none of headings, whatever the kind.
    guarded = any(looks_like(heading) for heading in heads)
    names = [fields.get(heading) for heading in heads]
    shown = set(told_headings(heads, names, json_schema.schema(schema_name), guarded=guarded))
    return lambda heading: HIDDEN if heading in heads and heading not in shown else heading


def _refuse_no_file(file: Path) -> None:
    """Raise CannotComplete for what is no ordinary file, is too large, or has a name that no manifest can hold."""
    where = Where(file=str(file).encode(errors="backslashreplace").decode())
    if not file.is_file():
        what = "a folder" if file.is_dir() else "no ordinary file" if file.exists() else ""
        beside = [p.name for p in file.parent.iterdir()] if not what and file.parent.is_dir() else []
        message = f"it is {what}, and only files are added" if what else "no such file"
        raise CannotComplete([error("no-such-file", where, message, fix=did_you_mean(file.name, beside))])
    if (size := files.size(file)) > most("file-bytes"):
        message = f"the file has {size:,} bytes, and the limit is {words('file-bytes')}"
        raise CannotComplete([error("file-too-large", where, message, fix=raise_it("file-bytes"))])
    try:
        file.name.encode()
    except UnicodeEncodeError:
        message = "its name is not UTF-8, so no manifest can hold it"
        raise CannotComplete([error("path-outside", where, message, fix="rename it")]) from None
    if "\n" in file.name or "\r" in file.name:
        raise CannotComplete([error("path-outside", where, "its name has a line break", fix="rename it")])


def _twin(file: Path, folder: Path, document: dict[str, Any], *, replace: bool) -> dict[str, Any] | None:
    """The resource whose place the file takes, if any. Raises CannotComplete or Unreadable where it may not be added."""
    if file.name == MANIFEST or file.samefile(folder / MANIFEST):
        raise CannotComplete([error("manifest", Where(file=str(file)), "the manifest is no evidence")])
    inside(file.name)
    twin = next((one for one in document["resources"] if one.get("path") == file.name), None)
    target = folder / file.name
    taken = (target.is_symlink() or target.exists()) and not _lies_there(file, folder) and not _same(file, target)
    if (twin is not None or taken) and not replace:
        message = "the bundle has a file of that name already; nothing was changed"
        raise CannotComplete([error("not-empty", Where(file=file.name), message, fix="say --replace, or rename it")])
    return twin


def _same(file: Path, target: Path) -> bool:
    """Whether an ordinary file with the same bytes is there already: a run that was stopped had put it there."""
    return target.is_file() and not target.is_symlink() and filecmp.cmp(file, target, shallow=False)


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
    return PARTS.get(kind, {}).get(part, kind) if part else kind if kind in PLAIN else None


def _mapping(
    tables: list[Cells], schema_name: str, *, unsure_too: bool
) -> tuple[list[Proposal], list[Proposal], list[str]]:
    schema = json_schema.schema(schema_name)
    used: list[Proposal] = []
    left: list[Proposal] = []
    unread: list[str] = []
    for table in tables[:1]:
        heads = table[0] if table else []
        columns = [column_of(row[at] if at < len(row) else "" for row in table[1:]) for at in range(len(heads))]
        for one in matching.headings(heads, schema, columns, schema_name):
            (used if unsure_too or one.sure != "unsure" else left).append(one)
            cells = [row[heads.index(one.theirs)] for row in table[1:] if len(row) > heads.index(one.theirs)]
            if not schema.get("x-tolerant"):
                for code in matching.codes(one.ours, cells, schema["properties"][one.ours]):
                    (used if code.ours and (unsure_too or code.sure != "unsure") else left).append(code)
        read = {one.theirs for one in used if one.field is None}
        unread = [head for head in heads if head and head not in read]
    return used, left, unread


def _written(used: list[Proposal]) -> dict[str, Any]:
    """The mapping as a manifest has it; what is read without one is not in it."""
    fields = {one.ours: one.theirs for one in used if one.field is None and not one.own}
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
