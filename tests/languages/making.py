"""The small bundle in whose words nothing is English, so that whatever is English in a report of it is Inspector's own."""

import json
from pathlib import Path

import yaml

from tests.bundle.builder import seal

HERE = Path(__file__).parent
TINY = HERE.parent / "frameworks" / "tiny"
BUNDLE = yaml.safe_load((HERE / "bundle.yaml").read_text(encoding="utf-8"))


def made(folder: Path) -> Path:
    """The bundle of `bundle.yaml`, written to `folder`."""
    folder.mkdir(parents=True)
    for kind, text in BUNDLE.items():
        (folder / f"{kind}.csv").write_text(text, encoding="utf-8")
    manifest = {
        "name": "llyfrgell",
        "title": "Tystiolaeth y llyfrgell",
        "authority": "Cyngor y Cwm",
        "invented": True,
        "period": {"start": "2024-01-01", "end": "2025-12-31"},
        "notified_on": "2025-12-01",
        "submitted_at": "2026-01-10",
        "resources": [
            {"name": kind, "path": f"{kind}.csv", "kind": kind, "format": "csv", **seal(text.encode())}
            for kind, text in BUNDLE.items()
        ],
    }
    (folder / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder
