"""How well each template explains a series, with noise, autocorrelation and season integrated out on a grid.

Given the noise (sd s, AR(1) correlation, seasonal amplitude) everything is Gaussian and the size of the change, in
units of s, integrates in closed form; the level has a flat prior and projects out. What is left is a sum over a small
grid (Bayesian linear model comparison: O'Hagan and Forster, Kendall's Advanced Theory of Statistics 2B, chapter 11).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.change_sizes import Grid, moments
from inspector.stats.median import medians
from inspector.stats.noise_grid import log_prior, log_sum, scales
from inspector.stats.observe import Readings
from inspector.stats.seen_through import seen_through
from inspector.stats.templates import Templates

Array = NDArray[np.float64]
SEASON_POINTS = 24
UNEVEN = 8.0
"""Beyond so many times the usual pull of a reading, templates are measured from where it stands: it is nearly the level."""
APART = 32.0
"""A reading is taken for at most so many times surer, or less sure, than the middle one: about a thousand times the cases."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log evidence of no change at all (b,), and of each template for the better and the worse (b, 2, t).

    `size` and `spread` (b, 2, t) are the mean and sd of the change, in sd of the noise, given that template and direction.
    """

    steady: Array
    moved: Array
    size: Array
    spread: Array


def kind_of(readings: Readings) -> tuple[bool, int]:
    """What series of the same periods must share to be weighed together: whether they may have seasons, and `anchor`."""
    seasonal = len(readings.y) >= SEASON_POINTS and bool((readings.months > 0).all())
    pull = 1 / readings.sd
    heaviest = int(pull.argmax())
    return seasonal, heaviest if pull[heaviest] * float(medians(readings.sd)) > UNEVEN else -1


def weights(alike: Sequence[Readings], shapes: Templates) -> Weights:
    """The evidence for every template in each series, none of which depends on the others.

    All are of the same periods and kind, and in none are all readings equal.
    """
    seasonal, anchor = kind_of(alike[0])
    sd = np.stack([one.sd for one in alike])
    unit = medians(sd)[:, None]
    sd = np.clip(sd, unit / APART, unit * APART)
    pull = unit / sd
    series = np.stack([one.y for one in alike]) / sd
    sampling = np.array([one.sampling for one in alike])
    months = np.stack([one.months for one in alike]) if seasonal else None
    curves = shapes.curves if anchor < 0 else shapes.curves - shapes.curves[:, anchor : anchor + 1]
    level = (series * pull).sum(axis=-1) / (pull * pull).sum(axis=-1)
    seen = seen_through(alike[0].periods, months, series - level[:, None] * pull, pull, curves)
    found, prior = scales(series, pull, sampling)
    steady = (log_prior(series, sampling, seasonal).reshape(len(alike), -1) - seen.size)[:, :, None] + (
        prior - (series.shape[-1] - 1) * np.log(found)
    )[:, None, :]
    steady = steady - seen.left[:, :, None] / 2 / (found * found)[:, None, :]
    # A change of so many times fewer sd is one of the usual size in curves that are so many times flatter.
    reach = np.array([one.reach for one in alike])[:, None, None]
    made = moments(Grid(steady, found), reach * seen.along, reach * reach * seen.across)
    return Weights(log_sum(steady.reshape(len(alike), -1)), made.moved, reach * made.size, reach * made.spread)
