"""A simulated authority as a bundle in a folder, sealed, and its truth beside the folder."""

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

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
    "case-reviews": (
        "id", "reviewed_on", "event_on", "went", "approach", "front_line_took_part", "family_took_part", "learned",
        "shared_with",
    ),
    "case-review-factors": ("review", "condition", "found", "tracked_by", "tracked_since"),
    "case-review-actions": ("review", "id", "action", "level", "strength", "indicator", "due_on", "done_on"),
    "recommendations": (
        "id", "recommendation", "source", "made_on", "owners", "indicator", "verified_by", "verified_on",
    ),
    "recommendation-actions": ("recommendation", "id", "action", "strength", "owner", "due_on", "done_on"),
    "recommendation-statuses": ("recommendation", "on", "status", "note"),
    "leadership": (
        "leader", "period_start", "period_end", "hours_delivering", "hours_improving", "hours_overseeing", "accounts_to",
        "accounted_on",
    ),
    "leadership-questions": ("leader", "question", "answered_on", "reviewed_on", "acted_on"),
    "partnership": (
        "id", "from_agency", "to_agency", "commitment", "made_on", "joint", "due_on", "met_on", "agreed_measure",
        "partner_says", "partner_statement", "stated_on",
    ),
    "voice": (
        "id", "period_start", "period_end", "group", "theme", "said", "people", "changed", "told_back_on",
    ),
    "self-evaluation": ("id", "area", "what_we_know", "how_we_know", "what_next", "stated_on"),
    "self-evaluation-claims": ("id", "statement", "claim", "direction", "indicator", "since", "evidence"),
}  # fmt: skip
FURTHER = {
    "indicator-register": ("same_as",),
    "improvement-log": ("spread_to",),
    "participation": ("days_to_hear_back",),
    "verifications": ("recommendation",),
}
"""Fields that stand in a file only where a row fills them."""
PARTS = {
    "case-review-factors": ("case-reviews", "factors"),
    "case-review-actions": ("case-reviews", "actions"),
    "recommendation-actions": ("recommendations", "actions"),
    "recommendation-statuses": ("recommendations", "statuses"),
    "leadership-questions": ("leadership", "questions"),
    "self-evaluation-claims": ("self-evaluation", "claims"),
}
"""Of a file that holds a part of the records of another kind: that kind, and the part."""
PARTNERS = "partnership-given"
"""Promises of which the partner speaks: they stand in a file that it gives and seals itself."""


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
        **one.records,
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
        given = _giver(kind, rows)
        if given:
            resources.append(_given(one, folder, given, rows))
            continue
        of, part = PARTS.get(kind, (kind, None))
        own = str(one.files.get(kind, f"{of}-{part}" if part else kind))
        data = _csv(fields_of(kind, rows), rows).encode()
        path = f"{own}.csv"
        (folder / path).write_bytes(data)
        described = _described(of, data) | ({"part": part} if part else {})
        resources.append({"name": own, "path": path, **described, "recorded_by": "children's services"})
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


def fields_of(kind: str, rows: Sequence[Row]) -> tuple[str, ...]:
    """The columns of a file: those that always stand in it, then those that a row fills."""
    filled = {field for row in rows for field, value in row.items() if value is not None}
    return (*FIELDS[kind], *(field for field in FURTHER.get(kind, ()) if field in filled))


def _described(kind: str, data: bytes) -> Row:
    return {"kind": kind, "format": "csv", "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}


class Giver(NamedTuple):
    """Another body that gives a file: its name, its folder, what it calls the file, and the kind of its rows."""

    name: str
    folder: str
    file: str
    kind: str
    bundle: str


def _giver(kind: str, rows: Sequence[Row]) -> Giver | None:
    """Who gives rows of a kind, where that is another body."""
    if kind == "verifications":
        return Giver(AUDITOR, GIVEN, "verifications", kind, "looked-at")
    if kind == PARTNERS:
        name = str(rows[0]["to_agency"])
        return Giver(name, f"given/{name.replace(' ', '-')}", "promises", "partnership", "promises")
    return None


def _given(one: Authority, folder: Path, giver: Giver, rows: Sequence[Row]) -> Row:
    """What another body gave lies in a folder of its own, beside the manifest that it sealed."""
    own = folder / giver.folder
    own.mkdir(parents=True)
    name = f"{giver.file}.csv"
    data = _csv(fields_of(giver.kind, rows), rows).encode()
    (own / name).write_bytes(data)
    described = _described(giver.kind, data)
    manifest: Row = {
        "name": giver.bundle,
        "authority": giver.name,
        "invented": True,
        "period": {"start": one.start.isoformat(), "end": one.submitted_at.isoformat()},
        "resources": [{"name": giver.file, "path": name, **described}],
        "seal": {"version": 1},
    }
    canonical = json.dumps(manifest, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    lines = f"{hashlib.sha256(canonical).hexdigest()}  datapackage.json\n{hashlib.sha256(data).hexdigest()}  {name}\n"
    manifest["seal"]["root"] = f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"
    (own / "datapackage.json").write_bytes(_json(manifest))
    return {
        "name": str(one.files.get(giver.kind, giver.file)),
        "path": f"{giver.folder}/{name}",
        **described,
        "submitted_by": giver.name,
        "sealed_in": f"{giver.folder}/datapackage.json",
    }


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
