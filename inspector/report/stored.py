"""A stored result, read back and held against its schema and against what holds it together."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, cast

from inspector import files
from inspector.data import schemas_folder
from inspector.model.problems import CannotComplete, Problem, Where, shown
from inspector.report.coherent import first_faults
from inspector.report.document.shape import Document

DEEPEST = 24
"""Levels of nesting; a result has fewer than ten."""
TOLD = 5
"""Faults that are told: who meets so many has another file in hand."""
MADE_BY = "a file that `inspector assess --format json` wrote"


def read(path: Path) -> Document:
    """The document of a result. Raises `CannotComplete` where the file is not one, or not of this version."""
    try:
        data = files.data(path, "result-bytes")
    except OSError as failure:
        raise _cannot(path, "result-unreadable", failure.strerror or "it cannot be read") from None
    return parsed(data, path)


def parsed(data: bytes, path: Path) -> Document:
    """The document of a result from its bytes; `path` is what it is called in messages. Raises as `read` does."""
    found = _json(data, path)
    if not isinstance(found, dict) or found.get("format") != "inspector-inspection":
        raise _cannot(path, "result-unknown", "it is not a result of Inspector")
    if found.get("version") != 1:
        raise _cannot(path, "result-unknown", f"it is of version {shown(found.get('version'))}, and this reads 1")
    faults = list(islice(_against_schema(found), TOLD)) or first_faults(cast(Document, found), TOLD)
    if faults:
        raise CannotComplete([_fault(path, at, message) for at, message in faults])
    return cast(Document, found)


def _json(data: bytes, path: Path) -> Any:
    try:
        found = json.loads(data, object_pairs_hook=_once, parse_constant=_no_number)
    except _Twice as twice:
        raise _cannot(path, "result-unreadable", f"the key {shown(twice.args[0])} stands twice in one object") from None
    except (ValueError, RecursionError):
        raise _cannot(path, "result-unreadable", "it is not JSON in UTF-8") from None
    if _deeper(found, DEEPEST):
        raise _cannot(path, "result-unreadable", f"it is nested more than {DEEPEST} deep")
    return found


class _Twice(Exception):
    """A key that stands twice in one object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for place, name in enumerate(names) if name in names[:place]))
    return found


def _no_number(name: str) -> Any:
    raise ValueError(name)


def _deeper(value: Any, deepest: int) -> bool:
    level = [value]
    for _ in range(deepest + 1):
        level = [
            part
            for one in level
            if isinstance(one, dict | list)
            for part in (one.values() if isinstance(one, dict) else one)
            if isinstance(part, dict | list)
        ]
    return bool(level)


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator, FormatChecker, ValidationError
    from jsonschema.validators import extend

    def pattern(_: Any, wanted: str, value: Any, __: Any) -> Iterator[Any]:
        # In Python `$` also matches before a line's end.
        if isinstance(value, str) and not re.search(wanted.removesuffix("$") + r"\Z" * wanted.endswith("$"), value):
            yield ValidationError(f"{shown(value)} has not the form {wanted}")

    schema = json.loads((schemas_folder() / "inspection.schema.json").read_text(encoding="utf-8"))
    return extend(Draft202012Validator, {"pattern": pattern})(schema, format_checker=FormatChecker())  # type: ignore[no-untyped-call]


def _against_schema(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for error in _validator().iter_errors(found):
        yield error.json_path.removeprefix("$").lstrip("."), error.message


def _fault(path: Path, at: str, message: str) -> Problem:
    told = message if len(message) <= 200 else f"{message[:199]}…"
    where = Where(file=path.name, path=(at if len(at) <= 200 else f"{at[:199]}…") or None)
    return Problem(rule="result-unknown", level="error", where=where, message=told, fix=f"give {MADE_BY}")


def _cannot(path: Path, rule: str, message: str, fix: str = "") -> CannotComplete:
    where = Where(file=str(path))
    return CannotComplete([Problem(rule=rule, level="error", where=where, message=message, expected=MADE_BY, fix=fix)])
