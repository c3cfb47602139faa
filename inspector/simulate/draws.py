"""Chance, seeded by words: the same on every machine and version."""

from random import Random


def stream(*words: object) -> Random:
    """A generator of its own for each purpose, so that one more draw here changes nothing there."""
    return Random("/".join(str(word) for word in words))


def binomial(draw: Random, n: int, p: float) -> int:
    """How many of `n` come true, each with the chance `p`."""
    return sum(draw.random() < p for _ in range(n))


def poisson(draw: Random, mean: float) -> int:
    """A count with that mean (below about 50)."""
    left, count = draw.expovariate(1.0), 0
    while left < mean:
        left += draw.expovariate(1.0)
        count += 1
    return count
