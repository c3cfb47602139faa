"""A seal verified: whether what is there is consistent with the manifest, and whether it has the root that somebody kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from inspector.bundle.annex_a.without_manifest import bare_manifest
from inspector.bundle.open import sealed
from inspector.bundle.open.manifest import read_manifest
from inspector.bundle.open.source import MANIFEST, open_source
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.reading import BundleReading, read_bundle
from inspector.bundle.schema import json_schema
from inspector.bundle.tables.table import Table
from inspector.model.own_words import Asked
from inspector.model.problems import CannotComplete, Faults, Problem, Where
from inspector.model.remarks import Unreadable, error
from inspector.packing import merkle
from inspector.packing.sealing import by_resource, uncovered

SEAL = frozenset({
    "wrong-hash", "wrong-size", "no-such-file", "path-outside", "rows-changed", "broken-zip", "unsafe-zip", "wrong-root",
    "file-too-large",
})  # fmt: skip
"""Problems that a seal is about."""
UNKNOWN = frozenset({"no-manifest", "manifest", "not-json", "unknown-kind", "empty-bundle"})
"""With one of these it is not known what was sealed."""


class Verified(NamedTuple):
    """What of a seal does not hold, the root of what is there (None where it has none), and what the seal is about.

    `files` and `schemas` count what the manifest leads to; `uncovered` are files that it does not lead to, and
    `read_otherwise` the published schemas that are no longer those by which the rows were read when they were sealed.
    """

    problems: list[Problem]
    root: str | None
    files: int
    schemas: int
    uncovered: list[str]
    read_otherwise: list[str]


def verify(path: Path, pseudonyms: Pseudonyms | None = None) -> Verified:
    """Hold a bundle against its seal. Raises CannotComplete for one that was never sealed, and where that cannot be known."""
    return verified(path, pseudonyms).seal


class Read(NamedTuple):
    """A sealed bundle as it was read: what holds of its seal, its rows, its manifest."""

    seal: Verified
    reading: BundleReading
    document: dict[str, Any]


def verified(path: Path, pseudonyms: Pseudonyms | None = None, by: Asked | None = None) -> Read:
    """As `verify`, with what was read on the way; rows by the framework that `by` says."""
    try:
        bare = bare_manifest(path)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    if bare is not None:
        message = "there is no manifest, so nothing is sealed"
        raise CannotComplete([error("no-manifest", Where(file=str(path)), message, fix="make a bundle and seal it")])
    reading = read_bundle(path, pseudonyms, by=by)
    # The rows were sealed as they are.
    tables = read_bundle(path).tables if pseudonyms else reading.tables
    single = [one for one in reading.problems if not isinstance(one, Faults)]
    unknown = [one for one in single if one.level == "error" and one.rule in UNKNOWN and one.where.file == MANIFEST]
    if unknown:
        raise CannotComplete(unknown)
    document, names = _manifest(path)
    problems = [one for one in single if one.rule in SEAL]
    told = {one.where.file for one in problems}
    left = [resource for resource in reading.resources if resource["path"] not in told]
    problems += _changed(left, by_resource(tables))
    _refuse_unsealed(document, problems)
    files = {resource["path"] for resource in reading.resources}
    schemas = document["seal"]["schemas"]
    held = Verified(
        problems,
        reading.root,
        len(files),
        len(set(sealed.led_to(document)) - files),
        uncovered(names, document),
        [kind for kind in _kinds(reading) if kind in schemas and schemas[kind] != json_schema.fingerprint(kind)],
    )
    return Read(held, reading, document)


def _manifest(path: Path) -> tuple[dict[str, Any], list[str]]:
    try:
        source = open_source(path)
        return read_manifest(source).document, source.names()
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None


def _kinds(reading: BundleReading) -> list[str]:
    return sorted({table.kind for table in reading.tables} - {"table"})


def _refuse_unsealed(document: dict[str, Any], problems: list[Problem]) -> None:
    """Raise CannotComplete where there is no root: nothing could be said of the manifest, whoever had changed it."""
    if sealed.said_root(document) is not None:
        return
    where, fix = Where(file=MANIFEST, path="seal"), "seal it with `inspector bundle seal`"
    if any("rows_root" in resource for resource in document["resources"]):
        message = (
            "the bundle was sealed by an earlier version, or its seal was taken away: it has no root, so nothing can be "
            "said of its manifest and schemas"
        )
        held = "" if problems else "; its files and rows are those that the manifest names"
        raise CannotComplete([*problems, error("never-sealed", where, message + held, fix=fix)])
    raise CannotComplete([*problems, error("never-sealed", where, "the bundle was never sealed", fix=fix)])


def _changed(resources: list[dict[str, Any]], tables: dict[tuple[str, str], list[Table]]) -> Iterator[Problem]:
    for resource in resources:
        found = tables.get((resource["path"], resource["name"]), [])
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
