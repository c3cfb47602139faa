"""From the tables of a bundle to its evidence, and the digest by which a bundle is known."""

import hashlib
import json
from datetime import date
from typing import Any

from inspector.bundle.manifest import Manifest
from inspector.bundle.tables import Table
from inspector.bundle.typed import typed
from inspector.model.base import Noun
from inspector.model.evidence import Duration, Evidence, Figure, Indicator, LogEntry, Participation, Resource, Rows
from inspector.model.problems import Problem

NOUNS: dict[str, type[Noun]] = {
    "indicators": Figure,
    "indicator-register": Indicator,
    "improvement-log": LogEntry,
    "participation": Participation,
    "durations": Duration,
}


def evidence(manifest: Manifest, tables: list[Table], problems: list[Problem], seal: str) -> Evidence:
    """The typed rows of all tables, without those that a problem of level error is about. `seal` is the digest."""
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
        digest=seal,
        resources=tuple(_resource(r, tables) for r in manifest.resources),
        figures=rows["indicators"],
        indicators=rows["indicator-register"],
        log=rows["improvement-log"],
        participation=rows["participation"],
        durations=rows["durations"],
        left_out=tuple(Rows(resource=path, rows=tuple(sorted(left))) for path, left in sorted(bad.items()) if left),
    )


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


def digest(document: dict[str, Any]) -> str:
    """sha256 over the manifest's content, which holds the hash of every file; blind to how it is laid out or packed."""
    canonical = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
