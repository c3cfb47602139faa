"""Make the published schema of what `inspector learn --format json` writes, from the type of its document.

python -m evidence.make_learning_schema
"""

import json
from pathlib import Path
from typing import Any

from evidence.make_inspection_schema import HEAD, NAMED, _meaning, _object
from inspector.learning.shape import LearningDocument

TO = Path(__file__).parent / "schemas" / "learning.schema.json"


def schema() -> dict[str, Any]:
    """The whole schema, with what it says once and refers to."""
    whole = _object(LearningDocument)
    used = {one: _meaning(what) for one, what in NAMED.items() if f"#/$defs/{one}" in json.dumps(whole)}
    head = {**HEAD, "$id": HEAD["$id"].replace("inspection", "learning"), "title": "Learning"}
    return {**head, **whole, "$defs": used}


if __name__ == "__main__":
    TO.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
