"""What noise a series may have: its sd, its correlation from period to period and its season, on a grid; in batches.

All functions take series of one length, observed at the same periods; a row of the answer does not depend on the others.
"""

from math import log

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
# The noise of sampling cannot carry over to the next period; other noise often does. Beyond twice that of sampling,
# noise is of the other sort, and of any size.
BEYOND = 2.0
CARRIED = (0.0, 0.35, 0.7)
SAMPLED = (0.88, 0.10, 0.02)
OTHER = (0.70, 0.22, 0.08)
SEASONS = ((0.0, 0.85), (1.5, 0.15))
NOISE_STEPS = 14


def scales(series: Array, pull: Array, sampling: NDArray[np.bool_]) -> tuple[Array, Array]:
    """Candidate sd of the noise and their log prior, both (b, 14): even in the log; near that of sampling where it is known."""
    level = (series * pull).sum(axis=-1) / (pull * pull).sum(axis=-1)
    spread = np.sqrt(((series - level[:, None] * pull) ** 2).sum(axis=-1) / series.shape[-1])
    low, high = 0.12 * spread, 1.35 * spread
    low = np.where(sampling, np.maximum(0.95, low), low)
    high = np.where(sampling, np.maximum(1.6, high), high)
    found = low[:, None] * (high / low)[:, None] ** (np.arange(NOISE_STEPS) / (NOISE_STEPS - 1))
    prior = np.where(sampling[:, None], -4.0 * np.log(np.minimum(found, BEYOND)), 0.0)
    return found, prior - log_sum(prior)[:, None]


def log_prior(series: Array, sampling: NDArray[np.bool_], monthly: bool) -> Array:
    """The log prior of each correlation and season (b, r, a): noise hardly more than that of sampling seldom carries over."""
    steps = series[:, 1:] - series[:, :-1]
    sampled = sampling & ((steps * steps).sum(axis=-1) / steps.shape[-1] < 2 * BEYOND**2)
    kinds = np.array([[[log(p * q) for _, q in _seasons(monthly)] for p in sort] for sort in (OTHER, SAMPLED)])
    found: Array = kinds[sampled.astype(np.int64)]
    return found


def _seasons(monthly: bool) -> tuple[tuple[float, float], ...]:
    return SEASONS if monthly else ((0.0, 1.0),)


def log_sum(logs: Array) -> Array:
    """log of the sum of exponentials over the last axis."""
    top = logs.max(axis=-1, keepdims=True)
    total: Array = top[..., 0] + np.log(np.exp(logs - top).sum(axis=-1))
    return total
