"""A small valid bundle of all five kinds, and the changes that a case in YAML can make to it."""

import hashlib
import io
import json
import stat
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import xlsxwriter
import yaml

TABLES: dict[str, str] = yaml.safe_load((Path(__file__).parent / "small_bundle.yaml").read_text(encoding="utf-8"))
MANIFEST = "datapackage.json"
Files = dict[str, bytes]
Step = dict[str, Any]


def seal(data: bytes) -> dict[str, Any]:
    """The hash and size of a file, as a manifest gives them."""
    return {"hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}


def small() -> tuple[dict[str, Any], Files]:
    """The manifest (sealed) and the files of the valid bundle."""
    files = {f"{kind}.csv": text.encode() for kind, text in TABLES.items()}
    resources = [
        {"name": kind, "path": f"{kind}.csv", "kind": kind, "format": "csv", **seal(files[f"{kind}.csv"])}
        for kind in TABLES
    ]
    manifest = {
        "name": "small",
        "title": "A small bundle",
        "authority": "Nowhere Council",
        "invented": True,
        "period": {"start": "2025-01-01", "end": "2025-12-31"},
        "notified_on": "2025-11-01",
        "submitted_at": "2025-12-31",
        "resources": resources,
    }
    return manifest, files


def build(folder: Path, case: dict[str, Any] | None = None) -> Path:
    """Write the bundle with the changes of a case, and give the path to hand to `check`."""
    case = case or {}
    manifest, files = small()
    files |= _figures(case["figures"]) if "figures" in case else {}
    for step in case.get("change", ()):
        EDITS[step["do"]](files, step)
    if not case.get("unsealed"):
        for resource in manifest["resources"]:
            resource.update(seal(files.get(resource["path"], b"")))
    for step in case.get("manifest", ()):
        edit_manifest(manifest, step, files)
    files = {MANIFEST: json.dumps(manifest).encode(), **files}
    for step in case.get("last", ()):
        EDITS[step["do"]](files, step)
    bundle = pack(folder, files, case["zip"]) if "zip" in case else unfold(folder / "bundle", files)
    for step in case.get("on_disk", ()):
        ON_DISK[step["do"]](bundle, step)
    return folder / case["path"] if "path" in case else bundle


def _figures(given: dict[str, Any]) -> Files:
    """One indicator of the `unit`, and its `amounts` (numerator,denominator,value), a month each from January 2025."""
    rows = [
        f"visits-on-time,2025-{month:02}-01,2025-{month:02}-28,{amounts}"
        for month, amounts in enumerate(given["amounts"], 1)
    ]
    head = "indicator,period_start,period_end,numerator,denominator,value"
    register = f'indicator,title,better,measure,unit\nvisits-on-time,Visits on time,up,process,"{given["unit"]}"\n'
    return {
        "indicators.csv": "\n".join([head, *rows, ""]).encode(),
        "indicator-register.csv": register.encode(),
        "durations.csv": b"indicator,period_start,period_end,days,count\nvisits-on-time,2025-01-01,2025-01-31,9,12\n",
    }


def edit_manifest(manifest: dict[str, Any], step: Step, files: Files) -> None:
    """`at: resources.0.kind` and `to: ...`; `remove: true`; `seal: FILE`; or `add: {name, path, kind}`, a resource."""
    target: Any = manifest
    *way, last = [int(part) if part.isdigit() else part for part in str(step.get("at", "resources")).split(".")]
    for part in way:
        target = target[part]
    if "add" in step:
        manifest["resources"].append({**step["add"], **seal(files[step["add"]["path"]])})
        return
    if step.get("remove"):
        del target[last]
    elif "seal" in step:
        target[last].update({"path": step["seal"], **seal(files[step["seal"]])})
    else:
        target[last] = step["to"]


def unfold(bundle: Path, files: Files) -> Path:
    """The files as a folder."""
    for name, data in files.items():
        path = bundle / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return bundle


def _replace(files: Files, step: Step) -> None:
    old = files[step["file"]].decode()
    assert step["find"] in old, f"{step['find']!r} is not in {step['file']}"
    files[step["file"]] = old.replace(step["find"], step["by"], 1).encode()


def _write(files: Files, step: Step) -> None:
    text = step.get("text", "") * step.get("times", 1)
    files[step["file"]] = text.encode(step.get("encoding", "utf-8"))


def _append(files: Files, step: Step) -> None:
    files[step["file"]] += step["text"].encode()


def _recode(files: Files, step: Step) -> None:
    files[step["file"]] = files[step["file"]].decode().encode(step["as"])


def _delete(files: Files, step: Step) -> None:
    del files[step["file"]]


def _workbook(files: Files, step: Step) -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"strings_to_formulas": False})
    for name, rows in step["sheets"].items():
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    book.close()
    files[step["file"]] = stream.getvalue()


def _parquet(files: Files, step: Step) -> None:
    stream = io.BytesIO()
    pl.DataFrame(step["columns"]).write_parquet(stream)
    files[step["file"]] = stream.getvalue()


EDITS: dict[str, Callable[[Files, Step], None]] = {
    "replace": _replace, "write": _write, "append": _append, "recode": _recode, "delete": _delete,
    "workbook": _workbook, "parquet": _parquet,
}  # fmt: skip


def _link(bundle: Path, step: Step) -> None:
    place = bundle / step["file"]
    outside = bundle.parent / "outside.csv"
    place.rename(outside)
    place.symlink_to(outside)


def _grow(bundle: Path, step: Step) -> None:
    with (bundle / step["file"]).open("r+b") as file:
        # A hole: the file has its size without taking the room.
        file.truncate(step["bytes"])


def _cut(bundle: Path, step: Step) -> None:
    bundle.write_bytes(bundle.read_bytes()[: step["bytes"]])


def _damage(bundle: Path, step: Step) -> None:
    with zipfile.ZipFile(bundle) as archive:
        info = archive.getinfo(step["file"])
    data = bytearray(bundle.read_bytes())
    start = info.header_offset + 30 + len(info.filename)
    data[start : start + 12] = b"\xff" * 12
    bundle.write_bytes(bytes(data))


def _password(bundle: Path, _: Step) -> None:
    data = bundle.read_bytes()
    place = data.index(b"PK\x01\x02")
    bundle.write_bytes(data[: place + 8] + b"\x01" + data[place + 9 :])


ON_DISK: dict[str, Callable[[Path, Step], None]] = {
    "link": _link, "grow": _grow, "cut": _cut, "damage": _damage, "password": _password,
}  # fmt: skip


def pack(folder: Path, files: Files, how: dict[str, Any] | None) -> Path:
    """The files as a zip: `under` a folder, with `also` a member of that name, `link`, `zeros` or many `members`."""
    how = how or {}
    path = folder / "bundle.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for name, data in files.items():
            archive.writestr(how.get("under", "") + name, data)
        if "also" in how:
            archive.writestr(how["also"], b"x" if "zeros" not in how else b"\x00" * how["zeros"])
        if "link" in how:
            info = zipfile.ZipInfo(how["link"])
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, "/etc/hostname")
        for number in range(how.get("members", 0)):
            archive.writestr(f"many/{number}", b"")
    return path
