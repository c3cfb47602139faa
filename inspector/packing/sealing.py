"""A bundle sealed: hash and size of every file, a root over the rows of each, and one root over all of it."""

import os
from pathlib import Path
from typing import Any, NamedTuple

from inspector.bundle.open import sealed
from inspector.bundle.open.content import Content, file_facts
from inspector.bundle.open.source import MANIFEST, FolderSource, inside
from inspector.bundle.reading import BundleReading, read_bundle
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.table import Table
from inspector.model.own_words import Asked
from inspector.model.problems import CannotComplete, Faults, Problem, Where
from inspector.model.remarks import Unreadable, error, shown
from inspector.packing import history, merkle
from inspector.packing.manifest_file import changing
from inspector.packing.reading_back import Overlay

MOST_SAID = 5
"""At most so many errors are named that keep a bundle from being sealed."""
VERSION = 1
"""How the root is computed; another way has another number."""


class Seal(NamedTuple):
    """What was sealed: the resources as the manifest now has them, the root, and files that it does not cover."""

    resources: list[dict[str, Any]]
    root: str
    uncovered: list[str]


class NotSealed(CannotComplete):
    """The bundle has errors, and nobody said that it is to be sealed despite them."""


def seal(folder: Path, *, despite_problems: bool = False, by: Asked | None = None) -> Seal:
    """Write hash, size and row root of every resource into the manifest, and one root over all. Raises CannotComplete.

    Raises NotSealed, having changed nothing, where the bundle has errors; with `despite_problems` it is sealed as it is.
    Rows may have the words of the framework that `by` says.
    """
    with changing(folder) as manifest:
        document = manifest.document
        if not document["resources"]:
            message = "the manifest names no resources, so there is nothing to seal"
            raise CannotComplete(
                [error("empty-bundle", Where(file=MANIFEST), message, fix="inspector bundle add FILE")]
            )
        hashes = _hashes(folder, document)
        for resource in document["resources"]:
            resource["hash"], resource["bytes"] = hashes[resource["path"]]
            for key in ("rows_root", "rows_count"):
                resource.pop(key, None)
        document.pop("seal", None)
        # The rows are read by the manifest as it is now; their roots complete it.
        reading = read_bundle(folder, opened_as=Overlay(folder, document), by=by)
        if not despite_problems:
            _refuse_errors(reading)
        found = by_resource(reading.tables)
        for resource in document["resources"]:
            if held := found.get((resource["path"], resource["name"])):
                resource["rows_root"], resource["rows_count"] = merkle.of_tables(held)
        document["seal"] = {"version": VERSION, "schemas": _schemas(found)}
        root = sealed.root(document, lambda path: hashes[path][0].removeprefix("sha256:"))
        document["seal"] = {"version": VERSION, "root": root, "schemas": _schemas(found)}
        with manifest.saving("seal"):
            pass
        return Seal(list(document["resources"]), root, uncovered(FolderSource(folder).names(), document))


def _refuse_errors(reading: BundleReading) -> None:
    """Raise NotSealed with the first errors, if there are any."""
    errors = [one for one in reading.problems if one.level == "error"]
    if not errors:
        return
    rows = sum(len(one) if isinstance(one, Faults) else 1 for one in errors)
    message = f"the bundle has {rows:,} error{'s' * (rows != 1)}; the first of each sort follow"
    first = [one if isinstance(one, Problem) else next(one.problems(1)) for one in errors[:MOST_SAID]]
    raise NotSealed([error("not-sealed", Where(file=MANIFEST), message), *first])


def uncovered(names: list[str], document: dict[str, Any]) -> list[str]:
    """The files of a bundle that its manifest does not lead to: no seal says anything of them."""
    covered = {*sealed.led_to(document), MANIFEST}
    return [name for name in names if name not in covered and not history.notes(name)]


def by_resource(tables: tuple[Table, ...]) -> dict[tuple[str, str], list[Table]]:
    """The tables of each resource, by its path and name: one file may be read in two ways."""
    found: dict[tuple[str, str], list[Table]] = {}
    for table in tables:
        found.setdefault((table.path, table.name), []).append(table)
    return found


def _schemas(tables: dict[tuple[str, str], list[Table]]) -> dict[str, str]:
    """The published schemas by which the rows were read, with the hash of each. One of the bundle's own is a file of it."""
    kinds = {table.kind for found in tables.values() for table in found} - {"table"}
    return {kind: json_schema.fingerprint(kind) for kind in sorted(kinds)}


def _hashes(folder: Path, document: dict[str, Any]) -> dict[str, tuple[str, int]]:
    """Hash and size of every file that the manifest leads to. Raises CannotComplete with all that cannot be sealed."""
    problems: list[Problem] = []
    for place, resource in enumerate(document["resources"]):
        if not isinstance(resource.get("path"), str):
            where = Where(file=MANIFEST, path=f"resources[{place}].path")
            problems.append(error("manifest", where, "the resource has no path"))
    found: dict[str, tuple[str, int]] = {}
    for path in sealed.led_to(document):
        try:
            found[path] = _hash(folder, path)
        except Unreadable as failure:
            problems.append(_where_said(document, path, failure.problem))
    if problems:
        raise CannotComplete(problems)
    return found


def _where_said(document: dict[str, Any], path: str, problem: Problem) -> Problem:
    """The problem of a file at the place of the manifest that leads to it; of a resource's own file as it is."""
    for place, resource in enumerate(document["resources"]):
        for key in sealed.LEADS[1:]:
            if resource.get(key) == path:
                where = Where(file=MANIFEST, path=f"resources[{place}].{key}")
                message = f"{shown(path)}: {problem.message}"
                return problem.model_copy(update={"where": where, "message": message})
    return problem


def _hash(folder: Path, path: str) -> tuple[str, int]:
    where = Where(file=path)
    inside(path)
    full = Path(os.path.realpath(folder / path))
    if not full.is_relative_to(folder.resolve()) or not full.is_file():
        raise Unreadable(error("no-such-file", where, "the manifest leads to it, and it is not in the bundle"))
    if full == (folder / MANIFEST).resolve():
        raise Unreadable(
            error("manifest", where, "the manifest cannot hold its own hash", fix="leave it out of the resources")
        )
    if "\n" in path or "\r" in path:
        raise Unreadable(error("path-outside", where, "the path has a line break", fix="rename the file"))
    facts = file_facts(Content(path, location=full))
    return f"sha256:{facts.sha256}", facts.size
