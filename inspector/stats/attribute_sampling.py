"""How many rows settle "fewer than k of N are wrong", and what a sample of fixed size says of the number wrong.

Everything is whole numbers: no float decides on which side of the risk a plan lies. These plans and bounds hold for one look at
a size fixed beforehand; for looking after every row see `looking_after_every_row`.

Reference: AICPA Audit Guide: Audit Sampling (2017), appendices A and C; Touw & Hoogduin (2011), Statistiek voor audit en
controlling (finite populations).
"""

import math
from collections.abc import Callable
from fractions import Fraction

Rate = float | str | Fraction
Settles = Callable[[int, int], bool]
"""Whether so many rows with at most so many wrong ones settle the claim."""


def as_written(number: Rate) -> Fraction:
    """The number as a person writes it: .035 is 35/1000, not the float next to it."""
    return number if isinstance(number, Fraction) else Fraction(str(number))


def risk(confidence: Rate) -> Fraction:
    """The chance of being wrong that a confidence leaves. Raises ValueError unless it is above 0 and below 1."""
    left = 1 - as_written(confidence)
    if not 0 < left < 1:
        raise ValueError(f"not a confidence between 0 and 1: {confidence}")
    return left


def fewer_than(of: int, rate: Rate) -> int:
    """The least number wrong at which "fewer than `rate` of `of` are wrong" is false."""
    return math.ceil(as_written(rate) * of)


def chance(of: int, many: int, looked: int, wrong: int) -> Fraction:
    """P(at most `wrong` wrong among `looked` rows of `of`, drawn without putting back, where `many` are wrong)."""
    return Fraction(_ways(of, many, looked, wrong), math.comb(of, looked))


def rows_fixed(of: int, many: int, confidence: Rate, wrong: int = 0) -> int | None:
    """The least size at which at most `wrong` wrong ones show that fewer than `many` of `of` are.

    None where no size does; 0 where `many` is more than there are, as there is nothing to show.
    """
    if wrong >= many or many > of:
        return 0 if many > of else None
    return _least(_finite(of, many, confidence), wrong, wrong + 1, of)


def rows_fixed_at(of: int, many: int, confidence: Rate, rate: Rate) -> int | None:
    """The same where the share `rate` of the rows looked at may be wrong, rounded up to whole rows."""
    return least_at_rate(_finite(of, many, confidence), as_written(rate), of) if 0 < many <= of else None


def most_wrong(of: int, looked: int, wrong: int, confidence: Rate) -> int:
    """The largest number wrong among `of` that one look at `looked` rows with `wrong` wrong ones does not rule out."""
    ruled_out = _finite_many(of, looked, wrong, risk(confidence))
    low, high = wrong, of - looked + wrong
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (low, middle - 1) if ruled_out(middle) else (middle, high)
    return low


def least_wrong(of: int, looked: int, wrong: int, confidence: Rate) -> int:
    """The least number wrong among `of` that one look does not rule out: the bound on the number right, turned round."""
    return of - most_wrong(of, looked, looked - wrong, confidence)


def least_at_rate(settles: Settles, rate: Fraction, most: int) -> int | None:
    """The least size up to `most` that settles a claim when `rate` of it, rounded up, may be wrong.

    With the wrong ones held, more rows settle better: so the first run of sizes with the same number that settles at its end
    holds the answer.
    """
    wrong = 0
    while rate > 0 and (first := math.floor((wrong - 1) / rate) + 1 if wrong else 1) <= most:
        last = min(most, math.floor(wrong / rate))
        first = max(first, wrong + 1)
        if first <= last and settles(last, wrong):
            return _least(settles, wrong, first, last)
        wrong += 1
    return None if rate > 0 else _least(settles, 0, 1, most)


def _least(settles: Settles, wrong: int, first: int, most: int) -> int | None:
    step, low, high = 1, first, first
    while not settles(high, wrong):
        if high >= most:
            return None
        low, high, step = high + 1, min(most, high + step), step * 2
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if settles(middle, wrong) else (middle + 1, high)
    return low


def _finite(of: int, many: int, confidence: Rate) -> Settles:
    left = risk(confidence)

    def settles(looked: int, wrong: int) -> bool:
        return _ways(of, many, looked, wrong) * left.denominator <= left.numerator * math.comb(of, looked)

    return settles


def _finite_many(of: int, looked: int, wrong: int, left: Fraction) -> Callable[[int], bool]:
    limit = left.numerator * math.comb(of, looked)
    return lambda many: _ways(of, many, looked, wrong) * left.denominator <= limit


def _ways(of: int, many: int, looked: int, wrong: int) -> int:
    """In how many samples at most `wrong` are wrong. Each summand comes from the one before it, in whole numbers."""
    first = max(0, looked - (of - many))
    right = of - many
    if first > wrong:
        return 0
    total = term = math.comb(many, first) * math.comb(right, looked - first)
    for i in range(first, min(wrong, many, looked)):
        term = term * (many - i) * (looked - i) // ((i + 1) * (right - looked + i + 1))
        total += term
    return total
