"""Read a whole bundle: every resource that can be read is read, and all problems are reported in one go."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inspector.bundle import assembling, cross_checks, row_problems
from inspector.bundle.assembling import NOUNS
from inspector.bundle.headings import Mapping
from inspector.bundle.manifest import Manifest, read_manifest
from inspector.bundle.remarks import Unreadable, error, query
from inspector.bundle.source import MANIFEST, Source, open_source
from inspector.bundle.tables import Table, read_csv, read_json
from inspector.model.evidence import Evidence
from inspector.model.problems import CannotComplete, Problem, Where

FATAL = frozenset({
    "no-such-bundle", "broken-zip", "unsafe-zip", "no-manifest", "manifest", "unknown-kind", "empty-bundle",
    "path-outside", "no-such-file", "file-too-large", "wrong-hash", "wrong-size",
})  # fmt: skip
"""Problems of the bundle itself: with one of these it is not known what was submitted, so nothing is assessed."""


@dataclass(frozen=True)
class BundleReading:
    """What was read. `evidence` is None where the bundle itself is at fault (see `FATAL`)."""

    evidence: Evidence | None
    problems: tuple[Problem, ...]
    digest: str | None


def read_bundle(path: Path) -> BundleReading:
    """Read the bundle at `path`, a folder or a zip. Raises CannotComplete only where not even a manifest can be read."""
    try:
        source = open_source(path)
        manifest = read_manifest(source)
    except Unreadable as failure:
        raise CannotComplete([failure.problem]) from None
    problems = list(manifest.problems)
    tables: list[Table] = []
    for place, resource in enumerate(manifest.resources):
        try:
            table, remarks = _read_resource(source, resource, place)
        except Unreadable as failure:
            problems.append(failure.problem)
            continue
        problems += remarks
        if table is not None:
            tables.append(table)
    problems += _across(tables, manifest)
    digest = assembling.digest(manifest.document)
    fatal = any(problem.level == "error" and problem.rule in FATAL for problem in problems)
    evidence = None if fatal else assembling.evidence(manifest, tables, problems, digest)
    return BundleReading(evidence, tuple(_sorted(problems)), None if fatal else digest)


def _read_resource(source: Source, resource: dict[str, Any], place: int) -> tuple[Table | None, list[Problem]]:
    path, kind = resource["path"], resource["kind"]
    data = source.read(path)
    problems = _seal_problems(resource, data, place)
    if kind not in NOUNS:
        return None, problems
    try:
        if resource.get("format") == "json" or path.lower().endswith(".json"):
            table, rows = read_json(data, resource["name"], path, kind)
            problems += row_problems.of_rows(table, rows)
            problems += _needless_mapping(resource, place)
        else:
            table, remarks = read_csv(data, resource["name"], path, kind, _mapping(resource))
            problems += [*remarks, *row_problems.of_table(table)]
    except Unreadable as failure:
        return None, [*problems, failure.problem]
    if table.frame.height == 0:
        problems.append(query("no-rows", Where(file=path), "the table has no rows"))
    return table, problems


def _needless_mapping(resource: dict[str, Any], place: int) -> list[Problem]:
    if "mapping" not in resource:
        return []
    where = Where(file=MANIFEST, path=f"resources[{place}].mapping")
    return [error("mapping", where, "rows in JSON are read by our own field names; the mapping would not be used")]


def _seal_problems(resource: dict[str, Any], data: bytes, place: int) -> list[Problem]:
    where = Where(file=resource["path"])
    found = f"sha256:{hashlib.sha256(data).hexdigest()}"
    problems = []
    if found != resource["hash"]:
        message = f"the file is not the one the manifest seals: its hash is {found}"
        expected = f"{resource['hash']} (resources[{place}].hash of {MANIFEST})"
        fix = "if the file is right, put its hash and size into the manifest"
        problems.append(error("wrong-hash", where, message, expected, fix))
    elif isinstance(resource.get("bytes"), int) and resource["bytes"] != len(data):
        message = f"the file has {len(data)} bytes where the manifest says {resource['bytes']}"
        problems.append(error("wrong-size", where, message))
    return problems


def _mapping(resource: dict[str, Any]) -> Mapping | None:
    found = resource.get("mapping")
    if not isinstance(found, dict):
        return None
    codes = {ours: _texts(theirs) for ours, theirs in _object(found.get("values")).items()}
    return Mapping(_texts(found.get("fields")), codes)


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _texts(value: Any) -> dict[str, str]:
    """What of a mapping is texts; the manifest's own check has told of the rest."""
    return {key: text for key, text in _object(value).items() if isinstance(text, str)}


def _across(tables: list[Table], manifest: Manifest) -> list[Problem]:
    by_kind: dict[str, list[Table]] = {}
    for table in tables:
        by_kind.setdefault(table.kind, []).append(table)
    start, end = manifest.day("period", "start"), manifest.day("period", "end")
    problems = [problem for table in tables for problem in cross_checks.of_table(table, by_kind)]
    if start and end:
        submitted = manifest.day("submitted_at")
        problems += [problem for table in tables for problem in cross_checks.of_periods(table, start, end, submitted)]
    if "indicators" in by_kind and "indicator-register" not in by_kind:
        message = "there are figures but no indicator register, so nobody can tell which direction is better"
        problems.append(error("no-register", Where(file=MANIFEST), message, "a resource of kind indicator-register"))
    return problems


def _sorted(problems: list[Problem]) -> list[Problem]:
    def key(problem: Problem) -> tuple[str, str, int, str, str]:
        where = problem.where
        return where.file, problem.level, where.row or where.line or 0, where.field or where.path or "", problem.rule

    return sorted(problems, key=key)
