"""Chances by counting, as checks of those that are said: tails of a binomial and a Poisson, and words in common."""

import math
import re


def binomial_tail(hits: int, of: int, chance: float) -> float:
    """How often at least so many of so many happen."""
    if hits <= 0:
        return 1.0
    if chance <= 0 or hits > of:
        return 0.0
    yes, no = math.log(chance), math.log1p(-min(chance, 1 - 1e-12))
    ways = math.lgamma(of + 1)
    logs = [ways - math.lgamma(k + 1) - math.lgamma(of - k + 1) + k * yes + (of - k) * no for k in range(hits, of + 1)]
    return min(1.0, math.fsum(math.exp(x) for x in logs))


def poisson_tail(hits: int, expected: float) -> float:
    """How often at least so many happen where so many are expected."""
    below = math.fsum(math.exp(k * math.log(max(expected, 1e-12)) - expected - math.lgamma(k + 1)) for k in range(hits))
    return max(0.0, 1.0 - below)


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return re.findall(r"[^\W\d_]+", text.lower())


def in_common(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of two texts that both have."""
    both = len(one & other)
    return both / max(1, len(one) + len(other) - both)
