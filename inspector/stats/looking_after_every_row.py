"""What may be said of the number wrong among N rows when an inspector looks after every row and stops at will.

For each number K that might be wrong the prior/posterior ratio e(K) is the chance of what was found under a prior on K, over its
chance were K wrong. Were K true, e(K) would ever reach 1/alpha with a chance of alpha at most, however the inspector stops: so
all K with e(K) < 1/alpha are a confidence sequence. The prior is beta-binomial(1/2, 20) and fixed once for all. The chance of
what was found is log-concave in K: what is not refuted is an unbroken run, and halving finds its ends.

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
NEAR = 1e-6
"""How near to the limit logarithms are not trusted and whole numbers decide."""


def prior_for(of: int, fewer_than: int) -> Prior:
    """Another prior, from the claim alone: beta-binomial(1/2, b) with b = max(20, 2 `of` / `fewer_than`).

    As valid as `PRIOR`, and the same from one wrong in ten on; below that fewer rows settle a claim of which none is wrong.
    """
    return PRIOR[0], max(PRIOR[1], Fraction(2 * of, fewer_than))


def e_value(of: int, many: int, looked: int, wrong: int, prior: Prior = PRIOR) -> Fraction | None:
    """e(`many`) after `wrong` of `looked` rows of `of` were wrong, exactly; None where what was found rules `many` out."""
    ways = math.comb(many, wrong) * math.comb(of - many, looked - wrong)
    return marginal(looked, wrong, prior) * math.comb(of, looked) / ways if ways else None


def e_of_claim(of: int, fewer_than: int, looked: int, wrong: int, prior: Prior = PRIOR) -> Fraction | None:
    """The least e(K) over all K from `fewer_than` to `of`: the claim is confirmed when this reaches 1/alpha."""
    return e_value(of, _likeliest(of, fewer_than, looked, wrong), looked, wrong, prior)


def marginal(looked: int, wrong: int, prior: Prior = PRIOR) -> Fraction:
    """The chance of `wrong` among `looked` under the prior: beta-binomial too, as the rows are exchangeable."""
    a, b = prior
    return math.comb(looked, wrong) * _rising(a, wrong) * _rising(b, looked - wrong) / _rising(a + b, looked)


def bounds(of: int, looked: int, wrong: int, confidence: Rate, prior: Prior = PRIOR) -> tuple[int, int]:
    """The least and the largest number wrong among `of` that are not refuted; valid after every row, all at once.

    Raises ValueError where `wrong` > `looked` or `looked` > `of`.
    """
    if not 0 <= wrong <= looked <= of:
        raise ValueError(f"{wrong} wrong of {looked} of {of} rows cannot be")
    if looked == 0:
        return 0, of
    refuted = _Refuted(of, risk(confidence), prior)
    top = _likeliest(of, 0, looked, wrong)
    low, high = wrong, top
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if refuted(middle, looked, wrong) else (low, middle)
    least, low, high = low, top, of - looked + wrong
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

    `wrong` of `looked` rows are known; with `looked` = 0 the least number in all at which `wrong` wrong ones still confirm it.
    Where `fewer_than` is more than there are, `looked`: there is nothing to show.
    """
    if wrong >= fewer_than or fewer_than > of:
        return looked if fewer_than > of else None
    refuted = _Refuted(of, risk(confidence), prior)
    sizes = range(max(looked, wrong, 1), of + 1)
    return next((n for n in sizes if refuted(_likeliest(of, fewer_than, n, wrong), n, wrong)), None)


class _Refuted:
    """Whether e(K) >= 1/alpha, by logarithms where these are clear and by whole numbers where they are not."""

    def __init__(self, of: int, left: Fraction, prior: Prior) -> None:
        self.of, self.left, self.prior = of, left, prior
        self.log_left = math.log(left)

    def __call__(self, many: int, looked: int, wrong: int) -> bool:
        if many < wrong or self.of - many < looked - wrong:
            return True
        over = _log_e(self.of, many, looked, wrong, self.prior) + self.log_left
        if abs(over) > NEAR * (1 + self.of / 1000):
            return over > 0
        found = e_value(self.of, many, looked, wrong, self.prior)
        return found is None or found * self.left >= 1


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


def _rising(start: Fraction, many: int) -> Fraction:
    """start (start + 1) … with so many factors, in whole numbers over one power."""
    n, d = start.numerator, start.denominator
    return Fraction(math.prod(range(n, n + many * d, d)), d**many)
