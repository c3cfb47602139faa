"""What both packs of statutory returns are made with: a column as JSON Schema, a table as a row schema."""

import csv
from pathlib import Path
from typing import Any

FIRST_DAY, LAST_DAY, MOST = "1900-01-01", "2100-12-31", 1_000_000
POSTCODE = "^[A-Za-z]{1,2}[0-9][0-9A-Za-z]? ?[0-9][A-Za-z]{2}$"


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one file of the specification, without spaces around cells."""
    with (folder / name).open(encoding="utf-8-sig", newline="") as stream:
        return [{key: cell.strip() for key, cell in row.items()} for row in csv.DictReader(stream)]


def cell(name: str, kind: str, codes: list[tuple[str, str]], pattern: str = "") -> dict[str, Any]:
    """The JSON Schema of one column or element."""
    said = "; ".join(f"{code}: {words}" for code, words in codes if words and words != code)[:400]
    made: dict[str, Any] = {"title": name, "description": said or name}
    if kind == "date":
        return {**made, "type": "string", "format": "date", "formatMinimum": FIRST_DAY, "formatMaximum": LAST_DAY}
    if kind == "integer":
        return {**made, "type": "integer", "minimum": 0, "maximum": MOST}
    made = {**made, "type": "string", "minLength": 1}
    if codes:
        return {**made, "enum": list(dict.fromkeys(code for code, _ in codes))}
    return {**made, "pattern": pattern} if pattern else made


def schema(pack: str, table: str, title: str, cells: dict[str, Any], required: list[str], more: dict[str, Any]) -> Any:
    """The row schema of one table; `more` are its words beyond the fields, of which empty ones are left out."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://inspector.example/schemas/{pack}/{table}.schema.json",
        "title": title,
        "description": "Generated from the specification of the return as data; NOTICE says whose that is.",
        "type": "object",
        "properties": cells,
        "required": required,
        "additionalProperties": False,
        "x-tolerant": True,
        "x-return": pack,
        **{word: said for word, said in more.items() if said},
    }
