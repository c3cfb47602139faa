"""Read a whole bundle: every resource that can be read is read, and all problems are reported in one go."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from inspector.bundle import cross_checks, row_problems
from inspector.bundle.headings import Mapping
from inspector.bundle.manifest import Manifest, read_manifest
from inspector.bundle.remarks import Unreadable, error, query
from inspector.bundle.source import MANIFEST, Source, open_source
from inspector.bundle.tables import Table, read_csv, read_json
from inspector.bundle.typed import typed
from inspector.model.base import Noun
from inspector.model.evidence import Duration, Evidence, Figure, Indicator, LogEntry, Participation, Resource, Rows
from inspector.model.problems import CannotComplete, Problem, Where

NOUNS: dict[str, type[Noun]] = {
    "indicators": Figure,
    "indicator-register": Indicator,
    "improvement-log": LogEntry,
    "participation": Participation,
    "durations": Duration,
}
FATAL = frozenset({
    "no-such-bundle", "broken-zip", "unsafe-zip", "no-manifest", "manifest", "unknown-kind", "empty-bundle", "not-json",
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
    digest = _digest(manifest.document)
    fatal = any(problem.level == "error" and problem.rule in FATAL for problem in problems)
    evidence = None if fatal else _evidence(manifest, tables, problems, digest)
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
            return table, [*problems, *row_problems.of_rows(table, rows)]
        table, remarks = read_csv(data, resource["name"], path, kind, _mapping(resource))
    except Unreadable as failure:
        return None, [*problems, failure.problem]
    problems += remarks
    if table.frame.height == 0:
        problems.append(query("no-rows", Where(file=path), "the table has no rows"))
    return table, [*problems, *row_problems.of_table(table)]


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
    fields, values = found.get("fields"), found.get("values")
    return Mapping(fields if isinstance(fields, dict) else {}, values if isinstance(values, dict) else {})


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


def _evidence(manifest: Manifest, tables: list[Table], problems: list[Problem], digest: str) -> Evidence:
    errors = [p.where for p in problems if p.level == "error" and p.where.row is not None]
    bad = {table.path: {w.row for w in errors if w.file == table.path and w.row is not None} for table in tables}
    rows = {
        kind: tuple(v for t in tables if t.kind == kind for v in typed(t, noun, bad[t.path]))
        for kind, noun in NOUNS.items()
    }
    document = manifest.document
    days = {key: manifest.day("period", key) or date.min for key in ("start", "end")}
    return Evidence(
        authority=document["authority"],
        invented=document.get("invented", False),
        period_start=days["start"],
        period_end=days["end"],
        notified_on=manifest.day("notified_on"),
        submitted_at=manifest.day("submitted_at"),
        framework=document.get("framework"),
        digest=digest,
        resources=tuple(_resource(r, tables) for r in manifest.resources),
        figures=rows["indicators"],
        indicators=rows["indicator-register"],
        log=rows["improvement-log"],
        participation=rows["participation"],
        durations=rows["durations"],
        left_out=tuple(Rows(resource=path, rows=tuple(sorted(left))) for path, left in sorted(bad.items()) if left),
    )  # type: ignore[arg-type]


def _resource(resource: dict[str, Any], tables: list[Table]) -> Resource:
    rows = next((table.frame.height for table in tables if table.path == resource["path"]), 0)
    provenance = {key: resource.get(key) for key in ("recorded_by", "source_system", "extracted_at", "submitted_by")}
    return Resource(
        name=resource["name"],
        path=resource["path"],
        kind=resource["kind"],
        sha256=resource["hash"].removeprefix("sha256:"),
        bytes=resource["bytes"],
        rows=rows,
        **provenance,
    )


def _digest(document: dict[str, Any]) -> str:
    """sha256 over the manifest's content, which holds the hash of every file; blind to how it is laid out or packed."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _sorted(problems: list[Problem]) -> list[Problem]:
    def key(problem: Problem) -> tuple[str, str, int, str, str]:
        where = problem.where
        return where.file, problem.level, where.row or where.line or 0, where.field or where.path or "", problem.rule

    return sorted(problems, key=key)
