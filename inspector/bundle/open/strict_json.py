"""JSON as the standard has it, parsed within bounds."""

import json
import math
from typing import Any

from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, error, shown

MOST_BYTES = 64 * 1024 * 1024
DEEPEST = 64


def parse(data: bytes, file: str) -> Any:
    """The JSON value in `data` (UTF-8). Raises Unreadable with line and column.

    NaN, numbers without end, keys that stand twice, halves of characters and nesting beyond 64 are refused.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(
            error("not-json", Where(file=file), f"a JSON file of more than {MOST_BYTES} bytes is not read")
        )
    try:
        value = json.loads(
            data.decode("utf-8-sig"), parse_constant=_no_constant, parse_float=_finite, object_pairs_hook=_no_twins
        )
        _refuse_deep(value)
        _refuse_half_characters(value, data)
        return value
    except UnicodeDecodeError as failure:
        message = f"byte {failure.start + 1} is not UTF-8"
        raise Unreadable(error("not-utf8", Where(file=file), message, fix="save the file as UTF-8")) from None
    except json.JSONDecodeError as failure:
        where = Where(file=file, line=failure.lineno, column=failure.colno)
        raise Unreadable(error("not-json", where, f"not JSON: {failure.msg}")) from None
    except RecursionError:
        raise Unreadable(error("not-json", Where(file=file), "the JSON is nested too deeply")) from None
    except ValueError as failure:
        raise Unreadable(error("not-json", Where(file=file), f"not JSON: {failure}")) from None


def _refuse_deep(value: Any) -> None:
    level = [value]
    for _ in range(DEEPEST):
        level = [
            part
            for whole in level
            if isinstance(whole, dict | list)
            for part in (whole.values() if isinstance(whole, dict) else whole)
        ]
        if not level:
            return
    raise RecursionError


def _refuse_half_characters(value: Any, data: bytes) -> None:
    if b"\\ud" not in data.lower():
        return
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise ValueError("it holds half of a character (a lone surrogate)") from None


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{shown(text)} is larger than any number that is read")
    return number


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number in JSON")


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the key {next(n for n in names if names.count(n) > 1)!r} stands twice in one object")
    return found
