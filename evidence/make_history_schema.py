"""Make the published schema of a history from the types of its document.

    python -m evidence.make_history_schema

Writes evidence/schemas/history.schema.json, as make_inspection_schema.py does for a result.
"""

import json
from pathlib import Path
from typing import Any

from evidence.make_inspection_schema import HEAD, NAMED, _meaning, _object
from inspector.report.history.shape import HistoryDocument

OUT = Path(__file__).parent / "schemas" / "history.schema.json"


def schema() -> dict[str, Any]:
    """The whole schema, with what it says once and refers to."""
    whole = _object(HistoryDocument)
    used = {name: _meaning(kind) for name, kind in NAMED.items() if f"#/$defs/{name}" in json.dumps(whole)}
    head = {**HEAD, "$id": HEAD["$id"].replace("inspection", "history"), "title": "History"}
    return {**head, **whole, "$defs": used}


if __name__ == "__main__":
    OUT.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
