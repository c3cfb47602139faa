"""One week in which far more happened than in the others, against how much those differ from each other.

The counts of the other weeks give their mean and spread; a negative binomial with those, times the number of weeks, gives the
chance of a week as large as the largest. The largest of the others counts twice, as in `batches`.

Reference: Feller (1968), An Introduction to Probability Theory, vol. 1, 3rd ed., VI.8 (negative binomial); Bonferroni's
inequality.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inspector.stats.batches import beyond

FEWEST = 10
"""Whole weeks from which their spread can be told."""


@dataclass(frozen=True)
class Surge:
    """`week` begins on that day (a Monday, as days since 1 January 1970); `usual`: what the other weeks have at the middle.

    `days`: those of the week with more than twice as many as such a weekday has at the middle, all of them where none has.
    """

    week: int
    many: int
    usual: float
    days: tuple[int, ...]
    p_value: float


def surge(days: Sequence[int]) -> Surge | None:
    """The week with the most of `days` (since 1 January 1970, a Thursday). None with fewer than `FEWEST` whole weeks."""
    held = np.asarray(days, dtype=np.int64)
    week = (held + 3) // 7
    first, last = int(week.min()) + 1, int(week.max())
    counts = np.bincount(week - week.min(), minlength=last - first + 2).astype(np.float64)
    whole = counts[1:-1]
    if len(whole) < FEWEST:
        return None
    top = int(np.argmax(counts))
    others = np.delete(whole, top - 1) if 0 < top < len(counts) - 1 else whole
    kept = np.append(others, others.max())
    chance = min(1.0, len(counts) * beyond(counts[top], float(kept.mean()), float(kept.var())))
    monday = (first - 1 + top) * 7 - 3
    return Surge(monday, int(counts[top]), float(np.median(others)), _many(held, monday), chance)


def late_weeks(days: Sequence[int], since: int) -> float:
    """The chance of so many `days` from `since` on, by the whole weeks before and how much those vary; days run from 0."""
    held = np.asarray(days, dtype=np.int64)
    weeks = since // 7
    before = np.bincount((held[held < since] - since) // 7 + weeks + 1, minlength=weeks + 1)[1:].astype(np.float64)
    length = max(1.0, (int(held.max()) + 1 - since) / 7)
    mean, spread = float(before.mean()), float(before.var(ddof=1))
    # The mean of so few weeks is itself not sure.
    return beyond(int(np.count_nonzero(held >= since)), length * mean, length * spread * (1 + length / weeks))


def _many(held: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]", monday: int) -> tuple[int, ...]:
    week = (held - monday) // 7
    weeks = range(int(week.min()), int(week.max()) + 1)
    found = []
    for day in range(monday, monday + 7):
        same = np.array([np.count_nonzero(held == day + 7 * k) for k in weeks if k])
        if np.count_nonzero(held == day) > max(2.0, 2 * float(np.median(same))):
            found.append(day)
    return tuple(found) or tuple(day for day in range(monday, monday + 7) if np.any(held == day))
