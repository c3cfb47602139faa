"""How often chance alone would bring starts as near to a change as they were, for one change and for many together.

Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57(1), 289-300, for the share of false matches
among those that are shown; Fisher (1932), Statistical Methods for Research Workers, 4th edition, section 21.1, for all
together; Diggle, Statistical Analysis of Spatial and Spatio-Temporal Point Patterns (2013), chapter 2, for one.
"""

from collections.abc import Sequence
from math import exp, fsum, log

SMALLEST = 1e-12


def covered(starts: Sequence[int], before: int, after: int, first: int, last: int) -> float:
    """The share of the days `first` to `last` that have a start at most `before` days earlier or `after` days later.

    It is the probability that a change on any of these days, each as likely, would have a start as near to it.
    """
    days, upto = 0, first
    for start in sorted(starts):
        low, high = max(start - after, upto), min(start + before, last) + 1
        if high > low:
            days, upto = days + high - low, high
    return days / (last - first + 1) if last >= first else 1.0


def false_shares(chances: Sequence[float]) -> list[float]:
    """For each chance the expected share of matches by chance among all that are as small or smaller (Benjamini-Hochberg)."""
    order = sorted(range(len(chances)), key=lambda i: chances[i], reverse=True)
    found, least = [1.0] * len(chances), 1.0
    for place, i in enumerate(order):
        least = min(least, chances[i] * len(chances) / (len(chances) - place))
        found[i] = least
    return found


def expected(number: int, chance: float) -> float:
    """How many of so many would match by chance, in one decimal, or two where it is less than a tenth."""
    found = number * chance
    return round(found, 1 if found >= 0.1 else 2)


def together(chances: Sequence[float]) -> float:
    """The probability that independent matches were all as near by chance as these were (Fisher); 1 for none."""
    half = -fsum(log(max(chance, SMALLEST)) for chance in chances)
    term, terms = 1.0, [1.0] if chances else []
    for i in range(1, len(chances)):
        term *= half / i
        terms.append(term)
    return min(1.0, exp(-half) * fsum(terms)) if chances else 1.0
