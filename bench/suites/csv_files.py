"""CSV files that others made to try readers with: which of them are read, and whether every cell is the one Python's `csv` has.

    python bench/suites/csv_files.py CHECKOUT [CHECKOUT …] [--all]

Each CHECKOUT is a folder with CSV files in it, at any depth: csv-spectrum, csvlint.rb, W3C's csvw. A file is put into a bundle
as a
table of one's own whose row schema names its headings; what Inspector then holds is compared with what `csv` of the standard
library
reads, cell by cell. A file is `refused` where an error says why; what is left out (blank rows, notes below) is counted from
what is told.
"""

import argparse
import csv
import hashlib
import io
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from inspector.bundle.reading import read_bundle
from inspector.bundle.tables.table import ROW
from inspector.model.problems import CannotComplete, Faults

MANIFEST: dict[str, Any] = {
    "name": "b", "title": "B", "authority": "A", "period": {"start": "2024-01-01", "end": "2024-12-31"},
}  # fmt: skip
TEXT = ("utf-8-sig", "cp1252")
TOLD = frozenset({"rows-left-out", "title-rows", "headings-joined", "turned-table", "not-utf8"})


def decoded(data: bytes) -> str:
    """The text of a file in the first encoding that it can be."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if 0 in data[:2]:
        return data.decode("utf-16-le" if data[1] == 0 else "utf-16-be", "replace")
    for name in TEXT:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace")


def by_python(text: str, delimiter: str) -> list[list[str]]:
    """The rows as `csv` has them, without those that hold nothing."""
    return [
        row
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        if any(cell.strip() for cell in row)
    ]


def by_inspector(data: bytes, headings: list[str], folder: Path) -> tuple[dict[int, dict[str, str]] | None, list[Any]]:
    """Rows by their numbers as Inspector holds them, with everything that it said."""
    (folder / "t.csv").write_bytes(data)
    schema = {"properties": {name: {"type": "string"} for name in headings}}
    (folder / "t.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    resource = {"name": "t", "path": "t.csv", "kind": "table", "format": "csv", "row_schema": "t.schema.json", "bytes": len(data),
                "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}  # fmt: skip
    (folder / "datapackage.json").write_text(json.dumps({**MANIFEST, "resources": [resource]}), encoding="utf-8")
    try:
        found = read_bundle(folder)
    except CannotComplete as failure:
        return None, list(failure.problems)
    if not found.tables or any(one.level == "error" for one in found.problems):
        return None, list(found.problems)
    (table,) = found.tables
    rows = {}
    for row in table.frame.iter_rows(named=True):
        cells = {name: " ".join((row[name] or "").split()) for name in table.fields}
        if any(cells.values()):
            rows[row[ROW]] = cells
    return rows, list(found.problems)


def compared(data: bytes, folder: Path) -> tuple[str, str]:
    """What became of one file, and why."""
    text = decoded(data)
    start = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(",;\t|", key=start.count)
    try:
        theirs = by_python(text, mark)
    except csv.Error as failure:
        return "Python's csv refuses it", str(failure)
    if not theirs:
        return "empty", ""
    headings = [" ".join(cell.split()) for cell in theirs[0]]
    named = list(dict.fromkeys(name for name in headings if name))
    ours, said = by_inspector(data, named, folder)
    told = sorted({one.rule for one in said})
    if ours is None:
        first = next((one for one in said if one.level == "error"), said[0] if said else None)
        words = first.message if first is not None else "nothing was read"
        return "refused, with a reason", f"{first.rule if first else ''}: {words.replace(chr(10), ' ')[:100]}"
    wanted = [
        {name: " ".join(cell.split()) for name, cell in zip(headings, row, strict=False) if name} for row in theirs[1:]
    ]
    wanted = [{**dict.fromkeys(named, ""), **row} for row in wanted]
    wanted = [row for row in wanted if any(row.values())]
    if list(ours.values()) == wanted:
        return "read, every cell equal", ""
    lost = sum(len(one) if isinstance(one, Faults) else 1 for one in said if one.rule in TOLD)
    return ("read, what was left out is told" if lost else "DIFFERS"), ", ".join(told) or "nothing was said"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("checkout", type=Path, nargs="+")
    options.add_argument("--all", action="store_true", help="name every file that is not equal")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for checkout in asked.checkout:
            counts: Counter[str] = Counter()
            for path in sorted(checkout.rglob("*.csv")):
                what, why = compared(path.read_bytes(), Path(folder))
                counts[what] += 1
                if what == "DIFFERS" or (asked.all and not what.startswith("read, every")):
                    print(f"  {what}: {path.relative_to(checkout)}: {why}")
            print(f"{checkout.name}: {sum(counts.values())} files")
            for what, count in counts.most_common():
                print(f"{count:5}  {what}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
