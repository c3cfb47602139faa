"""Late records in a flurry: whether long delays come together in the last weeks more than their share of all records.

For each window that ends with the last record and each delay that counts as long, the long delays inside the window
are compared with its share of all records. Delays that come in batches elsewhere (a month's backlog) make the
comparison as much weaker as they vary more from week to week than single ones would.

Reference: Kulldorff (1997), Communications in Statistics 26(6), 1481-1496 (scanning windows); Liu & Xie (2020), Journal
of the American Statistical Association 115(529), 393-402 (the combination).
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from inspector.stats.median import quantile
from inspector.stats.tails import above_binomial, combined

Days = NDArray[np.float64]

LONG = (30.0, 60.0, 90.0, 180.0)
QUANTILES = (0.9, 0.95, 0.98)
SHORTEST = 21.0
"""No delay shorter than this counts as long: three weeks lie within what a month-end batch brings."""
FEWEST = 4
"""Long delays in a window below which nothing is asked."""


@dataclass(frozen=True)
class Flurry:
    """The window and delay that stand out most: `inside` are the places of the late records, `expected` how many.

    `p_value` is None where so few delays are long, in the window or out of it, that nothing could have stood out.
    """

    since: float
    longer: float
    inside: tuple[int, ...]
    expected: float
    p_value: float | None


def flurry(recorded: Days, delay: Days, starts: tuple[float, ...]) -> Flurry:
    """Late records since any of `starts` (days, on the scale of `recorded`); `delay` in days from event to record."""
    first = float((recorded - delay).min())
    if int((delay > SHORTEST).sum()) < FEWEST:
        return Flurry(max(starts), SHORTEST, (), 0.0, None)
    limits = sorted({max(SHORTEST, quantile(delay, q)) for q in QUANTILES} | set(LONG))
    tried = [_try(recorded, delay, start, limit, first) for start in starts for limit in limits]
    chance, _, best = min(tried, key=lambda one: (one[0], -len(one[2].inside), one[2].since, one[2].longer))
    if all(total < FEWEST for _, total, _ in tried):
        return best
    return replace(best, p_value=combined([one[0] for one in tried]) if chance < 1 else 1.0)


def _try(recorded: Days, delay: Days, start: float, limit: float, first: float) -> tuple[float, int, Flurry]:
    """The chance of so many long delays in the window, how many there are in all, and what was seen."""
    window = recorded >= start
    # A record made within `limit` days of the first event cannot be that late: it tells nothing of the usual share.
    able = (recorded - first >= limit) | window
    late = (delay > limit) & able
    inside, total = int((late & window).sum()), int(late.sum())
    share = float(window.sum()) / max(1.0, float(able.sum()))
    expected = share * total
    seen = Flurry(start, limit, tuple(np.flatnonzero(late & window).tolist()), expected, None)
    if inside < FEWEST or inside <= expected:
        return 1.0, total, seen
    loose = _loose(recorded[~window & able], late[~window & able])
    return above_binomial(inside / loose, total / loose, share), total, seen


def _loose(recorded: Days, late: NDArray[np.bool_]) -> float:
    """How much more the late records vary from week to week than single ones would, never below 1."""
    if late.sum() < 2:
        return 1.0
    week = ((recorded - recorded.min()) // 7).astype(np.int64)
    made = np.bincount(week).astype(np.float64)
    long = np.bincount(week, weights=late.astype(np.float64))
    rate = late.mean()
    usual = (made * rate * (1 - rate)).sum()
    return max(1.0, float(((long - made * rate) ** 2).sum() / usual))
