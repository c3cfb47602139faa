"""What the fields of one fact have to do with one another, as a solver can hold them to it.

`equals` of a field is arithmetic over its fellows: sums, differences, one quotient. A quotient is held to at the bounds that
rules ask for, which is all that rules can see of it: `changed_share >= 0.5` means that `changed >= 0.5 * said`.
"""

import ast
from collections.abc import Iterable, Mapping
from decimal import Decimal

import z3

from inspector.model.facts import Field
from inspector.workbench.theory.views import STEP, Term, Value, all_of, number

NEAR = Decimal("0.0000006")
"""Shares are said to six decimals: what is said lies no farther from what is."""


def holding(
    fields: Iterable[Field], values: Mapping[str, Value], bounds: Mapping[str, Iterable[Decimal]]
) -> list[Term]:
    """What is true of every fact with these fields. `bounds` are, by field, the numbers that rules hold it against."""
    found: list[Term] = []
    for field in fields:
        mine = values.get(field.name)
        if mine is None:
            continue
        found += _range(field, mine)
        found += [_under(mine, values[other]) for other in field.at_most if other in values]
        if field.equals:
            found += _equals(field, mine, values, bounds.get(field.name, ()))
    return found


def _range(field: Field, mine: Value) -> list[Term]:
    if isinstance(mine.is_, int):
        return []
    if field.type not in ("number", "integer"):
        return []
    found = []
    if field.least is not None:
        found.append(mine.is_ >= number(field.least))
    if field.most is not None:
        found.append(mine.is_ <= number(field.most))
    return found


def _under(mine: Value, other: Value) -> Term:
    return z3.Implies(z3.And(mine.has, other.has), mine.is_ <= other.is_)


def _equals(field: Field, mine: Value, values: Mapping[str, Value], bounds: Iterable[Decimal]) -> list[Term]:
    tree = ast.parse(field.equals, mode="eval").body
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    if not names <= values.keys():
        return []
    there = all_of([mine.has, *(values[name].has for name in sorted(names))])
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Div):
        over, under = _linear(tree.left, values), _linear(tree.right, values)
        if over is None or under is None:
            return []
        return [z3.Implies(there, one) for one in _quotient(mine.is_, over, under, bounds)]
    whole = _linear(tree, values)
    return [] if whole is None else [z3.Implies(there, mine.is_ == whole)]


def _quotient(mine: Term, over: Term, under: Term, bounds: Iterable[Decimal]) -> list[Term]:
    found = [under >= 1]
    for bound in sorted({*bounds, Decimal(0), Decimal(1)}):
        for said in (bound - STEP, bound, bound + STEP):
            found.append(z3.Implies(mine >= number(said), over >= number(said - NEAR) * under))
            found.append(z3.Implies(mine <= number(said), over <= number(said + NEAR) * under))
    return found


def _linear(tree: ast.expr, values: Mapping[str, Value]) -> Term | None:
    """The sum that an expression is; None for one that is no sum."""
    if isinstance(tree, ast.Name):
        return values[tree.id].is_
    if isinstance(tree, ast.Constant) and isinstance(tree.value, int | float):
        return number(tree.value)
    if not isinstance(tree, ast.BinOp):
        return None
    left, right = _linear(tree.left, values), _linear(tree.right, values)
    if left is None or right is None:
        return None
    if isinstance(tree.op, ast.Add):
        return left + right
    if isinstance(tree.op, ast.Sub):
        return left - right
    constant = isinstance(tree.left, ast.Constant) or isinstance(tree.right, ast.Constant)
    return left * right if isinstance(tree.op, ast.Mult) and constant else None
