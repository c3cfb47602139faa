"""JSON as the standard has it, parsed within bounds."""

import json
import math
from collections import Counter
from typing import Any

from inspector.bundle.open import json_places
from inspector.model.limits import most, raise_it, words
from inspector.model.problems import Where
from inspector.model.remarks import Unreadable, error, shown

LONGEST_NUMBER = 300
"""Digits of a whole number: with more of them it is larger than any number that is read."""


def parse(data: bytes, file: str) -> Any:
    """The JSON value in `data` (UTF-8). Raises Unreadable with line and column.

    NaN, numbers without end, keys that stand twice, halves of characters and nesting beyond the limit are refused.
    """
    if len(data) > most("json-bytes"):
        message = f"the file has {len(data):,} bytes, and the limit is {words('json-bytes')}"
        raise Unreadable(error("not-json", Where(file=file), message, fix=raise_it("json-bytes")))
    text = ""
    try:
        text = data.decode("utf-8-sig")
        value = json.loads(
            text,
            parse_constant=_no_constant,
            parse_float=_finite,
            parse_int=_whole,
            object_pairs_hook=_no_twins,
        )
        _refuse_deep(value)
        _refuse_half_characters(value, data)
        return value
    except UnicodeDecodeError as failure:
        message = f"byte {failure.start + 1} is not UTF-8"
        raise Unreadable(error("not-utf8", Where(file=file), message, fix="save the file as UTF-8")) from None
    except json.JSONDecodeError as failure:
        where = Where(file=file, line=failure.lineno, column=failure.colno)
        reason = failure.msg.removesuffix(" at").removesuffix(" starting")
        raise Unreadable(error("not-json", where, f"not JSON: {reason}")) from None
    except RecursionError:
        where = _at(file, json_places.deepest(text, most("json-depth")))
        raise Unreadable(error("not-json", where, _too_deep(), fix=raise_it("json-depth"))) from None
    except _Literal as failure:
        where = _at(file, json_places.literal(text, failure.literal))
        raise Unreadable(error("not-json", where, f"not JSON: {failure}")) from None
    except _Twin as failure:
        raise Unreadable(error("not-json", _at(file, json_places.twin(text)), f"not JSON: {failure}")) from None
    except ValueError as failure:
        raise Unreadable(error("not-json", Where(file=file), f"not JSON: {failure}")) from None


class _Literal(ValueError):
    """A number or word that JSON does not have, or that is not read."""

    def __init__(self, literal: str, reason: str) -> None:
        self.literal = literal
        super().__init__(reason)


class _Twin(ValueError):
    """A key that stands twice in one object."""


def _at(file: str, place: tuple[int, int] | None) -> Where:
    return Where(file=file) if place is None else Where(file=file, line=place[0], column=place[1])


def _refuse_deep(value: Any) -> None:
    level = [value]
    for _ in range(most("json-depth")):
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


def _too_deep() -> str:
    return f"the JSON is nested too deeply: the limit is {words('json-depth')}"


def _whole(text: str) -> int:
    if len(text) > LONGEST_NUMBER:
        raise _Literal(text, f"{shown(text)} is larger than any number that is read")
    return int(text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Literal(text, f"{shown(text)} is larger than any number that is read")
    return number


def _no_constant(name: str) -> None:
    raise _Literal(name, f"{name} is not a number in JSON")


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(name for name, many in Counter(name for name, _ in pairs).items() if many > 1)
        raise _Twin(f"the key {shown(twice)} stands twice in one object")
    return found
