"""Make the schema packs of statutory returns from their specification as data.

    python evidence/make_returns.py FOLDER

FOLDER holds ssda903_columns.csv, ssda903_codes.csv, cin_fields.csv and cin_codes.csv (see NOTICE for their origin). Writes
evidence/schemas/ssda903 and evidence/schemas/cin: a pack.json, and a row schema for each table. What a return needs beyond
its specification (keys, links, the order of dates, what is private) stands in the two scripts beside this one.
"""

import json
import sys
from pathlib import Path
from typing import Any

import returns_cin
import returns_ssda903

OUT = Path(__file__).parent / "schemas"


def write(path: Path, made: Any) -> None:
    """Write a document as the other schemas are written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main(folder: Path) -> None:
    """Write both packs."""
    for one in (returns_ssda903, returns_cin):
        pack, schemas = one.made(folder)
        write(OUT / pack["name"] / "pack.json", pack)
        for name, made in schemas.items():
            write(OUT / pack["name"] / f"{name}.schema.json", made)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
