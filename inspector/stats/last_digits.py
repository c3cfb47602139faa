"""Last digits of counts, which are all alike often where counts jump by some tens.

Numbers that differ from one another by some tens have last digits that are as good as even, whatever their distribution; people
who make numbers up, or round them, have digits that they like. Which numbers can tell is decided by how far they jump.

Reference: Mosimann, Wiseman & Edelman (1995), Accountability in Research 4(1), 31-55; Mosimann et al. (2002), the same 9(2),
75-92; Beber & Scacco (2012), Political Analysis 20(2), 211-234.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.tails import above_gamma

Array = NDArray[np.float64]

FEWEST = 100
"""Numbers below which nothing is told."""
LARGE, JUMP = 100.0, 30.0
"""Smallest number, and least usual jump from one to the next, for last digits to be even. Whole numbers drawn evenly from 100 to
140 jump by 12, and an eighth of them end in 0, since both ends do; where they jump by 30 the ends no longer show."""


@dataclass(frozen=True)
class LastDigits:
    """How often each digit stands last, the commonest of them, and the share of numbers beyond what is even."""

    n: int
    counts: tuple[int, ...]
    commonest: int
    uneven: float
    p_value: float
    smallest: float


def telling(numbers: Array) -> NDArray[np.intp]:
    """Which of the numbers, in their order, can tell: large ones of a series that jumps; of equal neighbours the first."""
    large = np.flatnonzero(numbers >= LARGE)
    held = numbers[large]
    jumps = np.abs(np.diff(held))
    if len(held) < 2 or float(np.median(jumps)) < JUMP:
        return large[:0]
    return np.asarray(large[np.concatenate([[True], jumps > 0])], dtype=np.intp)


def last_digits(numbers: Array) -> LastDigits | None:
    """How uneven the last digits of whole numbers are. None with fewer than `FEWEST`."""
    n = len(numbers)
    if n < FEWEST:
        return None
    counts = np.bincount((numbers % 10).astype(np.int64), minlength=10)
    square = float(((counts - n / 10) ** 2).sum()) * 10 / n
    uneven = float(np.maximum(counts - n / 10, 0).sum()) / n
    # Half of the digits as much commoner as the others are rarer gives a chi-square of n times four times its square; 28 is seen.
    smallest = (28 / (4 * n)) ** 0.5
    held = tuple(int(one) for one in counts)
    return LastDigits(n, held, held.index(max(held)), uneven, above_gamma(square / 2, 4.5), min(1.0, smallest))
