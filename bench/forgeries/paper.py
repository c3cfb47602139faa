"""A folder of evidence as a liar holds it in his hands: tables of plain cells and a manifest, written out with true digests."""

import csv
import hashlib
import io
import json
import subprocess
import sys
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

Row = dict[str, Any]
HAND = "children's services"


@dataclass
class Folder:
    """Tables by file name (without its end), the kind of each, more of its manifest entry, and the manifest's own fields.

    `files` are further files as text, by path; they are written as they are and listed nowhere. `@here` in the manifest becomes
    the path of the folder.
    """

    authority: str
    start: date
    end: date
    tables: dict[str, list[Row]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    about: dict[str, Row] = field(default_factory=dict)
    manifest: Row = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    as_json: bool = False

    def copy(self) -> "Folder":
        """The same folder, to be changed."""
        return deepcopy(self)

    def rows(self, name: str, kind: str | None = None) -> list[Row]:
        """The rows of a table, which is made where it is not there."""
        self.kinds.setdefault(name, kind or name)
        return self.tables.setdefault(name, [])

    @property
    def count(self) -> int:
        """How many rows there are in all."""
        return sum(map(len, self.tables.values()))

    def write(self, folder: Path) -> int:
        """Write it out; how many bytes the rows take. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        resources, size = [], 0
        for name, rows in self.tables.items():
            if not rows:
                continue
            data = (_json(rows) if self.as_json else _csv(rows)).encode()
            end = "json" if self.as_json else "csv"
            said = self.about.get(name, {})
            path = (Path(said.get("sealed_in", "")).parent / f"{name}.{end}").as_posix()
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
            size += len(data)
            resources.append({
                "name": name, "path": path, "kind": self.kinds.get(name, name), "format": end,
                "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data), "recorded_by": HAND,
                **said,
            })  # fmt: skip
            if "sealed_in" in said:
                self._sealed(folder / said["sealed_in"], resources[-1])
        for path, text in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        said = json.dumps(self._manifest(resources), indent=1).replace("@here", folder.as_posix())
        (folder / "datapackage.json").write_text(said, encoding="utf-8")
        return size

    def _sealed(self, manifest: Path, resource: Row) -> None:
        """The manifest of a body that was made up, sealed with the command that anybody has."""
        inner = {key: cell for key, cell in resource.items() if key not in ("sealed_in", "path")}
        said = self._manifest([{**inner, "path": Path(resource["path"]).name}]) | {
            "authority": resource["submitted_by"]
        }
        manifest.write_text(json.dumps(said, indent=1), encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "inspector", "bundle", "seal", manifest.parent, "--despite-problems"],
            capture_output=True,
            check=False,
        )

    def _manifest(self, resources: list[Row]) -> Row:
        said = {
            "name": "evidence", "title": "Evidence", "authority": self.authority, "invented": True,
            "period": {"start": self.start.isoformat(), "end": self.end.isoformat()},
            "notified_on": (self.end + timedelta(days=14)).isoformat(),
            "submitted_at": (self.end + timedelta(days=28)).isoformat(),
            **self.manifest, "resources": resources,
        }  # fmt: skip
        return {name: value for name, value in said.items() if value is not None}


def read(folder: Path) -> Folder:
    """The folder that is there, its tables as text. Raises OSError, KeyError."""
    said = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    period = said.pop("period")
    found = Folder(said["authority"], date.fromisoformat(period["start"]), date.fromisoformat(period["end"]))
    for one in said.pop("resources"):
        name, path = one.pop("name"), one.pop("path")
        for key in ("hash", "bytes", "format"):
            one.pop(key, None)
        text = (folder / path).read_text(encoding="utf-8")
        rows = json.loads(text) if path.endswith(".json") else list(csv.DictReader(io.StringIO(text)))
        if path.endswith(".json"):
            found.files[path] = text
            continue
        found.tables[name] = [{key: cell for key, cell in row.items() if cell != ""} for row in rows]
        found.kinds[name] = one.pop("kind")
        found.about[name] = one
    said.pop("seal", None)
    found.manifest = {"notified_on": None, "submitted_at": None, **said}
    return found


def _csv(rows: list[Row]) -> str:
    heads = list(dict.fromkeys(key for row in rows for key in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_cell(row.get(head)) for head in heads] for row in rows)
    return out.getvalue()


def _json(rows: list[Row]) -> str:
    return json.dumps([{key: _plain(cell) for key, cell in row.items() if cell is not None} for row in rows])


def _plain(cell: Any) -> Any:
    return cell.isoformat() if isinstance(cell, date) else cell


def _cell(cell: Any) -> Any:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return cell.isoformat() if isinstance(cell, date) else cell


def month(start: date, k: int) -> date:
    """The first day of the month `k` months after that of `start`."""
    whole = start.year * 12 + start.month - 1 + k
    return date(whole // 12, whole % 12 + 1, 1)


def last(first: date) -> date:
    """The last day of a month."""
    return month(first, 1) - timedelta(days=1)
