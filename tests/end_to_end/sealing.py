"""Change a file of a bundle and put its new hash and size into the manifest."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path


def edit_and_reseal(bundle: Path, name: str, edit: Callable[[list[str]], list[str]]) -> None:
    """Edit the lines of one file of the bundle; the manifest then says what is true of it."""
    path = bundle / name
    lines = path.read_text(encoding="utf-8").splitlines()
    data = ("\n".join(edit(lines)) + "\n").encode()
    path.write_bytes(data)
    manifest = json.loads((bundle / "datapackage.json").read_text(encoding="utf-8"))
    for resource in manifest["resources"]:
        if resource["path"] == name:
            resource["hash"] = "sha256:" + hashlib.sha256(data).hexdigest()
            resource["bytes"] = len(data)
    (bundle / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
