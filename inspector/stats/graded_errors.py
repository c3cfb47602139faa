"""Whether rows that are wrong in part, weighed from 0 (as written) to 1 (made up), weigh less than k in all.

ALPHA is a bet against "they weigh k or more": each row right multiplies the stake by more than 1, each wrong one by less, and
were they to weigh k the stake would ever reach 1/alpha with a chance of alpha at most. Rows are drawn without putting back, in
an order that chance alone gave; what is bet on the next depends on those before it only. The bet is that a tenth of k is wrong,
drawn towards what was found (shrink and truncate, d = 100).

It is a second reading of a visit beside `looking_after_every_row`, never one to choose between after both are known.

Reference: Stark (2023), ALPHA: audit that learns from previously hand-audited ballots, Annals of Applied Statistics 17(1),
641-679 (section 2.5); Waudby-Smith & Ramdas (2024), Estimating means of bounded random variables by betting, JRSS B 86(1), 1-27.
"""

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction

from inspector.stats.attribute_sampling import Rate, risk

MADE_UP = Fraction(1)
WRONG_IN_PART = Fraction(1, 2)
"""A wrong date, team or person: the row exists, and is not as written."""
HOLDS = 100
"""How many rows the first guess weighs as much as."""
RIGHT = Fraction(9, 10)
"""The first guess: so much of what the claim allows to be wrong is right after all."""
ALMOST = 1 - 2**-52


def stakes(of: int, fewer_than: Fraction | int, weights: Iterable[Fraction]) -> Iterator[float]:
    """What the stake is after each row: 1 at the beginning, infinite once `fewer_than` can no longer be reached.

    `weights` in the order drawn, each from 0 to 1. Raises ValueError for others, and for more rows than `of`.
    """
    right_then = Fraction(of) - fewer_than
    share = float(right_then / of)
    guess = share + float(RIGHT) * (1 - share)
    seen, stake = Fraction(0), 1.0
    for looked, weight in enumerate(weights):
        if not 0 <= weight <= 1 or looked >= of:
            raise ValueError("a weight beyond 0 to 1, or more rows than there are")
        then = (right_then - seen) / (of - looked)
        if 0 < then < 1:
            bet = _bet(guess, float(then), (guess - share) / 2, float(seen), looked)
            stake *= _factor(float(1 - weight), float(then), bet)
        seen += 1 - weight
        stake = _settled(stake, right_then - seen, of - looked - 1)
        yield stake


def least_chance(of: int, fewer_than: Fraction | int, weights: Iterable[Fraction]) -> float:
    """One over the largest stake so far: a p-value of "they weigh `fewer_than` or more" that holds whenever one stops."""
    largest = max((1.0, *stakes(of, fewer_than, weights)))
    return 0.0 if math.isinf(largest) else 1 / largest


def confirmed(of: int, fewer_than: Fraction | int, weights: Iterable[Fraction], confidence: Rate) -> bool:
    """Whether the rows looked at, in the order drawn, show at that confidence that all `of` weigh less than `fewer_than`."""
    return least_chance(of, fewer_than, weights) <= float(risk(confidence))


def rows_needed(of: int, fewer_than: Fraction | int, confidence: Rate) -> int | None:
    """How many rows in all confirm it when none is wrong at all; None where `fewer_than` is 0 or less."""
    if fewer_than <= 0:
        return None
    limit = float(1 / risk(confidence))
    found = enumerate(stakes(of, fewer_than, [Fraction(0)] * of), 1)
    return next((rows for rows, stake in found if stake >= limit), None)


def _bet(guess: float, then: float, edge: float, seen: float, looked: int) -> float:
    """The mean bet on: the guess drawn towards what was seen, a little above what the claim's denial leaves."""
    shrunk = (HOLDS * guess + seen) / (HOLDS + looked)
    return min(ALMOST, max(shrunk, then + edge / math.sqrt(HOLDS + looked)))


def _factor(right: float, then: float, bet: float) -> float:
    return right * bet / then + (1 - right) * (1 - bet) / (1 - then)


def _settled(stake: float, right_left: Fraction, rows_left: int) -> float:
    """Infinite where the rows left can no longer bring so many wrong; 0 where the claim is false already."""
    if right_left < 0:
        return math.inf
    return 0.0 if right_left >= rows_left and not (right_left == rows_left == 0) else stake
