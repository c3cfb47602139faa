"""A bundle of this bench as files."""

import csv
import hashlib
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from honest import AUDITOR, Made


def write(one: Made, folder: Path, **resource: Any) -> Path:
    """Write it into `folder`; `resource` are keys of the manifest's description of the log."""
    folder.mkdir(parents=True)
    resources = []
    for kind, rows in one.tables.items():
        if not rows:
            continue
        fields = list(dict.fromkeys(name for row in rows for name in row))
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(fields)
        writer.writerows([_cell(row.get(name)) for name in fields] for row in rows)
        data = out.getvalue().encode()
        described = {
            "name": kind,
            "kind": kind,
            "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
            "bytes": len(data),
        }
        if kind == "verifications":
            resources.append({**described, **_given(one, folder, data, described)})
            continue
        (folder / f"{kind}.csv").write_bytes(data)
        more = resource if kind == "improvement-log" else {}
        resources.append({**described, "path": f"{kind}.csv", "recorded_by": "data team", **more})
    (folder / "datapackage.json").write_text(json.dumps({**one.manifest, "resources": resources}), encoding="utf-8")
    return folder


def _given(one: Made, folder: Path, data: bytes, described: dict[str, Any]) -> dict[str, Any]:
    """What the auditors gave, in a folder that they sealed."""
    (folder / "auditors").mkdir()
    (folder / "auditors" / "looked.csv").write_bytes(data)
    manifest: dict[str, Any] = {
        "name": "looked", "authority": AUDITOR, "invented": True,
        "period": {"start": one.start.isoformat(), "end": one.manifest["submitted_at"]},
        "resources": [{**described, "path": "looked.csv", "format": "csv"}], "seal": {"version": 1},
    }  # fmt: skip
    text = json.dumps(manifest, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    files = (("datapackage.json", text), ("looked.csv", data))
    lines = "".join(f"{hashlib.sha256(part).hexdigest()}  {name}\n" for name, part in files)
    manifest["seal"]["root"] = f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"
    (folder / "auditors" / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    return {"path": "auditors/looked.csv", "submitted_by": AUDITOR, "sealed_in": "auditors/datapackage.json"}


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat() + "Z"
    if isinstance(value, date):
        return value.isoformat()
    return ";".join(map(str, value)) if isinstance(value, list) else value
