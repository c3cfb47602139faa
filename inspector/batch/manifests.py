"""What the manifest of a bundle says, read before the bundle is: whose it is, by which framework it wants to be judged.

Whatever is wrong with a bundle is told by whoever judges it; here it says nothing then.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from inspector.bundle.open.source import open_source

MANIFEST = "datapackage.json"


def said(path: Path, key: str) -> str:
    """A text of the manifest of the bundle at a path; empty where there is none."""
    with suppress(Exception):
        return text(json.loads(open_source(path).read(MANIFEST)), key)
    return ""


def text(manifest: Any, key: str) -> str:
    """A text of a manifest; empty where there is none."""
    found = manifest.get(key) if isinstance(manifest, dict) else None
    return found if isinstance(found, str) else ""
