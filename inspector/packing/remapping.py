"""The mapping of a resource changed: what is said of it is read back before it is written."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from inspector.bundle.open.source import MANIFEST, inside
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import Unreadable, error
from inspector.packing.adding import Added, NotAdded
from inspector.packing.drafting import draft
from inspector.packing.given import Given
from inspector.packing.keeping import of_name
from inspector.packing.manifest_file import changing
from inspector.packing.reading_back import read_back

Resource = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """What of a mapping is another now, in words: `aim`, what it was, what it is. Either is empty where there was nothing."""

    what: str
    before: str
    after: str


def remap(
    folder: Path, name: str, given: Given, *, dry_run: bool = False, pseudonyms: Pseudonyms | None = None
) -> tuple[Added, tuple[Change, ...]]:
    """Change the mapping, the codes or the sheet of a resource. Raises CannotComplete; then nothing was changed."""
    with changing(folder) as manifest:
        document, old = manifest.document, of_name(manifest.document, name)
        given = replace(given, kind=old.get("kind"), part=old.get("part"))
        try:
            made = draft(_file(folder, old), old["path"], given, old, given.read_by(document.get("framework")))
        except Unreadable as failure:
            raise CannotComplete([failure.problem]) from None
        resource = {**old, **made.resource}
        if "mapping" not in made.resource:
            resource.pop("mapping", None)
        for key in ("rows_root", "rows_count"):
            resource.pop(key, None)
        listed = [resource if one is old else one for one in document["resources"]]
        fresh = {key: value for key, value in {**document, "resources": listed}.items() if key != "seal"}
        back = read_back(folder, fresh, resource, pseudonyms=pseudonyms, by=given.by)
        found = differences(old, resource)
        added = Added(resource, made, back, old, "seal" in document, bool(found) and not dry_run)
        if back.fails:
            raise NotAdded(added)
        if added.written:
            document.clear()
            document.update(fresh)
            with manifest.saving(f"map {name}"):
                pass
        return added, found


def differences(old: Resource, new: Resource) -> tuple[Change, ...]:
    """What of sheet and mapping differs between two descriptions of a resource."""
    before, after = _flat(old), _flat(new)
    keys = [*before, *(key for key in after if key not in before)]
    return tuple(Change(k, before.get(k, ""), after.get(k, "")) for k in keys if before.get(k) != after.get(k))


def _flat(resource: Resource) -> dict[str, str]:
    found = {"sheet": str(resource["sheet"])} if "sheet" in resource else {}
    mapping = resource.get("mapping")
    for part, texts in mapping.items() if isinstance(mapping, dict) else ():
        for name, value in texts.items() if isinstance(texts, dict) else ():
            if isinstance(value, dict):
                found |= {f"{name}: {theirs}": str(ours) for theirs, ours in value.items()}
            else:
                found[str(name) if part == "fields" else f"{name} ({part})"] = str(value)
    return found


def _file(folder: Path, resource: Resource) -> Path:
    """The file of a resource, in the bundle and nowhere else. Raises Unreadable."""
    path = resource.get("path")
    if not isinstance(path, str):
        raise Unreadable(error("manifest", Where(file=MANIFEST), "the resource has no path"))
    inside(path)
    full = (folder / path).resolve()
    if not full.is_relative_to(folder.resolve()) or not full.is_file():
        raise Unreadable(
            error("no-such-file", Where(file=path), "the manifest leads to it, and it is not in the bundle")
        )
    return full
