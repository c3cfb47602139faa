"""A stored result, read back and held against its schema."""

import json
from pathlib import Path
from typing import Any, cast

from inspector.data import schemas_folder
from inspector.model.problems import CannotComplete, Problem, Where, shown
from inspector.report.document.shape import Document

MOST = 200_000_000
"""Bytes of a result: beyond this it is not one of ours."""
MADE_BY = "a file that `inspector assess --format json` wrote"


def read(path: Path) -> Document:
    """The document of a result. Raises `CannotComplete` where the file is not one, or not of this version."""
    try:
        if path.exists() and not path.is_file():
            raise _cannot(path, "result-unreadable", "it is no ordinary file")
        if path.stat().st_size > MOST:
            raise _cannot(path, "result-unreadable", "the file is too large to be a result")
        found = json.loads(path.read_bytes())
    except OSError as failure:
        raise _cannot(path, "result-unreadable", failure.strerror or "it cannot be read") from None
    except (ValueError, RecursionError):
        raise _cannot(path, "result-unreadable", "it is not JSON in UTF-8") from None
    if not isinstance(found, dict) or found.get("format") != "inspector-inspection":
        raise _cannot(path, "result-unknown", "it is not a result of Inspector")
    if found.get("version") != 1:
        raise _cannot(path, "result-unknown", f"it is of version {shown(found.get('version'))}, and this reads 1")
    problems = _faults(path, found)
    if problems:
        raise CannotComplete(problems)
    return cast(Document, found)


def _faults(path: Path, found: dict[str, Any]) -> list[Problem]:
    """What the published schema has against the document; the first five."""
    import jsonschema

    schema = json.loads((schemas_folder() / "inspection.schema.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    problems = []
    for error in checker.iter_errors(found):
        where = Where(file=path.name, path=error.json_path.removeprefix("$").lstrip(".") or None)
        message = error.message if len(error.message) <= 200 else f"{error.message[:199]}…"
        problems.append(
            Problem(rule="result-unknown", level="error", where=where, message=message, fix=f"give {MADE_BY}")
        )
        if len(problems) == 5:
            break
    return problems


def _cannot(path: Path, rule: str, message: str) -> CannotComplete:
    return CannotComplete(
        [Problem(rule=rule, level="error", where=Where(file=str(path)), message=message, expected=MADE_BY)]
    )
