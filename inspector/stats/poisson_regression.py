"""Poisson regression of a few dozen counts on a few columns, without scipy.

Reference: McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., chapters 2 and 6.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

ROUNDS = 30
HALVINGS = 8


@dataclass(frozen=True)
class Fit:
    """A fitted regression: coefficients (one per column), means (one per count), deviance, coefficient covariance."""

    coefficients: Array
    mean: Array
    deviance: float
    covariance: Array


def fit(columns: Array, seen: Array) -> Fit:
    """Regress counts `seen` (k) on `columns` (k by p, log link) by reweighted least squares.

    Steps that overshoot are halved. Counts up to some 100 million; columns that are not all nought.
    """
    scale = np.linalg.norm(columns, axis=0)
    design = columns / scale
    ridge = 1e-8 * np.eye(design.shape[1])
    guess = np.linalg.lstsq(design, np.log(seen + 0.5), rcond=None)[0]
    best = _deviance(seen, design, guess)
    for _ in range(ROUNDS):
        mean = _mean(design, guess)
        step = _solve(design.T @ (design * mean[:, None]) + ridge, design.T @ (seen - mean))
        guess, now = _descend(seen, design, guess, step, best)
        done, best = best - now < 1e-9, now
        if done:
            break
    mean = _mean(design, guess)
    information = design.T @ (design * mean[:, None]) + ridge
    covariance = _solve(information, np.eye(len(information)))
    return Fit(guess / scale, mean, best, covariance / np.outer(scale, scale))


def _solve(matrix: Array, right: Array) -> Array:
    """The solution; of columns that counts of many sizes make one and the same, the smallest one."""
    try:
        return np.asarray(np.linalg.solve(matrix, right), dtype=np.float64)
    except np.linalg.LinAlgError:
        return np.asarray(np.linalg.lstsq(matrix, right, rcond=None)[0], dtype=np.float64)


def spread(columns: Array, seen: Array) -> float:
    """Overdispersion: Pearson's statistic per degree of freedom, never below the 1 of Poisson counts."""
    found = fit(columns, seen)
    freedom = max(1, len(seen) - int(columns.shape[1]))
    pearson = float(((seen - found.mean) ** 2 / np.maximum(found.mean, 0.2)).sum())
    return max(1.0, pearson / freedom)


def _descend(seen: Array, design: Array, guess: Array, step: Array, best: float) -> tuple[Array, float]:
    for _ in range(HALVINGS):
        now: float = _deviance(seen, design, guess + step)
        if now <= best:
            return guess + step, now
        step = step / 2
    return guess, best


def _mean(design: Array, guess: Array) -> Array:
    return np.asarray(np.exp(np.clip(design @ guess, -20.0, 20.0)), dtype=np.float64)


def _deviance(seen: Array, design: Array, guess: Array) -> float:
    mean = _mean(design, guess)
    logs = np.where(seen > 0, seen * np.log(np.maximum(seen, 1.0) / mean), 0.0)
    return float(2 * (logs - seen + mean).sum())
