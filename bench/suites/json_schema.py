"""The JSON Schema Test Suite (2020-12) held against row schemas: which of its instances get the answer that the suite asks.

    python bench/suites/json_schema.py CHECKOUT [--all]

CHECKOUT is a checkout of github.com/json-schema-org/JSON-Schema-Test-Suite. A schema of a scalar becomes that of the one field
of a
row, a schema of an object the row schema itself; the instance becomes the row of a CSV, read by a whole bundle. An instance
that no
cell can hold (an object within an object, an empty text, the text `1` for a field that is no text) is left out and counted.
Nothing here shares code with what it holds to account but the reading of a whole bundle.
"""

import argparse
import csv
import hashlib
import io
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from inspector.bundle.reading import read_bundle
from inspector.model.problems import CannotComplete

OURS = frozenset({
    "$schema", "$comment", "title", "description", "default", "examples", "type", "enum", "const", "pattern", "format",
    "minLength",
    "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "required", "properties", "additionalProperties",
    "if", "then", "items", "anyOf", "allOf",
})  # fmt: skip
FORMATS = ("date", "date-time")
OTHERWISE = frozenset({"read-as", "two-date-formats", "spaces-around"})
"""Queries that say what was read in the place of what stood there."""
NAMES = {str: "string", bool: "boolean", int: "number", float: "number", list: "array"}
JSON_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
Instance = tuple[str, dict[str, Any], dict[str, Any], bool]
"""Its name in the suite, the row schema, the row, and whether the suite calls it valid."""


def keywords(schema: Any) -> Iterator[str]:
    """Every keyword in a schema, of its parts too."""
    if not isinstance(schema, dict):
        yield "a schema that is true or false"
        return
    for key, value in schema.items():
        yield key
        if key == "properties":
            for part in value.values():
                yield from keywords(part)
        elif key in ("if", "then", "items"):
            yield from keywords(value)
        elif key in ("anyOf", "allOf"):
            for part in value:
                yield from keywords(part)


def typed(schema: dict[str, Any], value: Any) -> dict[str, Any] | None:
    """The schema of a field with a type, which a row schema asks for: that of the value where none is said."""
    cell = {key: part for key, part in schema.items() if key != "$schema"}
    if "type" not in cell:
        if type(value) not in NAMES:
            return None
        cell["type"] = NAMES[type(value)]
        if cell["type"] == "array":
            cell.setdefault("items", {"type": "string"})
    return cell


def sayable(value: Any, cell: dict[str, Any]) -> bool:
    """Whether a cell of a CSV can hold the value so that no reader could take it for another."""
    kinds = cell["type"] if isinstance(cell["type"], list) else [cell["type"]]
    if value is None:
        return "null" in kinds
    if isinstance(value, list):
        return "array" in kinds and all(
            isinstance(one, str) and one.strip() == one != "" and ";" not in one for one in value
        )
    if isinstance(value, bool):
        return "string" not in kinds
    if isinstance(value, int | float):
        return "string" not in kinds and "array" not in kinds
    if not isinstance(value, str) or not value or value != value.strip() or "\x00" in value or "\r" in value:
        return False
    looks = JSON_NUMBER.fullmatch(value) is not None and {"number", "integer"} & set(kinds)
    return not (looks or (value in ("true", "false") and "boolean" in kinds) or "array" in kinds)


def row_of(schema: dict[str, Any], value: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The row schema and the row that stand for a schema and an instance of it; None where nothing can."""
    whole = {"properties", "required", "if", "anyOf", "allOf", "additionalProperties"} & set(schema) or isinstance(
        value, dict
    )
    if not whole:
        cell = typed(schema, value)
        return None if cell is None or not sayable(value, cell) else ({"properties": {"value": cell}}, {"value": value})
    if not isinstance(value, dict) or not all(name and name == name.strip() for name in value):
        return None
    fields = dict(schema.get("properties", {}))
    for name in schema.get("required", []):
        fields.setdefault(name, {})
    open_row = schema.get("additionalProperties", True) is not False
    for name in value if open_row else ():
        fields.setdefault(name, {})
    cells = {
        name: typed(part, value.get(name)) or {**part, "type": part.get("type", "string")}
        for name, part in fields.items()
    }
    if any(name in cells and not sayable(one, cells[name]) for name, one in value.items()) or not cells:
        return None
    rest = {key: part for key, part in schema.items() if key not in ("$schema", "properties")}
    return {**rest, "properties": cells}, value


def instances(checkout: Path) -> Iterator[Instance | str]:
    """What the suite asks that a table can hold; else the reason why not."""
    folder = checkout / "tests" / "draft2020-12"
    files = [*sorted(folder.glob("*.json")), folder / "optional" / "ecmascript-regex.json", folder / "optional" / "bignum.json",
             folder / "optional" / "non-bmp-regex.json", folder / "optional" / "float-overflow.json",
             *(folder / "optional" / "format" / f"{name}.json" for name in FORMATS)]  # fmt: skip
    for path in files:
        for group in json.loads(path.read_text(encoding="utf-8")):
            schema = group["schema"]
            if not set(keywords(schema)) <= OURS or schema.get("format", "date") not in FORMATS:
                continue
            for test in group["tests"]:
                made = row_of(schema, test["data"])
                name = f"{path.stem}: {group['description']}: {test['description']}"
                yield "no cell can hold it" if made is None else (name, *made, test["valid"])


def text_of(value: Any) -> str:
    """A value as a cell has it."""
    if isinstance(value, list):
        return ";".join(value)
    return "" if value is None else value if isinstance(value, str) else json.dumps(value)


def answer(schema: dict[str, Any], row: dict[str, Any], folder: Path) -> str:
    """`valid`, `invalid`, or `refused: ` with what is said of the schema."""
    names = list(dict.fromkeys([*(name for name in schema["properties"] if name in row or len(row) < 1), *row]))
    stream = io.StringIO()
    csv.writer(stream).writerows([[*names, "beside"], [*(text_of(row.get(name)) for name in names), "x"]])
    table = stream.getvalue().encode()
    # A column of our own keeps a row whose every field is absent from being an empty one.
    beside = {**schema, "properties": {**schema["properties"], "beside": {"type": "string"}}}
    (folder / "t.csv").write_bytes(table)
    (folder / "t.schema.json").write_text(json.dumps(beside), encoding="utf-8")
    resource = {"name": "t", "path": "t.csv", "kind": "table", "row_schema": "t.schema.json", "bytes": len(table),
                "hash": f"sha256:{hashlib.sha256(table).hexdigest()}"}  # fmt: skip
    period = {"start": "2024-01-01", "end": "2024-12-31"}
    manifest = {"name": "b", "title": "B", "authority": "A", "period": period, "resources": [resource]}
    (folder / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    try:
        found = read_bundle(folder).problems
    except CannotComplete as failure:
        found = tuple(failure.problems)
    errors = [one for one in found if one.level == "error"]
    refused = [one for one in errors if one.rule == "row-schema" and one.where.file == "t.schema.json"]
    strange = [one for one in errors if one.rule == "manifest"]
    assert not strange, strange
    if refused:
        return f"refused: {refused[0].message}"
    if not errors and any(one.rule in OTHERWISE for one in found):
        return "valid, read otherwise and told"
    return "invalid" if errors else "valid"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("checkout", type=Path)
    options.add_argument("--all", action="store_true", help="name every instance that is refused, too")
    asked = options.parse_args()
    counts: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for one in instances(asked.checkout):
            if isinstance(one, str):
                counts[one] += 1
                continue
            name, schema, row, valid = one
            said = answer(schema, row, Path(folder))
            if said.startswith("refused"):
                counts["refused, with a reason"] += 1
                reasons[re.sub(r"'[^']*'|`[^`]*`", "…", said)] += 1
                if asked.all:
                    print(f"  {name}\n    {said}")
            elif said.startswith("valid,") and not valid:
                counts["no error but a query: a day in another form is read, and told"] += 1
            elif said.startswith("valid") == valid:
                counts["agree"] += 1
            else:
                counts["differ"] += 1
                print(f"DIFFERS {name}: we say {said}; {json.dumps(schema)[:200]} {json.dumps(row)[:120]}")
    for what, count in counts.most_common():
        print(f"{count:5}  {what}")
    for reason, count in reasons.most_common():
        print(f"{count:5}  {reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
