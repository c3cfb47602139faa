"""A bundle's resources listed, taken out, and the last change of it taken back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector.bundle.check.hiding import Hiding
from inspector.bundle.open.source import MANIFEST, inside
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.reading import read_bundle
from inspector.bundle.tables.table import Table
from inspector.model.own_words import Asked
from inspector.model.problems import CannotComplete, Faults, Problem, Where, shown
from inspector.model.remarks import did_you_mean, error, one_of
from inspector.packing import history
from inspector.packing.manifest_file import changing
from inspector.packing.reading_back import by_sheet, lines

Resource = dict[str, Any]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True)
class Listed:
    """A resource as it is listed. `rows` is None where it cannot be read; `first` and `last` are days of its rows."""

    resource: Resource
    rows: int | None
    errors: int
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True)
class Listing:
    """The resources of a bundle, and the root of its seal where it has one."""

    resources: tuple[Listed, ...]
    root: str | None


def listing(path: Path, pseudonyms: Pseudonyms | None = None, by: Asked | None = None) -> Listing:
    """What a bundle holds. Raises CannotComplete where its manifest cannot be read."""
    reading = read_bundle(path, pseudonyms, by=by)
    found = []
    for resource in reading.resources:
        tables = [one for one in reading.tables if one.name == resource.get("name")]
        rows = sum(map(lines, by_sheet(tables))) if tables and resource.get("kind") != "table" else None
        faults = [one for one in reading.problems if one.level == "error" and _file(one) == resource.get("path")]
        first, last = span(tables, reading.hiding)
        found.append(Listed(resource, rows, sum(_rows(one) for one in faults), first, last))
    return Listing(tuple(found), reading.root)


def remove(folder: Path, name: str, *, file_too: bool = False) -> tuple[Resource, bool, bool]:
    """Take a resource out of the manifest, and its file away where asked and no other resource leads to it.

    Gives the resource, whether the bundle was sealed, and whether the file is gone. Raises CannotComplete.
    """
    with changing(folder) as manifest:
        resource = of_name(manifest.document, name)
        manifest.document["resources"] = [one for one in manifest.document["resources"] if one is not resource]
        sealed = manifest.document.pop("seal", None) is not None
        path = resource.get("path")
        gone = [path] if file_too and isinstance(path, str) and _only(manifest.document, path) else []
        if gone:
            inside(gone[0])
            gone = [one for one in gone if (folder / one).is_file() or (folder / one).is_symlink()]
        with manifest.saving(f"remove {name}", gone):
            for one in gone:
                (folder / one).unlink()
        return resource, sealed, bool(gone)


def undo(folder: Path) -> history.Change:
    """Take the last change of a bundle back. Raises CannotComplete where none is kept, or others changed it since."""
    with changing(folder) as manifest:
        change = manifest.take_back()
        if change is None:
            message = "no change is kept that could be taken back"
            if history.changes(folder):
                message = "the manifest was changed by hand, or by another program, since the last change that is kept"
            raise CannotComplete([error("nothing-to-undo", Where(file=MANIFEST), f"{message}; nothing was changed")])
        return change


def span(tables: Iterable[Table], hiding: Hiding) -> tuple[str | None, str | None]:
    """The first and the last day that the rows are about: of their periods, else of their first column of days."""
    days: set[str] = set()
    for table in tables:
        for name in _dated(table, hiding):
            days.update(day for day in table.frame[name].drop_nulls().to_list() if _DAY.fullmatch(day))
    told = sorted(day for day in days if hiding.gate.text(day) == day)
    return (told[0], told[-1]) if told else (None, None)


def _dated(table: Table, hiding: Hiding) -> list[str]:
    if table.kind == "table":
        return []
    cells, closed = table.schema["properties"], hiding.fields(table).any
    dated = [name for name in table.fields if cells[name].get("format") == "date" and name not in closed]
    periods = [name for name in dated if name in ("period_start", "period_end")]
    return periods or dated[:1]


def forget_changes(folder: Path) -> int:
    """Forget every change that is kept; gives how many there were. Raises CannotComplete where there is no bundle."""
    with changing(folder):
        return history.forget_all(folder)


def of_name(document: Mapping[str, Any], name: str) -> Resource:
    """The resource of that name. Raises CannotComplete."""
    names = {one["name"]: one for one in document["resources"] if isinstance(one.get("name"), str)}
    if name in names:
        found: Resource = names[name]
        return found
    near = did_you_mean(name, names) or (one_of(names) if names else "the bundle has none yet")
    where = Where(file=MANIFEST, path="resources")
    raise CannotComplete([error("no-such-resource", where, f"no resource is called {shown(name)}", fix=near)])


def _only(document: Mapping[str, Any], path: str) -> bool:
    return all(one.get("path") != path and one.get("schema") != path for one in document["resources"])


def _file(one: Problem | Faults) -> str:
    return one.file if isinstance(one, Faults) else one.where.file


def _rows(one: Problem | Faults) -> int:
    return len(one) if isinstance(one, Faults) else 1
