"""When a change began, with how much doubt, and when a gain that faded had lost half of its height.

The onset is that of all shapes of the claim with their weights: where a step and a slow rise explain a series about as
well, each says another onset, and the interval holds both.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from inspector.stats.templates import Templates

Array = NDArray[np.float64]
# The upper end is a little further out, since a jump that looks like a slow rise comes late in its interval. A hair below,
# so that a last-bit difference in a sum cannot move an onset that is certain.
QUANTILES = np.array((0.5, 0.05, 0.97, 0.01, 0.99)) - 1e-9


class Onset(NamedTuple):
    """Periods: the median, the interval that holds it with 90 % or a little more, and that with 98 %."""

    onset: int
    low: int
    high: int
    earliest: int
    latest: int


def when(periods: Array, shapes: Templates, weight: Array) -> Onset:
    """The onset, given the probabilities of the templates `weight` (t,), of which only the proportions matter."""
    return Onset(*_quantiles(periods, shapes.onset, weight, QUANTILES))


def fell(periods: Array, shapes: Templates, weight: Array) -> int:
    """The median period in which a gain that faded first had half of its height or less."""
    return _quantiles(periods, shapes.fell, weight, QUANTILES[:1])[0]


def _quantiles(periods: Array, at: Array, weight: Array, shares: Array) -> list[int]:
    """What lies between two periods is in the later one, and what never came in the last."""
    place = np.searchsorted(periods - periods[0], np.ceil(at - 1e-9)).clip(0, len(periods) - 1)
    chance = np.bincount(place, weight, minlength=len(periods))
    total = np.cumsum(chance / chance.sum())
    places = np.searchsorted(total, shares).clip(0, len(periods) - 1)
    return [int(period) for period in periods[places]]
