"""A whole bundle in which private values stand where nobody looks for them: in comments, codes, ids, headings and links."""

import io
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import xlsxwriter

from tests.bundle import builder
from tests.privacy.sentinels import DAMAGE, FIRST, LAST, Grid, Sentinels, as_csv, one_list

OWN = {
    "type": "object",
    "properties": {
        "visit": {"type": "string", "pattern": "^v[0-9]+$"},
        "client": {"type": "string"},
        "carer": {"type": "string"},
        "dob": {"type": "string", "format": "date"},
        "seen": {"type": "string", "format": "date"},
        "outcome": {"type": "string", "enum": ["met", "not met", "put off"]},
        "minutes": {"type": "integer", "minimum": 1},
        "before": {"type": "string"},
    },
    "x-private": ["dob", "carer"],
    "x-identifiers": ["client", "before"],
    "x-record": "client",
    "x-primary-key": ["seen", "client", "carer"],
    "x-not-before": [["seen", "dob"]],
    "x-foreign-key": [{"field": "before", "kind": "visits", "references": "client"}],
}


def visits(secret: Sentinels) -> Grid:
    """A table of the authority's own, sound but for a link that leads nowhere."""
    rows: Grid = [list(OWN["properties"])]  # type: ignore[call-overload]
    for row in range(6):
        day, carer, id = (
            date(2009, 3, 14) + timedelta(days=411 * row),
            f"{FIRST[row][::-1].title()} {LAST[row]}",
            f"WVJ88{row:03}",
        )
        secret.births.add(day)
        secret.names.add(carer)
        secret.ids |= {id, f"WVJ99{row:03}"}
        outcome = OWN["properties"]["outcome"]["enum"][row % 3]  # type: ignore[index]
        rows.append([f"v{row}", id, carer, day.isoformat(), "2025-02-03", outcome, str(20 + row), f"WVJ99{row:03}"])
    return rows


def bundle(folder: Path, damage: str = "sound") -> Sentinels:
    """Write the bundle; every table with private columns has that damage."""
    secret = Sentinels()
    manifest, files = builder.small()
    worker, born, id = f"{FIRST[2]} {LAST[2]}", date(2007, 2, 13) + timedelta(days=397 * 2), "QXK710002"
    own = DAMAGE[damage](visits(secret))
    resources = [
        _own("visits", "visits.csv", as_csv(own).encode(), files),
        _own("visits-parquet", "visits.parquet", _parquet(own), files),
        _file({"name": "list-8", "path": "list_8.csv", "kind": "case-records", "list": 8},
              as_csv(DAMAGE[damage](one_list(8, secret))).encode(), files),
        _file({"name": "lists", "path": "lists.xlsx", "kind": "case-records"}, _book(damage, secret), files),
        _file({"name": "voice", "path": "voice.json", "kind": "voice"}, _voice(worker, born, id), files),
        _file({"name": "wrong", "path": "wrong.csv", "kind": "participation", "mapping": {"fields": {
            "period_start": "Date of Birth", "period_end": "Date Started to be Looked After", "team": "Allocated Worker",
            "role": "Child Unique ID", "headcount": "Age of Child (Years)", "contributors": "Gender"}}},
            as_csv(one_list(8, secret)).encode(), files),
    ]  # fmt: skip
    files["visits.schema.json"] = json.dumps(OWN).encode()
    files["improvement-log.csv"] = _log(files["improvement-log.csv"].decode(), worker, born, id).encode()
    for resource in manifest["resources"]:
        resource.update(builder.seal(files[resource["path"]]))
    manifest["resources"] += resources
    folder.mkdir(parents=True)
    for name, data in {builder.MANIFEST: json.dumps(manifest).encode(), **files}.items():
        (folder / name).write_bytes(data)
    return secret


def _file(resource: dict[str, Any], data: bytes, files: builder.Files) -> dict[str, Any]:
    files[resource["path"]] = data
    return {**resource, **builder.seal(data)}


def _own(name: str, path: str, data: bytes, files: builder.Files) -> dict[str, Any]:
    return _file({"name": name, "path": path, "kind": "table", "row_schema": "visits.schema.json"}, data, files)


def _parquet(grid: Grid) -> bytes:
    width = max(map(len, grid))
    heads = [*grid[0], *[""] * (width - len(grid[0]))]
    rows = [[*row, *[""] * (width - len(row))] for row in grid[1:]]
    names = [f"{head} " * bool(heads.index(head) != at) + head or f"c{at}" for at, head in enumerate(heads)]
    stream = io.BytesIO()
    pl.DataFrame({name: [row[at] for row in rows] for at, name in enumerate(names)}).write_parquet(stream)
    return stream.getvalue()


def _book(damage: str, secret: Sentinels) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for number in (3, 7):
            sheet = book.add_worksheet(f"List {number}")
            for at, row in enumerate(DAMAGE[damage](one_list(number, secret))):
                sheet.write_row(at, 0, row)
    return stream.getvalue()


def _log(text: str, worker: str, born: date, id: str) -> str:
    """Entries that speak of a child, one of them by its id alone, written twice and out of order."""
    first, last = worker.split()
    rows = [
        f'{id},2025-01-06,social worker,{worker},one-case,"{last}, {first} saw {id} (born {born:%d/%m/%Y}); {worker.upper()}",'
        f"2025-01-08,2025-01-02,nowhere-{id},false,{worker},2025-01-10T16:20:00Z,{worker}",
        f'{id},{born.isoformat()},{worker},North,{worker},"child of {born.day} {born:%B} {born.year}, seen by {worker}",'
        f"{born.isoformat()},{born:%d/%m/%Y},{id},{worker},South,{born.isoformat()},repeat-referrals",
    ]
    return text + "\n".join(rows) + "\n"


def _voice(worker: str, born: date, id: str) -> bytes:
    return json.dumps([
        {"id": id, "heard_on": born.isoformat(), "theme": worker, "said": f"{worker} knew {id}", worker: born.isoformat()},
        {"id": id, "heard_on": f"{born:%d/%m/%Y}", "who": worker, "answered": f"by {worker}"},
    ]).encode()  # fmt: skip
