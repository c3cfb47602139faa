"""A book of case lists as a bundle in a folder, and what was done to it beside the folder."""

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from inspector import data
from inspector.simulate.case_lists.book import Book, Row
from inspector.writing import whole


@cache
def headings(number: int) -> dict[str, str]:
    """The fields of a list and the template's headings for them, in their order."""
    path = data.schemas_folder() / "annex-a" / f"list-{number}.schema.json"
    fields = json.loads(path.read_text(encoding="utf-8"))["properties"]
    return {field: cell["title"] for field, cell in fields.items()}


def write(book: Book, folder: Path) -> None:
    """Write the bundle into `folder`, which is made, and the truth to `folder.truth.json`. Raises OSError: neither is there."""
    with whole.opened(folder.parent / f"{folder.name}.truth.json") as truth:
        planted = [one._asdict() for one in book.planted]
        truth.write(_json({"seed": book.seed, "planted": planted}))
        truth.flush()
        with whole.folder(folder) as part:
            _bundle(book, part, folder.name)


def _bundle(book: Book, folder: Path, name: str) -> None:
    resources = []
    for number, rows in book.lists.items():
        content = _csv(headings(number), rows).encode()
        (folder / f"list-{number}.csv").write_bytes(content)
        resources.append({
            "name": f"list-{number}", "path": f"list-{number}.csv", "kind": "case-records", "list": number,
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}", "bytes": len(content),
        })  # fmt: skip
    manifest = {
        "name": name.lower(),
        "title": f"Simulated case lists {book.seed}",
        "authority": f"Simulated authority {book.seed}",
        "invented": True,
        "period": {"start": (book.day - timedelta(days=182)).isoformat(), "end": book.day.isoformat()},
        "notified_on": book.told.isoformat(),
        "submitted_at": book.day.isoformat(),
        "resources": resources,
    }
    (folder / "datapackage.json").write_bytes(_json(manifest))


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def _csv(fields: dict[str, str], rows: Sequence[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(fields.values())
    writer.writerows([_cell(row.get(field)) for field in fields] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else value
