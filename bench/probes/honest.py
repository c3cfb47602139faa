"""Honest durations and what happens to them when late cases are moved inside the deadline.

Kept apart from the probe, which imports nothing from here. While the probe was written it was tried on the first four
shapes (gamma, lognormal, Weibull, a mixture of a quick and a slow kind of case); the others (`HELD_OUT`) are only used
to report. `heaped` rounds a share of cases to whole weeks (7 days, or 5 working days).
"""

from collections import Counter

import numpy as np

SHAPES = ("gamma", "lognormal", "weibull", "mixture")
HELD_OUT = ("wald", "logistic", "maxwell")


def durations(rng: np.random.Generator, n: int, shape: str, deadline: int, late: float = 0.25) -> np.ndarray:
    """`n` whole days, about `late` of them beyond the deadline."""
    big = _draw(np.random.default_rng(7), 200_000, shape)
    scale = deadline / np.quantile(big, 1 - late)
    return np.maximum(1, np.ceil(_draw(rng, n, shape) * scale)).astype(int)


def _draw(rng: np.random.Generator, n: int, shape: str) -> np.ndarray:
    if shape == "gamma":
        return rng.gamma(4.0, 1.0, n)
    if shape == "lognormal":
        return rng.lognormal(0.0, 0.5, n)
    if shape == "weibull":
        return rng.weibull(1.8, n)
    if shape == "wald":
        return rng.wald(1.0, 4.0, n)
    if shape == "logistic":
        return np.exp(rng.logistic(0.0, 0.3, n))
    if shape == "maxwell":
        return np.linalg.norm(rng.normal(size=(n, 3)), axis=1)
    quick = rng.random(n) < 0.35
    return np.where(quick, rng.gamma(3.0, 0.25, n), rng.gamma(7.0, 0.3, n))


def heaped(rng: np.random.Generator, days: np.ndarray, period: int, share: float, offset: int = 0) -> np.ndarray:
    """A share of the cases falls on the nearest whole week, as visits and panels do."""
    near = np.maximum(1, np.round((days - offset) / period) * period + offset).astype(int)
    return np.where(rng.random(len(days)) < share, near, days)


def moved(
    rng: np.random.Generator, days: np.ndarray, deadline: int, share: float, spread: int, nearest: bool = False
) -> np.ndarray:
    """A share of the late cases (any of them, or the nearest) lands on one of the last `spread` days."""
    days = days.copy()
    late = np.flatnonzero(days > deadline)
    count = round(share * len(late))
    chosen = late[np.argsort(days[late], kind="stable")][:count] if nearest else rng.choice(late, count, replace=False)
    days[chosen] = deadline - rng.integers(0, spread, count)
    return days


def counted(days: np.ndarray) -> dict[int, int]:
    return {int(d): int(c) for d, c in sorted(Counter(days.tolist()).items())}
