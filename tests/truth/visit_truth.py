"""How many of so many rows can be wrong, when some were looked at in an order that chance drew: worked out by itself.

A number of wrong rows is refuted once the rows looked at are 1 / risk times likelier by a mixture over all numbers than by that
one. For the most that can be wrong the mixture weighs numbers by the beta-binomial of (.5, b), the claim settling b, and for
the least it weighs all alike.
"""

from functools import cache
from math import exp, inf, lgamma, log

ALIKE = (1.0, 1.0)


def bounds(of: int, looked: int, wrong: int, risk: float, fewer_than: int) -> tuple[int, int]:
    """The least and the most that can be wrong, of a claim that fewer than so many are."""
    claimed = (0.5, max(20.0, 2 * of / fewer_than))
    every = range(of + 1)
    least = min(many for many in every if not _refuted(of, looked, wrong, many, risk, ALIKE))
    return least, max(many for many in every if not _refuted(of, looked, wrong, many, risk, claimed))


def _refuted(of: int, looked: int, wrong: int, many: int, risk: float, prior: tuple[float, float]) -> bool:
    own = _likely(of, looked, wrong, many)
    # A hair's breadth is left: these are floats, and the product reckons exactly.
    return own == -inf or _mixture(of, looked, wrong, prior) - own > -log(risk) - 1e-9


@cache
def _mixture(of: int, looked: int, wrong: int, prior: tuple[float, float]) -> float:
    logs = [_weight(of, many, prior) + _likely(of, looked, wrong, many) for many in range(of + 1)]
    top = max(logs)
    return top + log(sum(exp(one - top) for one in logs if one > -inf))


def _weight(of: int, many: int, prior: tuple[float, float]) -> float:
    a, b = prior
    return _choose(of, many) + _beta(many + a, of - many + b) - _beta(a, b)


@cache
def _likely(of: int, looked: int, wrong: int, many: int) -> float:
    if not (wrong <= many and looked - wrong <= of - many):
        return -inf
    return _choose(many, wrong) + _choose(of - many, looked - wrong) - _choose(of, looked)


def _choose(of: int, some: int) -> float:
    return lgamma(of + 1) - lgamma(some + 1) - lgamma(of - some + 1)


def _beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
