"""What a field is by its fellows: `changed / said`, `kept + unkept`, `acted / (made - rejected)`, read and worked out.

The sums that `Field.equals` may hold are names of fellow fields, numbers, `+`, `-`, `*`, `/` and brackets.
"""

import ast
from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import add, mul, sub, truediv
from typing import TypeAlias

from inspector.model.facts import Scalar

Sum: TypeAlias = "str | float | tuple[str, Sum, Sum]"
"""A fellow field, a number, or one of `+ - * /` with what stands on either side of it."""
_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_WORKED: dict[str, Callable[[float, float], float]] = {"+": add, "-": sub, "*": mul, "/": truediv}


@lru_cache(maxsize=1_000)
def read(equals: str) -> Sum:
    """The sum that is written. Raises ValueError where it is none."""
    try:
        return _read(ast.parse(equals, mode="eval").body)
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(f"not a sum of fellow fields: {equals}") from error


def _read(node: ast.expr) -> Sum:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return float(node.value)  # type: ignore[arg-type]
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return (_SIGNS[type(node.op)], _read(node.left), _read(node.right))
    raise ValueError(f"not a sum of fellow fields: {ast.unparse(node)}")


def names(found: Sum) -> frozenset[str]:
    """The fellow fields that a sum names."""
    if isinstance(found, tuple):
        return names(found[1]) | names(found[2])
    return frozenset((found,)) if isinstance(found, str) else frozenset()


def worked_out(found: Sum, fields: Mapping[str, Scalar]) -> float | None:
    """What it comes to with these fellows; None where one is absent or no number, or where nothing is shared out."""
    if isinstance(found, tuple):
        sign, left, right = found[0], worked_out(found[1], fields), worked_out(found[2], fields)
        if left is None or right is None or (sign == "/" and not right):
            return None
        return _WORKED[sign](left, right)
    if isinstance(found, str):
        value = fields.get(found)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    return found
