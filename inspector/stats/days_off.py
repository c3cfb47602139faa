"""Days off among some days, against those among other days of the same service.

Reference: Fisher (1935), Journal of the Royal Statistical Society 98(1), 39-82 (the exact test of two shares).
"""

from math import exp, lgamma


def more(hits: int, of: int, others: int, of_others: int) -> float:
    """The chance of as many hits or more, were both drawn from the same days: the upper tail of the exact test."""
    total, drawn = hits + others, of + of_others
    most = min(total, of)
    chances = (_chance(k, of, total, drawn) for k in range(hits, most + 1))
    return min(1.0, sum(chances))


def _chance(k: int, of: int, total: int, drawn: int) -> float:
    if not 0 <= total - k <= drawn - of:
        return 0.0
    return exp(_choose(of, k) + _choose(drawn - of, total - k) - _choose(drawn, total))


def _choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
