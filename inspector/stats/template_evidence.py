"""How well each template explains a series, with noise, autocorrelation and season integrated out on a grid.

Given the noise (sd s, AR(1) correlation, seasonal amplitude) everything is Gaussian and the size of the change, in
units of s, integrates in closed form; the level has a flat prior and projects out. What is left is a sum over a small
grid (Bayesian linear model comparison: O'Hagan and Forster, Kendall's Advanced Theory of Statistics 2B, chapter 11).
"""

from dataclasses import dataclass, replace
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from inspector.stats.median import median
from inspector.stats.observe import Readings
from inspector.stats.templates import Templates

Array = NDArray[np.float64]
# The noise of sampling cannot carry over to the next period; other noise often does. Beyond twice that of sampling,
# noise is of the other sort, and of any size.
BEYOND = 2.0
SAMPLED = ((0.0, 0.88), (0.35, 0.10), (0.7, 0.02))
OTHER = ((0.0, 0.70), (0.35, 0.22), (0.7, 0.08))
SEASONS = ((0.0, 0.85), (1.5, 0.15))
SIZES = ((2.4, 0.7, 0.85), (5.0, 2.2, 0.15))
NOISE_STEPS = 14
SEASON_POINTS = 24
NEGLIGIBLE = 14.0
TINY = 1e-300
APART = 32.0
"""A reading is taken for at most so many times surer, or less sure, than the middle one: about a thousand times the cases."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log evidence of no change at all (a number) and of each template upwards and downwards (t, 2).

    `size` and `spread` (t, 2) are the mean and sd of the change, in sd of the noise, given that template and direction.
    """

    steady: float
    moved: Array
    size: Array
    spread: Array


def weights(readings: Readings, shapes: Templates) -> Weights:
    """The evidence for every template. The readings must not all be equal."""
    unit = median(readings.sd)
    sd = np.clip(readings.sd, unit / APART, unit * APART)
    readings = replace(readings, sd=sd)
    pull = unit / sd
    series = readings.y / sd
    scales, scale_prior = _noise_grid(readings, series, pull)
    stack = np.column_stack([pull, series, (shapes.curves * pull).T])
    covariances = _covariances(readings, pull, SAMPLED if _sampled(readings) else OTHER)
    factors = np.linalg.cholesky(np.stack([matrix for matrix, _ in covariances]))
    # Small and well conditioned, against hundreds of columns: one inverse each costs a fraction of solving them all.
    inverses = np.linalg.inv(factors)
    noises = [_whiten(factors[i], inverses[i] @ stack, prior) for i, (_, prior) in enumerate(covariances)]
    steady = np.stack(
        [
            noise.log_prior + scale_prior - (len(series) - 1) * np.log(scales) - noise.left / 2 / scales**2
            for noise in noises
        ]
    )
    best = np.stack([steady[i] + 0.5 * noise.most / scales**2 for i, noise in enumerate(noises)])
    which, scale = np.nonzero(best > best.max() - NEGLIGIBLE)
    along = np.stack([noise.along for noise in noises], axis=1)[:, which] / scales[scale]
    across = np.stack([noise.across for noise in noises], axis=1)[:, which]
    return _sum_up(steady, steady[which, scale], along, across)


def _noise_grid(readings: Readings, series: Array, pull: Array) -> tuple[Array, Array]:
    """Candidate sd of the noise and their log prior: even in the log, but where sampling noise is known, near it."""
    level = float(series @ pull / (pull @ pull))
    spread = sqrt(float(np.mean((series - level * pull) ** 2)))
    low, high = 0.12 * spread, 1.35 * spread
    if readings.sampling:
        low, high = max(0.95, low), max(1.6, high)
    scales = np.geomspace(low, high, NOISE_STEPS)
    prior = -4.0 * np.log(np.minimum(scales, BEYOND)) if readings.sampling else np.zeros(NOISE_STEPS)
    return scales, prior - _log_sum(prior)


def _sampled(readings: Readings) -> bool:
    """Whether the noise from one reading to the next is hardly more than that of sampling."""
    return readings.sampling and float(np.mean(np.diff(readings.y / readings.sd) ** 2)) < 2 * BEYOND**2


def _covariances(
    readings: Readings, pull: Array, correlations: tuple[tuple[float, float], ...]
) -> list[tuple[Array, float]]:
    """Correlation of the noise (n, n) with its log prior: AR(1) by time apart, with and without a season."""
    apart = np.abs(readings.periods[:, None] - readings.periods[None, :])
    monthly = bool((readings.months > 0).all()) and len(readings.y) >= SEASON_POINTS
    turn = 2 * np.pi * (readings.months[:, None] - readings.months[None, :]) / 12
    wave = (0.75 * np.cos(turn) + 0.25 * np.cos(2 * turn)) * pull[:, None] * pull[None, :]
    found = []
    for rho, p in correlations:
        for amplitude, q in SEASONS if monthly else ((0.0, 1.0),):
            found.append((rho**apart + amplitude**2 * wave if amplitude else rho**apart, log(p * q)))
    return found


@dataclass(frozen=True, slots=True)
class _Noise:
    """A series and its templates seen through one covariance, with the level projected out.

    `left` is the sum of squares of the series, `along` (t,) its products with the templates, `across` (t,) their own
    sums of squares, and `most` the greatest sum of squares that any template takes away.
    """

    log_prior: float
    left: float
    along: Array
    across: Array
    most: float


def _whiten(factor: Array, white: Array, log_prior: float) -> _Noise:
    """`white` (n, 2 + t) holds level, series and templates as columns, seen through the Cholesky factor (n, n)."""
    level = white[:, 0]
    norm = float(level @ level)
    rest = white[:, 1:] - np.outer(level, level @ white[:, 1:]) / norm
    left, columns = rest[:, 0], rest[:, 1:]
    along, across = left @ columns, (columns * columns).sum(axis=0)
    usable = across > 1e-9
    most = float((along[usable] ** 2 / across[usable]).max(initial=0.0))
    log_prior = log_prior - float(np.log(np.diag(factor)).sum()) - 0.5 * log(norm)
    return _Noise(log_prior, float(left @ left), along, across, most)


def _sum_up(steady: Array, cells: Array, along: Array, across: Array) -> Weights:
    """Integrates the size of the change (closed form) and sums over the cells (c,) of the grid that matter."""
    signed = np.stack([along, -along], axis=1)
    logs, sizes, variances = [], [], []
    for middle, width, share in SIZES:
        precision = (across + width**-2)[:, None, :]
        size = (signed + middle / width**2) / precision
        occam = cells + log(share) - (middle / width) ** 2 / 2 - 0.5 * np.log(width**2 * precision)
        logs.append(occam + 0.5 * size**2 * precision)
        sizes.append(size)
        variances.append(1 / precision)
    top = np.max(logs)
    weights = [np.exp(log_weight - top) for log_weight in logs]
    total = sum(weight.sum(axis=-1) for weight in weights) + TINY
    mean = sum((w * m).sum(axis=-1) for w, m in zip(weights, sizes, strict=True)) / total
    square = sum((w * (m**2 + v)).sum(axis=-1) for w, m, v in zip(weights, sizes, variances, strict=True)) / total
    spread = np.sqrt(np.maximum(square - mean**2, 0.0))
    return Weights(float(_log_sum(steady.ravel())), top + np.log(total), mean, spread)


def _log_sum(logs: Array) -> Array:
    """log of the sum of exponentials over the last axis."""
    top = logs.max(axis=-1, keepdims=True)
    total: Array = top[..., 0] + np.log(np.exp(logs - top).sum(axis=-1))
    return total
