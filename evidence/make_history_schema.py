"""Make the published schemas of a history, of what was judged again and of a comparison, from the types of their documents.

    python -m evidence.make_history_schema

Writes history.schema.json, judged-again.schema.json and comparison.schema.json in evidence/schemas, as make_inspection_schema.py
does for a result.
"""

import json
from pathlib import Path
from typing import Any

from evidence.make_inspection_schema import HEAD, NAMED, _meaning, _object
from inspector.report.again.shape import AgainDocument
from inspector.report.comparison.shape import ComparisonDocument
from inspector.report.history.shape import HistoryDocument

FOLDER = Path(__file__).parent / "schemas"
DOCUMENTS = {
    "history": ("History", HistoryDocument),
    "judged-again": ("Judged again", AgainDocument),
    "comparison": ("Comparison", ComparisonDocument),
}
"""The title and the type of each, by the name of its schema."""


def schema(name: str) -> dict[str, Any]:
    """The whole schema, with what it says once and refers to."""
    title, kind = DOCUMENTS[name]
    whole = _object(kind)
    used = {one: _meaning(what) for one, what in NAMED.items() if f"#/$defs/{one}" in json.dumps(whole)}
    head = {**HEAD, "$id": HEAD["$id"].replace("inspection", name), "title": title}
    return {**head, **whole, "$defs": used}


if __name__ == "__main__":
    for name in DOCUMENTS:
        text = json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"
        (FOLDER / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")
