"""Write a bundle of case rows: list 1 (contacts) and list 8 (children in care), so many rows of each.

python case_rows.py FOLDER [ROWS]
"""

import csv
import hashlib
import json
import random
import sys
from datetime import date, timedelta
from pathlib import Path

SCHEMAS = Path(__file__).parents[2] / "evidence" / "schemas" / "annex-a"
START = date(2025, 4, 1)
DAYS = [(START - timedelta(days=3650) + timedelta(days=n)).isoformat() for n in range(3650)]


def cell(name: str, spec: dict, draw: random.Random) -> str:
    if "enum" in spec:
        return str(draw.choice(spec["enum"]))
    if "pattern" in spec:
        return f"AB{draw.randrange(1, 10)} {draw.randrange(1, 10)}CD"
    if spec.get("format") == "date":
        return "" if name.startswith(("date_ceased", "end")) else DAYS[3280 + draw.randrange(360)]
    return str(draw.randrange(5)) if spec["type"] in ("integer", "number") else f"T{draw.randrange(40)}"


def of_the_child(columns: dict[str, dict], child: int) -> dict[str, str]:
    """What every list says alike of one child."""
    said = {"child_unique_id": f"CH{child:07}", "date_of_birth": DAYS[child % 3000]}
    said |= {name: columns[name]["enum"][child % 2] for name in ("gender", "ethnicity") if name in columns}
    return {name: text for name, text in said.items() if name in columns}


def rows_of(folder: Path, number: int, rows: int) -> dict:
    schema = json.loads((SCHEMAS / f"list-{number}.schema.json").read_text(encoding="utf-8"))
    draw = random.Random(number)
    columns = {name: schema["properties"][name] for name in schema["x-columns"]}
    pool = [[cell(name, spec, draw) for name, spec in columns.items()] for _ in range(5000)]
    places = {name: place for place, name in enumerate(columns)}
    path = folder / f"list-{number}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([spec.get("title", name) for name, spec in columns.items()])
        for row in range(rows):
            one = list(pool[draw.randrange(5000)])
            for name, text in of_the_child(columns, row).items():
                one[places[name]] = text
            writer.writerow(one)
    data = path.read_bytes()
    seal = {"hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
    return {"name": f"list-{number}", "path": path.name, "kind": "case-records", "list": number, **seal}


def main(folder: Path, rows: int = 500_000) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    resources = [rows_of(folder, 1, rows), rows_of(folder, 8, rows)]
    period = {"start": "2024-04-01", "end": "2025-03-31"}
    manifest = {"name": "case-rows", "title": "Case rows", "authority": "Nowhere", "invented": True, "period": period}
    (folder / "datapackage.json").write_text(
        json.dumps({**manifest, "resources": resources}, indent=1), encoding="utf-8"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(word) for word in sys.argv[2:]))
