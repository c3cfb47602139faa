"""Whether other tools can open our bundles: the examples, and one with a table of its own in each way of describing it.

    python bench/suites/packages.py PYTHON

PYTHON is an interpreter that has `frictionless` (5.x), in an environment of its own.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[2] / "evidence" / "examples"
ASK = (
    "import sys; from frictionless import validate; r = validate(sys.argv[1]); "
    "print(r.valid, [e.note for t in r.tasks for e in t.errors][:2], r.errors[:1])"
)
ROW = {"properties": {"id": {"type": "string"}, "n": {"type": "integer"}}, "required": ["id"]}
TABLE = {
    "fields": [{"name": "id", "type": "string", "constraints": {"required": True}}, {"name": "n", "type": "integer"}]
}
WAYS: dict[str, dict[str, Any]] = {
    "row_schema alone": {"row_schema": "own.schema.json"},
    "a Table Schema written out": {"schema": TABLE},
    "a Table Schema in a file": {"schema": "table.json"},
    "both": {"row_schema": "own.schema.json", "schema": TABLE},
    "the old place, a JSON Schema in `schema`": {"schema": "own.schema.json"},
}


def made(folder: Path, said: dict[str, Any]) -> Path:
    """A bundle with one table of its own."""
    data = b"id,n\na,1\nb,2\n"
    (folder / "own.csv").write_bytes(data)
    (folder / "own.schema.json").write_text(json.dumps(ROW), encoding="utf-8")
    (folder / "table.json").write_text(json.dumps(TABLE), encoding="utf-8")
    seal = {"hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
    resource = {"name": "own", "path": "own.csv", "kind": "table", **seal, **said}
    period = {"start": "2024-01-01", "end": "2024-12-31"}
    manifest = {"name": "b", "title": "B", "authority": "A", "period": period, "resources": [resource]}
    (folder / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder / "datapackage.json"


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    packages = {f"example {path.parent.name}": path for path in sorted(EXAMPLES.glob("*/datapackage.json"))}
    with tempfile.TemporaryDirectory() as top:
        for place, (name, said) in enumerate(WAYS.items()):
            folder = Path(top) / str(place)
            folder.mkdir()
            packages[name] = made(folder, said)
        for name, path in packages.items():
            words = [sys.argv[1], "-c", ASK, path.name]
            done = subprocess.run(words, cwd=path.parent, capture_output=True, text=True, check=False)
            last = (done.stderr.strip().splitlines() or [""])[-1]
            print(f"{name}: {done.stdout.strip() or last}"[:160])
    return 0


if __name__ == "__main__":
    sys.exit(main())
