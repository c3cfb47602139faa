"""A bundle of this bench as files."""

import csv
import hashlib
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from honest import Made


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
        (folder / f"{kind}.csv").write_bytes(data)
        more = resource if kind == "improvement-log" else {}
        resources.append({
            "name": kind, "path": f"{kind}.csv", "kind": kind, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
            "bytes": len(data), "recorded_by": "data team", **more,
        })  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps({**one.manifest, "resources": resources}), encoding="utf-8")
    return folder


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
