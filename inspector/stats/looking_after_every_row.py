"""What may be said of the number wrong among N rows when an inspector looks after every row and stops at will.

For each number K that might be wrong the prior/posterior ratio e(K) is the chance of what was found under a prior on K, over its
chance were K wrong. Were K true, e(K) would ever reach 1/alpha with a chance of alpha at most, however the inspector stops: so
all K with e(K) < 1/alpha are a confidence sequence. The chance of what was found is log-concave in K: what is not refuted is an
unbroken run, and halving finds its ends. Priors are fixed once for all: beta-binomial(1/2, 20) bounds how many are wrong from
above, the uniform one from below. Each bound is wrong in 5 % at most, at 95 %: a true claim can only be refuted wrongly, a false
one only be confirmed wrongly.

"Fewer than k are wrong" is confirmed only when every K from k to N is refuted: e(k) alone also grows when far more than k are.

Reference: Waudby-Smith & Ramdas (2020), Confidence sequences for sampling without replacement, NeurIPS 33 (theorem 2.1);
Ville (1939).
"""

import math
from fractions import Fraction
from functools import lru_cache

from inspector.stats.attribute_sampling import Rate, risk

Prior = tuple[Fraction, Fraction]
PRIOR: Prior = (Fraction(1, 2), Fraction(20))
"""Chosen for rows of which few or none are wrong; any prior is valid that is chosen before the rows are looked at."""
FLAT: Prior = (Fraction(1), Fraction(1))
"""For the other end, at least how many are wrong: all numbers alike, since the first hardly believes in many."""
NEAR = 1e-8
"""How near to the limit logarithms are not trusted and whole numbers decide, for a thousand rows; for more as much more."""


def prior_for(of: int, fewer_than: int) -> Prior:
    """Another prior, from the claim alone: beta-binomial(1/2, b) with b = max(20, 2 `of` / `fewer_than`).

    As valid as `PRIOR`, and the same from one wrong in ten on; below that fewer rows settle a claim of which none is wrong.
    """
    return PRIOR[0], max(PRIOR[1], Fraction(2 * of, fewer_than))


def e_value(of: int, many: int, looked: int, wrong: int, prior: Prior = PRIOR) -> Fraction | None:
    """e(`many`) after `wrong` of `looked` rows of `of` were wrong, exactly; None where what was found rules `many` out."""
    over, under = _ratio(of, many, looked, wrong, prior)
    return Fraction(over, under) if under else None


def e_of_claim(of: int, fewer_than: int, looked: int, wrong: int, prior: Prior = PRIOR) -> Fraction | None:
    """The least e(K) over all K from `fewer_than` to `of`: the claim is confirmed when this reaches 1/alpha."""
    return e_value(of, _likeliest(of, fewer_than, looked, wrong), looked, wrong, prior)


def bounds(
    of: int, looked: int, wrong: int, confidence: Rate, prior: Prior = PRIOR, flat: Prior = FLAT
) -> tuple[int, int]:
    """The least and the largest number wrong among `of` that are not refuted; each end valid after every row, by itself.

    The largest is that under `prior`, the least that under `flat`. Raises ValueError where `wrong` > `looked` or `looked` > `of`.
    """
    if not 0 <= wrong <= looked <= of:
        raise ValueError(f"{wrong} wrong of {looked} of {of} rows cannot be")
    if looked == 0:
        return 0, of
    top = _likeliest(of, 0, looked, wrong)
    refuted = _Refuted(of, risk(confidence), flat)
    low, high = wrong, top
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if refuted(middle, looked, wrong) else (low, middle)
    least, low, high = low, top, of - looked + wrong
    refuted = _Refuted(of, risk(confidence), prior)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (low, middle - 1) if refuted(middle, looked, wrong) else (middle, high)
    return least, low


def confirmed(of: int, fewer_than: int, looked: int, wrong: int, confidence: Rate, prior: Prior = PRIOR) -> bool:
    """Whether every K from `fewer_than` to `of` is refuted."""
    if not wrong < fewer_than <= of:
        return fewer_than > of
    return _Refuted(of, risk(confidence), prior)(_likeliest(of, fewer_than, looked, wrong), looked, wrong)


@lru_cache(maxsize=4096)
def rows_needed(
    of: int, fewer_than: int, confidence: Rate, wrong: int = 0, looked: int = 0, prior: Prior = PRIOR
) -> int | None:
    """How many rows in all confirm "fewer than `fewer_than` of `of` are wrong" if no further one is; None where none do.

    What is confirmed stays so while further rows are right, so that halving finds the number. At the census the count decides.
    `wrong` of `looked` rows are known; with `looked` = 0 the least number in all at which `wrong` wrong ones still confirm it.
    Where `fewer_than` is more than there are, `looked`: there is nothing to show.
    """
    if wrong >= fewer_than or fewer_than > of:
        return looked if fewer_than > of else None
    refuted = _Refuted(of, risk(confidence), prior)
    low = high = max(looked, wrong, 1)
    step = 1
    while not refuted(_likeliest(of, fewer_than, high, wrong), high, wrong):
        low, high, step = high + 1, min(of, high + step), step * 2
    while low < high:
        middle = (low + high) // 2
        settled = refuted(_likeliest(of, fewer_than, middle, wrong), middle, wrong)
        low, high = (low, middle) if settled else (middle + 1, high)
    return low


class _Refuted:
    """Whether e(K) >= 1/alpha, by logarithms where these are clear and by whole numbers where they are not."""

    def __init__(self, of: int, left: Fraction, prior: Prior) -> None:
        self.of, self.left, self.prior = of, left, prior
        self.log_left = math.log(left)

    def __call__(self, many: int, looked: int, wrong: int) -> bool:
        if many < wrong or self.of - many < looked - wrong:
            return True
        over = _log_e(self.of, many, looked, wrong, self.prior) + self.log_left
        if abs(over) > NEAR * max(1.0, self.of / 1000):
            return over > 0
        e, one = _ratio(self.of, many, looked, wrong, self.prior)
        return e * self.left.numerator >= one * self.left.denominator


def _likeliest(of: int, least: int, looked: int, wrong: int) -> int:
    """The K >= `least` under which what was found is likeliest, so that its e(K) is the smallest."""
    peak = (of + 1) * wrong // looked if looked else 0
    return max(least, min(peak, of - looked + wrong))


def _log_e(of: int, many: int, looked: int, wrong: int, prior: Prior) -> float:
    a, b = float(prior[0]), float(prior[1])
    under_prior = _choose(looked, wrong) + _beta(wrong + a, looked - wrong + b) - _beta(a, b)
    return under_prior + _choose(of, looked) - _choose(many, wrong) - _choose(of - many, looked - wrong)


def _choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def _beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _ratio(of: int, many: int, looked: int, wrong: int, prior: Prior) -> tuple[int, int]:
    """e(`many`) as two whole numbers, one over the other; the lower is 0 where what was found rules `many` out.

    Under the prior the number wrong among those looked at is beta-binomial too, as the rows are exchangeable.
    """
    a, b = prior
    (seen, of_seen), (right, of_right), (all_, of_all) = (
        _rising(a, wrong),
        _rising(b, looked - wrong),
        _rising(a + b, looked),
    )
    ways = math.comb(many, wrong) * math.comb(of - many, looked - wrong)
    over = math.comb(looked, wrong) * seen * right * of_all * math.comb(of, looked)
    return over, of_seen * of_right * all_ * ways


def _rising(start: Fraction, many: int) -> tuple[int, int]:
    """start (start + 1) … with so many factors, as a whole number over a whole number."""
    n, d = start.numerator, start.denominator
    return _product(n, d, many), d**many


def _product(first: int, step: int, many: int) -> int:
    """first (first + step) … with so many factors, halved until they are few: large numbers are multiplied with large ones."""
    if many <= 32:
        return math.prod(range(first, first + many * step, step))
    half = many // 2
    return _product(first, step, half) * _product(first + half * step, step, many - half)
