"""The same checks with Frictionless, as far as it has them: types, codes, required cells, keys."""

import json
import sys
from pathlib import Path

from frictionless import Field, Resource, Schema, validate

folder = Path(sys.argv[1])
rows = json.loads((folder / "cases.schema.json").read_text())
fields = []
for name, cell in rows["properties"].items():
    kind = "date" if cell.get("format") == "date" else cell["type"]
    constraints = {key: cell[key] for key in ("enum", "minimum", "maximum", "pattern") if key in cell}
    if name in rows["required"]:
        constraints["required"] = True
    fields.append(Field.from_descriptor({"name": name, "type": kind, "constraints": constraints}))
schema = Schema(fields=fields, primary_key=rows["x-primary-key"])
resource = Resource(path="cases.csv", basepath=str(folder), schema=schema)
report = validate(resource, limit_errors=10_000_000)
print(report.stats)
