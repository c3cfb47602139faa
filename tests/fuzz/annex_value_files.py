"""Case records with extreme dates and numbers: some lists of Annex A, children on several of them, figures beside them."""

import csv
import io
import json
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.fuzz.figure_files import bundle
from tests.fuzz.fuzzer import Files, Fuzzer
from tests.fuzz.value_files import DATES, NUMBERS, ROOT, hold, rulebook

SERIALS = ("45000", "7306", "73051", "73052", "-1", "2958465", "9999999")
WRITTEN = ("31/12/9999", "01/01/0001", "29/02/2024", "29/02/2023", "31-12-99", "1 Jan 1800", "00/00/0000")


def make(draw: Random) -> Files:
    """A bundle of one to four lists."""
    tables = {f"list-{number}": _list(number, draw) for number in draw.sample(range(1, 12), draw.choice((1, 2, 4)))}
    derived = dict.fromkeys(one.id for one in rulebook().framework.derivations)
    register = "\n".join(["indicator,title,better", *(f"{id},{id},up" for id in derived), ""]).encode()
    made = dict(bundle({**tables, "indicator-register": register}, draw))
    manifest = json.loads(made["datapackage.json"])
    if draw.random() < 0.8:
        manifest["submitted_at"] = draw.choice(("2024-12-31", "2023-06-15", "1900-01-01", "2100-12-31"))
    for resource in manifest["resources"]:
        if resource["name"] in tables:
            resource.update({"kind": "case-records", "list": int(resource["name"].removeprefix("list-"))})
    return {**made, "datapackage.json": json.dumps(manifest).encode()}


def _list(number: int, draw: Random) -> bytes:
    path = ROOT / "evidence" / "schemas" / "annex-a" / f"list-{number}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    stream = io.StringIO()
    out = csv.writer(stream, lineterminator="\n")
    out.writerow([cell["title"] for cell in schema["properties"].values()])
    for place in range(draw.choice((3, 30, 120))):
        first = date(2022, 1, 1) + timedelta(days=draw.randrange(1000))
        cells = schema["properties"].items()
        out.writerow([_cell(name, cell, place, first, draw) for name, cell in cells])
    return stream.getvalue().encode()


def _cell(name: str, cell: dict[str, Any], place: int, first: date, draw: Random) -> str:
    if cell.get("format") == "date":
        odd = (*DATES, *SERIALS, *WRITTEN)
        return draw.choice(odd) if draw.random() < 0.1 else (first + timedelta(days=draw.randrange(200))).isoformat()
    if cell["type"] == "integer":
        return draw.choice(NUMBERS) if draw.random() < 0.15 else str(draw.randrange(5))
    codes = cell.get("enum") or cell.get("examples")
    if codes:
        return str(draw.choice(codes))
    return f"c{place % 40}" if "id" in name.split("_") or "identifier" in name else f"w{place % 7}"


FUZZER = Fuzzer("annex_value_files", make, hold, in_suite=25)
