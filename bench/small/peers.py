"""The most that could be had: tests of a trend by exact likelihoods, one-sided at 3 in 100."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
LEAST = 1.881
ROUNDS = 30


def logistic(x: Array, of: Array) -> bool:
    """Whether a logistic regression on time finds a rise: the signed root of the likelihood ratio."""
    n = len(x)
    columns = np.stack([np.ones(n), np.arange(n) / n - 0.5], axis=1)
    found = np.zeros(2)
    for _ in range(ROUNDS):
        share = 1 / (1 + np.exp(-np.clip(columns @ found, -9, 9)))
        weight = of * share * (1 - share)
        step = np.linalg.solve(columns.T @ (columns * weight[:, None]) + 1e-9 * np.eye(2), columns.T @ (x - of * share))
        found = np.clip(found + step, -20, 20)
    ratio = 2 * (_log(x, of, share) - _log(x, of, np.full(n, x.sum() / of.sum())))
    return bool(np.sign(found[1]) * np.sqrt(max(ratio, 0.0)) > LEAST)


def _log(x: Array, of: Array, share: Array) -> float:
    inside = np.clip(share, 1e-9, 1 - 1e-9)
    return float((x * np.log(inside) + (of - x) * np.log(1 - inside)).sum())


def poisson(x: Array) -> bool:
    """Whether a log-linear Poisson rate falls, given the total."""
    time, slopes = np.arange(len(x)) / len(x) - 0.5, np.linspace(-8, 8, 161)
    logs = slopes * (time @ x) - x.sum() * np.log(np.exp(np.outer(time, slopes)).mean(axis=0))
    best = int(logs.argmax())
    return bool(-np.sign(slopes[best]) * np.sqrt(2 * max(0.0, logs[best])) > LEAST)


def straight_line(y: Array) -> bool:
    """Whether least squares finds a rise at 3 in 100."""
    time = np.arange(len(y)) - (len(y) - 1) / 2
    slope = (time @ y) / (time @ time)
    rest = y - y.mean() - slope * time
    error = np.sqrt((rest @ rest) / (len(y) - 2) / (time @ time))
    return bool(error > 0 and slope / error > LEAST)
