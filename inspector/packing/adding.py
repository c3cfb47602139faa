"""A file added to a bundle: its resource drafted, read back, and only then written. What cannot be read back is not added."""

import re
import tempfile
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from inspector.bundle.open.content import Content, file_facts
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.schema import json_schema
from inspector.model.headings import bare
from inspector.model.problems import CannotComplete, Problem, Where, shown
from inspector.model.remarks import Unreadable, error
from inspector.packing import placing
from inspector.packing.drafting import Draft, draft
from inspector.packing.given import Given
from inspector.packing.manifest_file import Changing, changing
from inspector.packing.own_register import own_register
from inspector.packing.reading_back import Back, read_back
from inspector.packing.registering import FILE, KIND
from inspector.privacy.people import a_name
from inspector.writing import whole

Resource = dict[str, Any]


@dataclass(frozen=True)
class Added:
    """What was added, or would be, and how it is read. `replaced` is the resource whose place it takes."""

    resource: Resource
    draft: Draft
    back: Back
    replaced: Resource | None = None
    unsealed: bool = False
    written: bool = True


class NotAdded(CannotComplete):
    """Nothing of the file can be read back. `added` says what was tried."""

    def __init__(self, added: Added) -> None:
        self.added = added
        super().__init__(_why_not(added))


def add(
    file: Path,
    folder: Path,
    given: Given | None = None,
    *,
    path: str | None = None,
    dry_run: bool = False,
    pseudonyms: Pseudonyms | None = None,
) -> Added:
    """Copy `file` into the bundle and write its resource. Raises CannotComplete; then nothing was changed.

    `path` is its name in the bundle, else its own. Others who change the bundle at the same time are waited for. A bundle that
    was sealed is no longer. Raises NotAdded where the resource cannot be read back. With `dry_run` nothing is written.
    """
    placing.refuse_no_file(file)
    with changing(folder) as manifest:
        said, name = given or Given(), path or file.name
        try:
            return put(manifest, file, name, said, dry_run=dry_run, pseudonyms=pseudonyms)
        except NotAdded:
            made = _register(manifest, name, said, dry_run=dry_run) if said.kind == KIND else None
            if made is None:
                raise
            return made


def _register(manifest: Changing, path: str, given: Given, *, dry_run: bool) -> Added | None:
    """The register made of the figures that a file has in the bundle already; None where there is none to make."""
    own = own_register(manifest, path, given)
    if own is None:
        return None
    with tempfile.TemporaryDirectory(prefix="inspector-") as folder:
        made = Path(folder, FILE)
        made.write_bytes(own.data)
        added = put(manifest, made, FILE, own.given, dry_run=dry_run)
    found = added.draft.proposed
    if found is None:
        return added
    return replace(added, draft=replace(added.draft, proposed=replace(found, doubts=(*found.doubts, *own.doubts))))


def put(
    manifest: Changing,
    file: Path,
    path: str,
    given: Given,
    *,
    dry_run: bool = False,
    pseudonyms: Pseudonyms | None = None,
) -> Added:
    """As `add`, where the manifest is being changed already."""
    folder, document = manifest.folder, manifest.document
    try:
        placing.refuse_no_evidence(file, path, folder)
        others = [one for one in document["resources"] if one.get("path") == path]
        placing.refuse_taken(file, path, folder, known=bool(others), replace=given.replace)
        beside = _beside(given, folder)
        old = _old(others, document, given) if given.replace else None
        made = draft(file, path, given, old, given.read_by(document.get("framework")))
        _refuse_names(made, path, given)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    resource = _finished(made.resource, file, path, given, document, old)
    _refuse_twin(resource, others, old)
    comes = {path: file, **beside}
    for tried in _ways(resource, made):
        fresh = _document(document, tried, old)
        _refuse_invalid(fresh, tried)
        added = Added(
            tried,
            made,
            read_back(folder, fresh, tried, comes, pseudonyms, given.by),
            old,
            "seal" in document,
            not dry_run,
        )
        if not added.back.fails:
            break
    else:
        raise NotAdded(added)
    _refuse_spoilt(folder, fresh, tried, others, comes)
    if not dry_run:
        _write(manifest, fresh, comes, ("replace" if old else "add") + f" {tried['name']}")
    return added


def _refuse_names(made: Draft, path: str, given: Given) -> None:
    """Raise CannotComplete where columns look as if they held names of people, unless somebody said that they may travel."""
    found = made.proposed
    if found is None or given.names_too or not found.people:
        return
    problems = []
    for one in found.people:
        heading = None if a_name(one.heading) else one.heading
        where = Where(file=path, sheet=one.sheet, row=one.row, field=heading)
        said = f"the column {shown(heading)}" if heading else "a column"
        message = f"{said} looks as if it held names of people, which nobody needs here; nothing was copied"
        fix = "write roles or ids in it or delete it, and add the file again; --names-may-travel adds it as it is"
        problems.append(error("names-of-people", where, message, "roles, teams or agencies", fix))
    raise CannotComplete(problems)


def _ways(resource: Resource, made: Draft) -> list[Resource]:
    """The resource, and with the sheet named that was looked at, where it might not be found by what is in it."""
    sheet = made.proposed.sheet if made.proposed else None
    return [resource, *([{**resource, "sheet": sheet}] if sheet and "sheet" not in resource else [])]


def _beside(given: Given, folder: Path) -> dict[str, Path]:
    """The row schema that comes with an own table, by its name in the bundle. Raises CannotComplete, Unreadable."""
    if given.schema is None:
        return {}
    placing.refuse_no_file(given.schema)
    name = given.schema.name
    placing.refuse_no_evidence(given.schema, name, folder)
    placing.refuse_taken(given.schema, name, folder, known=False, replace=given.replace)
    return {name: given.schema}


def _write(manifest: Changing, fresh: Mapping[str, Any], comes: Mapping[str, Path], what: str) -> None:
    folder = manifest.folder
    manifest.document.clear()
    manifest.document.update(fresh)
    found = [placing.changed(file, path, folder) for path, file in comes.items()]
    replaced, new = ([path for pair in found for path in pair[place]] for place in (0, 1))
    with manifest.saving(what, replaced, new):
        for path, file in comes.items():
            if not placing.lies_there(file, path, folder):
                whole.copy(file, folder / path)


def _old(others: list[Resource], document: Mapping[str, Any], given: Given) -> Resource | None:
    """The resource whose place a file takes: the one of that name, else of that path. Raises CannotComplete where it is open."""
    named = [one for one in document["resources"] if given.name and one.get("name") == given.name]
    if named or not others:
        return named[0] if named else None
    alike = [one for one in others if given.kind and (one.get("kind"), one.get("part")) == (given.kind, given.part)]
    alike = alike or others
    if len(alike) > 1:
        names = ", ".join(shown(one.get("name")) for one in alike)
        message = f"the file is there as {names}; nothing was changed"
        raise CannotComplete(
            [error("not-empty", Where(file=MANIFEST), message, fix="say with --name which to replace")]
        )
    return alike[0]


def _finished(
    resource: Resource, file: Path, path: str, given: Given, document: Mapping[str, Any], old: Resource | None
) -> Resource:
    """The resource with its name first, and the hash and size of the file last."""
    found = file_facts(Content(path, location=file))
    name = given.name or (old or {}).get("name")
    head = {"name": name if isinstance(name, str) else _name(path, document)}
    return {
        **head,
        **{k: v for k, v in resource.items() if k != "name"},
        "hash": f"sha256:{found.sha256}",
        "bytes": found.size,
    }


def _refuse_twin(resource: Resource, others: list[Resource], old: Resource | None) -> None:
    """Raise CannotComplete where the bundle reads that file in that way already."""
    said = _way(resource)
    if any(_way(one) == said for one in others if one is not old):
        message = f"the bundle has a file of that name already, as {resource['kind']}; nothing was changed"
        fix = "say --replace to read it anew, or another --kind to read it in a second way"
        raise CannotComplete([error("not-empty", Where(file=resource["path"]), message, fix=fix)])


def _way(resource: Resource) -> tuple[Any, ...]:
    return tuple(resource.get(key) for key in ("kind", "part", "sheet"))


def _document(document: Mapping[str, Any], resource: Resource, old: Resource | None) -> dict[str, Any]:
    """The manifest as it will be: the resource in the place of the old one, and the file's hash wherever it is named."""
    facts = {key: resource[key] for key in ("hash", "bytes")}
    listed = [
        resource if one is old else _without_rows(one, facts) if one.get("path") == resource["path"] else one
        for one in document["resources"]
    ]
    fresh = {**document, "resources": listed if old is not None else [*listed, resource]}
    fresh.pop("seal", None)
    return fresh


def _without_rows(resource: Resource, facts: dict[str, Any]) -> Resource:
    if all(resource.get(key) == value for key, value in facts.items()):
        return resource
    return {key: value for key, value in {**resource, **facts}.items() if key not in ("rows_root", "rows_count")}


def _refuse_invalid(document: Mapping[str, Any], resource: Resource) -> None:
    """Raise CannotComplete where the resource that is added would not obey the profile."""
    listed = document["resources"]
    place = next(place for place, one in enumerate(listed) if one is resource)
    at = f"resources[{place}]"
    problems: list[Problem] = [
        one
        for one in json_schema.violations(dict(document), "bundle", MANIFEST)
        if (one.where.path or "").startswith((f"{at}.", f"{at}[")) or one.where.path == at
    ]
    if any(one.get("name") == resource["name"] for one in listed if one is not resource):
        message = f"{resource['name']!r} is the name of another resource; nothing was changed"
        where = Where(file=MANIFEST, path=f"{at}.name")
        problems.append(error("manifest", where, message, fix="give it another --name, or say --replace"))
    if problems:
        raise CannotComplete(problems)


def _refuse_spoilt(
    folder: Path, document: Mapping[str, Any], resource: Resource, others: list[Resource], comes: Mapping[str, Path]
) -> None:
    """Raise CannotComplete where the file is read in another way too, and that way would read nothing of it any more."""
    for one in document["resources"]:
        if one is resource or one.get("path") != resource["path"] or any(one is same for same in others):
            continue
        if read_back(folder, document, one, comes).fails:
            message = f"as {shown(one.get('name'))}, which is the same file, nothing of it could be read any more"
            raise CannotComplete([error("not-added", Where(file=resource["path"]), f"{message}; nothing was changed")])


def _why_not(added: Added) -> list[Problem]:
    back, where = added.back, Where(file=added.resource["path"], sheet=added.resource.get("sheet"))
    what = f"none of its {back.rows} rows can be read" if back.rows else "it cannot be read"
    message = f"as {added.resource['kind']} {what}; nothing was changed"
    first = [next(one.problems(1)) if not isinstance(one, Problem) else one for one in back.errors]
    return [error("not-added", where, message), *first[:5]]


def _name(path: str, document: Mapping[str, Any]) -> str:
    plain = unicodedata.normalize("NFKD", bare(Path(path).stem)).encode("ascii", "ignore").decode()
    stem = "-".join(re.findall("[a-z0-9]+", plain)) or "resource"
    taken = {name for one in document["resources"] if isinstance(name := one.get("name"), str)}
    return next(n for n in (stem, *(f"{stem}-{k}" for k in range(2, 10_000))) if n not in taken)
