"""A bundle sealed: hash and size of every file, a Merkle root over its rows; and the seal verified."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from inspector.bundle import read_bundle
from inspector.bundle.annex_a.without_manifest import bare_manifest
from inspector.bundle.open.content import Content, file_facts
from inspector.bundle.open.source import MANIFEST, inside
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.tables.table import Table
from inspector.model.problems import CannotComplete, Faults, Problem, Where
from inspector.model.remarks import Unreadable, error
from inspector.packing import merkle
from inspector.packing.manifest_file import load, save

SEAL = frozenset(
    {"wrong-hash", "wrong-size", "no-such-file", "path-outside", "rows-changed", "broken-zip", "unsafe-zip"}
)
"""Problems that a seal is about."""
UNKNOWN = frozenset({"no-manifest", "manifest", "not-json", "unknown-kind", "empty-bundle"})
"""With one of these it is not known what was sealed."""


def seal(folder: Path) -> list[dict[str, Any]]:
    """Write hash, size and row root of every resource into the manifest; gives the resources. Raises CannotComplete."""
    document = load(folder)
    if not document["resources"]:
        message = "the manifest names no resources, so there is nothing to seal"
        raise CannotComplete([error("empty-bundle", Where(file=MANIFEST), message, fix="inspector bundle add FILE")])
    problems: list[Problem] = []
    for place, resource in enumerate(document["resources"]):
        try:
            _seal_file(folder, resource, place)
        except CannotComplete as failure:
            problems += failure.problems
    if problems:
        raise CannotComplete(problems)
    save(folder, document)
    # The rows are read by the sealed manifest; their roots complete it.
    tables = _tables(read_bundle(folder).tables)
    for resource in document["resources"]:
        found = tables.get(resource["path"], [])
        for key in ("rows_root", "rows_count"):
            resource.pop(key, None)
        if found:
            resource["rows_root"], resource["rows_count"] = merkle.of_tables(found)
    save(folder, document)
    return list(document["resources"])


def _seal_file(folder: Path, resource: dict[str, Any], place: int) -> None:
    path = resource.get("path")
    where = Where(file=MANIFEST, path=f"resources[{place}].path")
    if not isinstance(path, str):
        raise CannotComplete([error("manifest", where, "the resource has no path")])
    try:
        inside(path)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    full = (folder / path).resolve()
    if not full.is_relative_to(folder.resolve()) or not full.is_file():
        raise CannotComplete([error("no-such-file", Where(file=path), "the file is not in the bundle")])
    found = file_facts(Content(path, location=full))
    resource["hash"], resource["bytes"] = f"sha256:{found.sha256}", found.size


def verify(path: Path, pseudonyms: Pseudonyms | None = None) -> tuple[list[Problem], int]:
    """What of the seal does not hold, and how many files it covers. Raises CannotComplete where nothing can be sealed."""
    if bare_manifest(path) is not None:
        message = "there is no manifest, so nothing is sealed"
        raise CannotComplete([error("no-manifest", Where(file=str(path)), message, fix="make a bundle and seal it")])
    reading = read_bundle(path, pseudonyms)
    # The rows were sealed as they are.
    tables = read_bundle(path).tables if pseudonyms else reading.tables
    single = [one for one in reading.problems if not isinstance(one, Faults)]
    unknown = [one for one in single if one.level == "error" and one.rule in UNKNOWN and one.where.file == MANIFEST]
    if unknown:
        raise CannotComplete(unknown)
    problems = [one for one in single if one.rule in SEAL]
    told = {one.where.file for one in problems}
    left = [resource for resource in reading.resources if resource["path"] not in told]
    return [*problems, *_changed(left, _tables(tables))], len(reading.resources)


def _changed(resources: list[dict[str, Any]], tables: dict[str, list[Table]]) -> Iterator[Problem]:
    for resource in resources:
        found = tables.get(resource["path"], [])
        wanted = resource.get("rows_root")
        if wanted is None:
            continue
        where, rows = Where(file=resource["path"]), resource.get("rows_count")
        expected = f"{'the same' if rows is None else rows} rows with the root {wanted}"
        if not found:
            message = "the rows were sealed and cannot be read now, by this manifest"
            yield error("rows-changed", where, message, expected)
            continue
        root, count = merkle.of_tables(found)
        if root != wanted or count != (count if rows is None else rows):
            message = f"the rows are not those that were sealed: {count} rows with the root {root}"
            yield error("rows-changed", where, message, expected)


def _tables(tables: tuple[Table, ...]) -> dict[str, list[Table]]:
    found: dict[str, list[Table]] = {}
    for table in tables:
        found.setdefault(table.path, []).append(table)
    return found
