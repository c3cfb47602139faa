"""A simulated authority as a bundle in a folder, sealed, and its truth beside the folder."""

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from inspector.simulate.authority import Authority, Row, month
from inspector.simulate.measures import AUDITOR
from inspector.writing import whole

GIVEN = "given/regional-audit-office"
FIELDS = {
    "indicator-register": (
        "indicator", "title", "better", "measure", "unit", "target", "deadline", "deadline_unit", "stakes", "recorded_by",
        "editable_by", "verified_by", "balancing_indicator", "definition_changes",
    ),
    "indicators": (
        "indicator", "period_start", "period_end", "numerator", "denominator", "value", "recorded_on", "revised_on",
    ),
    "improvement-log": (
        "id", "raised_on", "raised_by_role", "team", "origin", "scale", "change_type", "aim", "prediction", "indicator",
        "balancing_indicator", "started_on", "tested_on", "studied_on", "decided_on", "decision", "learned", "follows",
        "questions_target", "recorded_at",
    ),
    "participation": ("period_start", "period_end", "team", "role", "headcount", "contributors"),
    "durations": ("indicator", "period_start", "period_end", "days", "count"),
    "verifications": (
        "id", "verified_by", "role", "looked_on", "indicator", "period_start", "period_end", "looked_at", "agreed", "better",
    ),
    "declared-events": ("event", "on", "indicators", "entries", "says"),
}  # fmt: skip


def rows_of(one: Authority) -> dict[str, Sequence[Row]]:
    """The rows by kind; a kind without rows is not submitted."""
    kinds = {
        "indicator-register": one.register,
        "indicators": one.figures,
        "improvement-log": one.log,
        "participation": one.participation,
        "durations": one.durations,
        "verifications": one.verifications,
        "declared-events": one.declared,
    }
    return {kind: rows for kind, rows in kinds.items() if rows}


def write(one: Authority, folder: Path) -> None:
    """Write the bundle into `folder`, which is made, and the truth to `folder.truth.json`. Raises OSError: neither is there."""
    with whole.opened(folder.parent / f"{folder.name}.truth.json") as truth:
        truth.write(_json(one.truth))
        truth.flush()
        with whole.folder(folder) as part:
            bundle(one, part, folder.name)


def bundle(one: Authority, folder: Path, name: str) -> None:
    """Write the bundle of that name into `folder`, which is there. Raises OSError."""
    resources = []
    for kind, rows in rows_of(one).items():
        data = _csv(FIELDS[kind], rows).encode()
        given = _given(one, folder, data) if kind == "verifications" else {"recorded_by": "children's services"}
        own = str(one.files.get(kind, kind))
        path = str(given.pop("path", f"{own}.csv"))
        (folder / path).write_bytes(data)
        resources.append({"name": own, "path": path, **_described(kind, data), **given})
    manifest = {
        "name": name.lower(),
        "title": f"Simulated evidence {one.seed}",
        "authority": one.name,
        "invented": True,
        "period": {
            "start": one.start.isoformat(),
            "end": (month(one.start, one.months) - timedelta(days=1)).isoformat(),
        },
        # What is announced only later nobody knows yet.
        **({"notified_on": one.notified_on.isoformat()} if one.notified_on <= one.submitted_at else {}),
        "submitted_at": one.submitted_at.isoformat(),
        "resources": resources,
    }
    (folder / "datapackage.json").write_bytes(_json(manifest))


def _described(kind: str, data: bytes) -> Row:
    return {"kind": kind, "format": "csv", "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}


def _given(one: Authority, folder: Path, data: bytes) -> Row:
    """What another body gave lies in a folder of its own, beside the manifest that it sealed."""
    own = folder / GIVEN
    own.mkdir(parents=True)
    name = "verifications.csv"
    manifest: Row = {
        "name": "looked-at",
        "authority": AUDITOR,
        "invented": True,
        "period": {"start": one.start.isoformat(), "end": one.submitted_at.isoformat()},
        "resources": [{"name": "verifications", "path": name, **_described("verifications", data)}],
        "seal": {"version": 1},
    }
    canonical = json.dumps(manifest, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    lines = f"{hashlib.sha256(canonical).hexdigest()}  datapackage.json\n{hashlib.sha256(data).hexdigest()}  {name}\n"
    manifest["seal"]["root"] = f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"
    (own / "datapackage.json").write_bytes(_json(manifest))
    return {"path": f"{GIVEN}/{name}", "submitted_by": AUDITOR, "sealed_in": f"{GIVEN}/datapackage.json"}


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def _csv(fields: Sequence[str], rows: Sequence[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows([_cell(row.get(field)) for field in fields] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ";".join(str(_cell(part)) for part in value)
    return value
