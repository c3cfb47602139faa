"""The conditions that a text states of a field: a value, a comparison, a reference, or a band such as `">= 0.2, < 0.5"`.

A band is comparisons with commas between them, all of which must hold. It is read as so many conditions, each with the place of
its own comparison.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from inspector.framework.scalars import DIGITS
from inspector.model.facts import Scalar
from inspector.model.ladder import STANDINGS
from inspector.model.problems import Problem, Where, shown
from inspector.model.remarks import one_of
from inspector.model.rules import Condition, Operator, Ref

_OPERATION = re.compile(r"^(>=|<=|==|!=|>|<)\s*(.+)$", re.S)
_BETWEEN = re.compile(r"\s*,\s*(?=>=|<=|==|!=|>|<)")
_REF = re.compile(r"^\$([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_SIGNS = (">=", "<=", "==", "!=", ">", "<")
_LOWER, _UPPER = (">", ">="), ("<", "<=")
BAND = 'as ">= 0.2, < 0.5"'
MOST_COMPARED = 8
"""Comparisons of one band."""

Place = Callable[[int, int], Where]
"""Where so many characters of the text from an offset on stand in the file."""


class Mistake(Exception):
    """A pattern that does not follow the language; carries the problem that says where and how."""

    def __init__(self, rule: str, where: Where, message: str, expected: str = "", fix: str = "") -> None:
        self.problem = Problem(rule=rule, level="error", where=where, message=message, expected=expected, fix=fix)
        super().__init__(message)


def is_comparison(text: object) -> bool:
    """Whether a value is text that begins with the sign of a comparison."""
    return isinstance(text, str) and _OPERATION.match(text) is not None


def conditions(field: str, text: str, where: Where, place: Place, earlier: Sequence[str]) -> tuple[Condition, ...]:
    """The conditions of a text, at `where`; `earlier` are the aliases it may refer to. Raises Mistake."""
    parts = _parts(text)
    if len(parts) == 1:
        return (_condition(field, text, where, earlier),)
    if len(parts) > MOST_COMPARED:
        message = f"{len(parts)} comparisons of one field are more than {MOST_COMPARED}"
        raise Mistake("condition", where, message, f"a band has two bounds, {BAND}")
    found = tuple(_condition(field, part, place(begin, len(part)), earlier) for begin, part in parts)
    _held_together(field, found, where)
    return found


def _parts(text: str) -> list[tuple[int, str]]:
    """Each comparison of a text with the offset at which it begins; the whole text where it is no band."""
    if not _OPERATION.match(text):
        return [(0, text)]
    begins = [0, *(between.end() for between in _BETWEEN.finditer(text))]
    ends = [*(between.start() for between in _BETWEEN.finditer(text)), len(text)]
    return [(begin, text[begin:end].rstrip()) for begin, end in zip(begins, ends, strict=True)]


def _condition(field: str, text: str, where: Where, earlier: Sequence[str]) -> Condition:
    operation = _OPERATION.match(text)
    operator: Operator = operation[1] if operation else "=="  # type: ignore[assignment]
    right = operation[2].strip() if operation else text
    if text.strip() in _SIGNS:
        raise Mistake(
            "condition", where, f"{shown(text.strip())} compares with nothing", 'a value behind it, as ">= 0.2"'
        )
    if right.startswith("$"):
        return Condition(field=field, operator=operator, ref=_ref(right, where, earlier), where=where)
    value: Scalar = right
    if operation and _NUMBER.fullmatch(right):
        value = _number(right, where)
    elif operation and right in ("true", "false"):
        value = right == "true"
    return Condition(field=field, operator=operator, values=(value,), where=where)


def _held_together(field: str, band: tuple[Condition, ...], where: Where) -> None:
    """Raise Mistake where the comparisons of a band leave nothing, or one of them says nothing beside another."""
    for one in band:
        if one.operator == "==":
            raise Mistake("band", one.where, f"in a band {field} cannot also be one value", f"two bounds, {BAND}")
    for first, second in combinations(band, 2):
        for signs, side in ((_LOWER, "lower"), (_UPPER, "upper")):
            if first.operator in signs and second.operator in signs:
                message = f"this is a second {side} bound of {field}"
                raise Mistake(
                    "band", second.where, message, f"one lower and one upper bound, {BAND}", "keep one of them"
                )
        if _nothing_between(first, second):
            message = f"no {field} can be within this band: it is empty"
            raise Mistake("band", where, message, f"a lower bound below the upper one, {BAND}")


def _nothing_between(first: Condition, second: Condition) -> bool:
    low, high = (first, second) if first.operator in _LOWER else (second, first)
    if low.operator not in _LOWER or high.operator not in _UPPER:
        return False
    both = low.operator == ">=" and high.operator == "<="
    if low.ref is not None or high.ref is not None:
        return low.ref == high.ref and not both
    left, right = _height(low.values[0]), _height(high.values[0])
    if left is None or right is None or left[0] != right[0]:
        return False
    return bool(left[1] > right[1] or (left[1] == right[1] and not both))


def _height(value: Scalar) -> tuple[str, Any] | None:
    """What bounds are held against one another by; None where a value has no order, which is said elsewhere."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return "number", value
    if value in STANDINGS:
        return "standing", STANDINGS.index(value)
    try:
        return "date", date.fromisoformat(str(value))
    except ValueError:
        return None


def _number(text: str, where: Where) -> Scalar:
    if len(text.partition(".")[0].lstrip("+-")) > DIGITS:
        raise Mistake(
            "condition", where, f"{shown(text)} is no number that can be compared", f"at most {DIGITS} digits"
        )
    return float(text) if "." in text else int(text)


def _ref(text: str, where: Where, earlier: Sequence[str]) -> Ref:
    found = _REF.fullmatch(text)
    if not found:
        raise Mistake("reference", where, f"{shown(text)} does not refer to a field", "$alias.field")
    if found[1] not in earlier:
        known = one_of(earlier) if earlier else "nothing comes before this pattern"
        raise Mistake("reference", where, f"{shown(found[1])} is not an alias before this one", known)
    return Ref(alias=found[1], field=found[2])
