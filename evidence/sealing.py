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
        writer.writerow([_cell(row.get(name)) for name in headings])
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ";".join(value) if isinstance(value, list) else "" if value is None else value


def document(rows: Sequence[dict[str, Any]]) -> str:
    """JSON text of row objects, what belongs to them nested in them; dates as ISO text."""
    return json.dumps(rows, indent=1, ensure_ascii=False, default=str) + "\n"


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


def given(folder: Path, head: dict[str, Any], resources: list[dict[str, Any]], files: dict[str, str]) -> None:
    """Write what another body gave: a folder of its own, with the manifest that it sealed; its files are written beside."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in resources:
        data = files[one["path"]].encode()
        one["hash"], one["bytes"] = f"sha256:{hashlib.sha256(data).hexdigest()}", len(data)
    manifest: dict[str, Any] = {**head, "resources": resources, "seal": {"version": 1}}
    canonical = json.dumps(manifest, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    hashes = [(hashlib.sha256(canonical).hexdigest(), "datapackage.json")]
    hashes += sorted(((one["hash"].removeprefix("sha256:"), one["path"]) for one in resources), key=lambda one: one[1])
    lines = "".join(f"{sha256}  {path}\n" for sha256, path in hashes)
    manifest["seal"]["root"] = f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"
    (folder / "datapackage.json").write_bytes((json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode())


def resource(name: str, kind: str, form: str = "csv", **more: str) -> dict[str, Any]:
    """The description of a CSV or JSON resource, without its seal."""
    media = {"csv": "text/csv", "json": "application/json"}[form]
    fixed = {"name": name, "path": f"{name}.{form}", "kind": kind, "format": form, "mediatype": media}
    return {**fixed, "encoding": "utf-8", **more}
