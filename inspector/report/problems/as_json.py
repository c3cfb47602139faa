"""Problems as a versioned JSON document, one object a problem."""

import json
from collections.abc import Sequence

from inspector.model.problems import Faults, Problem
from inspector.report.problems.flat import Line, counts, lines

VERSION = 2


def render(problems: Sequence[Problem | Faults], digest: str | None, *, everything: bool = False) -> bytes:  # noqa: ARG001
    """The document, ending in a newline. Every problem is there; keys that do not apply are null."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    head = {
        "format": "inspector-problems",
        "version": VERSION,
        "bundle": {"digest": digest},
        "counts": counts(problems),
    }
    names = Line._fields
    body = ",\n    ".join(encode(dict(zip(names, line, strict=True))) for line in lines(problems))
    start = json.dumps(head, indent=2, ensure_ascii=False)[:-2]
    inner = f"[\n    {body}\n  ]" if body else "[]"
    return f'{start},\n  "problems": {inner}\n}}\n'.encode("utf-8", "surrogatepass")
