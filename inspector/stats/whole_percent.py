"""Percentages that are whole numbers more often than counts out of their denominators would make them.

A share is whole where its count is the nearest that its denominator allows to a whole percentage, or to a multiple of
five. For each count out of its denominator the chance of a whole percentage is taken over all counts within some points of
the share, as any smooth spread of shares would have it; the sum of those chances is exact without simulation.

Reference: Kobak, Shpilkin & Pshenichnikov (2016), Annals of Applied Statistics 10(1), 54-73.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from inspector.stats.tails import above_unequal, combined

Array = NDArray[np.float64]

STEPS = (1, 5)
"""Whole percentages, and multiples of five percent."""
WINDOW = 0.05
"""Share of the denominator on either side of a count that the chance of a whole percentage is taken over."""
CELLS = 1_000_000
FEWEST, HITS = 20, 0.5
"""Figures, and whole percentages expected by chance, below which nothing is told."""


@dataclass(frozen=True)
class WholePercent:
    """`places`: which figures are multiples of `step` percent (not 0 and 100); `expected`: how many chance gives."""

    n: int
    step: int
    places: tuple[int, ...]
    expected: float
    p_value: float


def whole_percent(numerators: Array, denominators: Array) -> WholePercent | None:
    """How often shares are whole, by the step that stands out more. None with too few figures.

    Whole counts out of at most some 100,000: what it costs grows with the largest denominator.
    """
    inside = np.flatnonzero((numerators > 0) & (numerators < denominators))
    top, bottom = np.round(numerators[inside]), np.round(denominators[inside])
    tried = [_try(inside, top, bottom, step) for step in STEPS]
    able = [one for one in tried if one is not None]
    if not able:
        return None
    best = min(able, key=lambda one: (one.p_value, one.step))
    return replace(best, p_value=combined([one.p_value for one in able]))


def _try(inside: NDArray[np.intp], top: Array, bottom: Array, step: int) -> WholePercent | None:
    # Where most counts are the nearest to some whole percentage, being one says nothing.
    telling = bottom >= 150 / step
    top, bottom, inside = top[telling], bottom[telling], inside[telling]
    chances = _chances(top, bottom, step)
    if len(inside) < FEWEST or chances.sum() < HITS:
        return None
    hits = inside[_whole(top, bottom, step)]
    p_value = above_unequal(len(hits), chances.tolist())
    return WholePercent(len(inside), step, tuple(hits.tolist()), float(chances.sum()), p_value)


def _whole(top: Array, bottom: Array, step: int) -> NDArray[np.bool_]:
    nearest = np.round(100 * top / bottom / step) * step * bottom / 100
    return np.asarray(np.abs(top - nearest) <= 0.5 + 1e-9)


def _chances(top: Array, bottom: Array, step: int) -> Array:
    """For each figure the part of the counts around it that are whole percentages."""
    reach = np.ceil(WINDOW * step * bottom).astype(np.int64) + 5
    hits, tries = np.zeros_like(top), np.zeros_like(top)
    most = int(reach.max(initial=0))
    # Offsets are taken together as far as memory allows.
    many = max(1, CELLS // max(1, len(top)))
    for first in range(-most, most + 1, many):
        offsets = np.arange(first, min(first + many, most + 1))[:, None]
        near = top + offsets
        able = (np.abs(offsets) <= reach) & (near >= 0) & (near <= bottom)
        hits += (able & _whole(near, bottom, step)).sum(axis=0)
        tries += able.sum(axis=0)
    return np.asarray(hits / np.maximum(tries, 1), dtype=np.float64)
