"""Write the files of an example bundle and seal them: hashes and sizes into the manifest. Plain standard library."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any


def table(headings: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """CSV text with LF line ends; absent values are empty cells."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headings)
    for row in rows:
        writer.writerow(["" if row.get(name) is None else row[name] for name in headings])
    return out.getvalue()


def write(folder: Path, manifest: dict[str, Any], files: dict[str, str], readme: str) -> None:
    """Write a bundle: the files, the manifest with their hashes, and the README."""
    folder.mkdir(parents=True, exist_ok=True)
    for resource in manifest["resources"]:
        data = files[resource["path"]].encode()
        resource["hash"] = f"sha256:{hashlib.sha256(data).hexdigest()}"
        resource["bytes"] = len(data)
        (folder / resource["path"]).write_bytes(data)
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    (folder / "datapackage.json").write_bytes(text.encode())
    (folder / "README.md").write_bytes(readme.encode())


def resource(name: str, kind: str, **provenance: str) -> dict[str, Any]:
    """The description of a CSV resource, without its seal."""
    fixed = {"name": name, "path": f"{name}.csv", "kind": kind, "format": "csv", "mediatype": "text/csv"}
    return {**fixed, "encoding": "utf-8", **provenance}
