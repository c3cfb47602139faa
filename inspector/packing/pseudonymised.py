"""The files of a bundle with identifiers replaced and what is private left out, as a bundle that can be read and judged again.

Tables come as CSV under our own field names, whatever they were before; columns that are not read do not come at all. It is
another bundle than the one that was sealed, and has no seal.
"""

import csv
import io
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from inspector.bundle.check.doubt import sort_of
from inspector.bundle.check.hiding import Hiding
from inspector.bundle.open import sealed, strict_json
from inspector.bundle.open.source import MANIFEST
from inspector.bundle.pseudonyms import Pseudonyms
from inspector.bundle.reading import BundleReading, read_bundle
from inspector.bundle.tables.table import ROW, Table
from inspector.model.problems import CannotComplete, Where
from inspector.model.remarks import error
from inspector.packing.reading_back import lines
from inspector.packing.sealing import by_resource
from inspector.privacy.days import looks_like
from inspector.privacy.gate import HIDDEN

KEPT_OF_RESOURCE = (
    "name", "title", "description", "kind", "recorded_by", "source_system", "extracted_at", "submitted_by", "carried_over_on",
    "part", "list", "return", "table", "row_schema", "schema",
)  # fmt: skip
"""What a resource still says when its file has become a CSV of ours."""


def pseudonymised(path: Path, files: list[tuple[str, bytes]], names: Pseudonyms) -> list[tuple[str, bytes]]:
    """The files, the manifest first. Raises CannotComplete for a bundle that has a file of which that cannot be done."""
    reading = read_bundle(path, names, as_written=True)
    given, hiding = dict(files), reading.hiding
    document: dict[str, Any] = json.loads(given[MANIFEST])
    tables = by_resource(reading.written)
    made: dict[str, bytes] = {}
    resources: list[dict[str, Any]] = []
    for resource in document["resources"]:
        held = tables.get((resource["path"], resource["name"]), [])
        for said, data in _resource(resource, held, given[resource["path"]], hiding):
            made[said["path"]] = data
            resources.append({**said, "hash": f"sha256:{sha256(data).hexdigest()}", "bytes": len(data)})
    rest = {name: value for name, value in document.items() if name not in ("seal", "resources")}
    manifest = {**_hidden(rest, hiding), "resources": [_said(one, hiding) for one in resources]}
    made |= {name: given[name] for name in sealed.led_to(manifest) if name not in made}
    found = [(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2).encode()), *sorted(made.items())]
    _refuse_other(reading, found)
    return found


def _resource(
    resource: dict[str, Any], tables: list[Table], data: bytes, hiding: Hiding
) -> Iterator[tuple[dict[str, Any], bytes]]:
    name = PurePosixPath(resource["path"])
    if name.suffix.lower() == ".json":
        document = strict_json.parse(data, str(name))
        yield {**resource}, json.dumps(_hidden(document, hiding), ensure_ascii=False, indent=1).encode()
        return
    if name.suffix.lower() == ".xml" or not tables:
        message = "identifiers cannot be replaced in this file, so it is not kept"
        raise CannotComplete(
            [error("not-pseudonymised", Where(file=str(name)), message, fix="hand it in as CSV, or do without --keep")]
        )
    for table in tables:
        said = {key: resource[key] for key in KEPT_OF_RESOURCE if key in resource}
        if values := resource.get("mapping", {}).get("values"):
            said["mapping"] = {"values": values}
        place = str(name.with_suffix(".csv"))
        if len(tables) > 1:
            part = table.kind.rpartition("/")[2]
            place, said["name"] = str(name.with_name(f"{name.stem}-{part}.csv")), f"{resource['name']}-{part}"
            if part.startswith("list-"):
                said["list"] = int(part.removeprefix("list-"))
        yield {**said, "path": place}, _csv(table, hiding)


def _csv(table: Table, hiding: Hiding) -> bytes:
    """The table as CSV: our fields for headings, each cell as it may be kept."""
    private, telling = hiding.fields(table).private, hiding.telling(table)
    fields = [name for name in table.fields if name not in private]
    stream = io.StringIO()
    written = csv.writer(stream, lineterminator="\n")
    written.writerow(fields)
    for frame in table.batches():
        rows = frame[ROW].to_list()
        columns = []
        for name in fields:
            cells = frame[name].to_list()
            told = telling.cells(name, rows, cells)
            plain = sort_of(table.schema["properties"].get(name, {})) in ("date", "number")
            columns.append([
                cell if plain and cell is not None and _day_or_number(cell) else told_as
                for cell, told_as in zip(cells, told, strict=True)
            ])  # fmt: skip
        written.writerows(zip(*columns, strict=True))
    return stream.getvalue().encode()


def _day_or_number(cell: str) -> bool:
    """Whether a cell is the day or number that its column is for: then it names nobody."""
    return looks_like(cell) or cell.strip().replace(".", "", 1).isdigit()


def _hidden(value: Any, hiding: Hiding) -> Any:
    """A value of a document with every text as it may be kept."""
    if isinstance(value, str):
        return value if looks_like(value) else hiding.gate.cell(value) or (HIDDEN if value else value)
    if isinstance(value, dict):
        return {name: _hidden(one, hiding) for name, one in value.items()}
    return [_hidden(one, hiding) for one in value] if isinstance(value, list) else value


def _said(resource: dict[str, Any], hiding: Hiding) -> dict[str, Any]:
    """A resource of the manifest: what people wrote in it as it may be kept."""
    written = ("title", "description", "recorded_by", "submitted_by", "source_system")
    return {name: _hidden(value, hiding) if name in written else value for name, value in resource.items()}


def _refuse_other(reading: BundleReading, files: list[tuple[str, bytes]]) -> None:
    """Raise CannotComplete unless what is kept can be read, with as many rows of each kind."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for name, data in files:
            place = Path(folder) / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        again = read_bundle(Path(folder))
        if _rows(again) == _rows(reading) and not again.unreadable:
            return
    message = "with identifiers replaced the bundle cannot be read as it was, so its files are not kept"
    raise CannotComplete([error("not-pseudonymised", Where(file=MANIFEST), message, fix="do without --keep")])


def _rows(reading: BundleReading) -> dict[str, int]:
    found: dict[str, int] = {}
    for table in reading.tables:
        found[table.kind] = found.get(table.kind, 0) + lines([table])
    return found
