"""Write a bundle with one big table, its row schema, and the truth beside it: which rows break which rule.

    python generate.py FOLDER [ROWS] [SEED]

About one row in a hundred has each of six faults: a missing value, a bad code, a bad date, dates out of order, a
repeated key, a number out of range.
"""

import csv
import hashlib
import json
import random
import sys
from datetime import date, timedelta
from pathlib import Path

TEAMS = [f"team-{n}" for n in range(1, 31)]
STATUS = ["open", "closed", "no-further-action", "transferred", "stepped-down"]
SOURCES = ["school", "police", "health", "family", "housing", "anonymous", "other"]
HEADINGS = [
    "case_id", "child_id", "team", "status", "source", "referred_on", "started_on", "ended_on", "age", "score", "visits",
    "note",
]  # fmt: skip
TEXT = {"type": "string", "minLength": 1}
DAY = {"type": "string", "format": "date"}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Cases",
    "type": "object",
    "properties": {
        "case_id": {"type": "string", "pattern": "^C[0-9]{8}$"},
        "child_id": TEXT,
        "team": TEXT,
        "status": {"type": "string", "enum": STATUS},
        "source": {"type": "string", "enum": SOURCES},
        "referred_on": DAY,
        "started_on": DAY,
        "ended_on": DAY,
        "age": {"type": "integer", "minimum": -1, "maximum": 25},
        "score": {"type": "number", "minimum": 0, "maximum": 100},
        "visits": {"type": "integer", "minimum": 0},
        "note": TEXT,
    },
    "required": ["case_id", "child_id", "team", "status", "referred_on", "age"],
    "additionalProperties": False,
    "x-primary-key": ["case_id"],
    "x-not-before": [["started_on", "referred_on"], ["ended_on", "started_on"]],
}
FIRST = date(2019, 1, 1)
DAYS = [(FIRST + timedelta(days=n)).isoformat() for n in range(2400)]


def row(number: int, draw: random.Random) -> list[str]:
    """One row without fault."""
    start = int(draw.random() * 1800)
    began = start + int(draw.random() * 30)
    return [
        f"C{number:08}", f"child-{int(draw.random() * 9e5)}", draw.choice(TEAMS), draw.choice(STATUS), draw.choice(SOURCES),
        DAYS[start], DAYS[began], DAYS[began + int(draw.random() * 500)] if draw.random() < 0.7 else "",
        str(int(draw.random() * 19) - 1), f"{draw.random() * 100:.1f}", str(int(draw.random() * 40)),
        "seen at home" if draw.random() < 0.5 else "seen at school, with a teacher",
    ]  # fmt: skip


def spoil(cells: list[str], number: int, draw: random.Random) -> list[str]:
    """The rules that the row breaks now."""
    broken = []
    if draw.random() < 0.01:
        cells[2] = ""
        broken.append("missing-value")
    if draw.random() < 0.01:
        cells[3] = draw.choice(["opn", "Closd", "99"])
        broken.append("unknown-code")
    if draw.random() < 0.01:
        cells[7] = draw.choice(["31/02/2024", "2024-02-30", "soon"])
        broken.append("no-such-date")
    if draw.random() < 0.01:
        cells[6] = DAYS[DAYS.index(cells[5]) - 3] if cells[5] > DAYS[3] else "2018-12-01"
        broken.append("date-order")
    if draw.random() < 0.01:
        cells[8] = draw.choice(["140", "26", "-7"])
        broken.append("out-of-range")
    if number > 10 and draw.random() < 0.01:
        cells[0] = f"C{int(draw.random() * (number - 1)) + 1:08}"
    return broken


def main(folder: Path, rows: int, seed: int) -> None:
    """Write the bundle into `folder` and the truth to `folder.truth.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(seed)
    truth: dict[str, list[int]] = {}
    seen: set[str] = set()
    with (folder / "cases.csv").open("w", newline="", encoding="utf-8") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(HEADINGS)
        for number in range(1, rows + 1):
            cells = row(number, draw)
            broken = spoil(cells, number, draw)
            # The row whose id was taken may itself have taken another's.
            broken += ["duplicate-key"] if cells[0] in seen else []
            seen.add(cells[0])
            for rule in broken:
                truth.setdefault(rule, []).append(number + 1)
            out.writerow(cells)
    (folder / "cases.schema.json").write_text(json.dumps(SCHEMA, indent=2))
    digest = hashlib.sha256((folder / "cases.csv").read_bytes()).hexdigest()
    manifest = {
        "name": "big-table",
        "title": "One big table",
        "authority": "Nowhere",
        "invented": True,
        "period": {"start": "2019-01-01", "end": "2026-12-31"},
        "resources": [
            {
                "name": "cases",
                "path": "cases.csv",
                "kind": "table",
                "schema": "cases.schema.json",
                "hash": f"sha256:{digest}",
                "bytes": (folder / "cases.csv").stat().st_size,
            }
        ],
    }
    (folder / "datapackage.json").write_text(json.dumps(manifest, indent=2))
    folder.with_suffix(".truth.json").write_text(json.dumps(truth))


if __name__ == "__main__":
    given = [int(part) for part in sys.argv[2:]]
    main(Path(sys.argv[1]), given[0] if given else 1_000_000, given[1] if len(given) > 1 else 1)
