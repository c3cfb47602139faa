"""A series that varies less than chance must make it vary, whatever its trend or season.

The figures of a series of proportions have at least the variance of a binomial, those of counts of events at least that
of a Poisson, unless the same cases are counted again. Against a line and a line with a season, the weighted
residuals are held against the lower tail of chi-square: whatever the curve cannot follow makes the residuals
larger and the test milder.

Reference: Kobak (2022), Significance 19(2), 10-13 (underdispersion); Cochran (1954), Biometrics 10(4), 417-451 (variance
tests for binomial and Poisson); Edwards (1986), Biological Reviews 61(4), 295-312 (Mendel's fit).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.tails import below_chi_square, combined

Array = NDArray[np.float64]

FEWEST = 16
SEASON = 12.0
EXPECTED = 4.0
"""Smallest mean of events (and of those that did not happen) for which chi-square holds."""
ROUNDS = 4


@dataclass(frozen=True)
class Smoothness:
    """`ratio`: the variance found over the least that chance leaves; `again`: how much a residual repeats the last."""

    n: int
    ratio: float
    again: float
    p_value: float
    smallest: float


def smoothness(numerators: Array, denominators: Array | None, months: Array) -> Smoothness | None:
    """How smooth proportions (or counts, without `denominators`) are; `months` is when, in months from the first.

    None with too few periods, or with numbers too small for chi-square to hold.
    """
    if len(numerators) < FEWEST or not _large_enough(numerators, denominators):
        return None
    found = [_residuals(columns, numerators, denominators) for columns in _curves(months)]
    tried = [(float((one**2).sum()), len(one) - free, one) for one, free in found]
    chances = [below_chi_square(x, free) for x, free, _ in tried]
    best = min(range(len(tried)), key=lambda k: (chances[k], k))
    square, free, rest = tried[best]
    again = float((rest[1:] * rest[:-1]).sum() / max(1e-12, (rest**2).sum()))
    return Smoothness(len(numerators), square / free, again, combined(chances), _smallest(len(numerators) - 2))


def _large_enough(numerators: Array, denominators: Array | None) -> bool:
    if denominators is None:
        return float(numerators.mean()) >= EXPECTED
    inside = bool((denominators > 0).all() and (numerators <= denominators).all())
    return inside and float(min(numerators.mean(), (denominators - numerators).mean())) >= EXPECTED


def _curves(months: Array) -> list[Array]:
    time = (months - months.mean()) / max(1.0, float(np.ptp(months)))
    turn = 2 * np.pi * months / SEASON
    line = np.stack([np.ones_like(time), time], axis=1)
    season = np.stack([np.sin(turn), np.cos(turn), np.sin(2 * turn), np.cos(2 * turn)], axis=1)
    return [line, np.hstack([line, season[:, :2]]), np.hstack([line, season])]


def _residuals(columns: Array, numerators: Array, denominators: Array | None) -> tuple[Array, int]:
    """Standardised residuals of a weighted fit, and the columns it took."""
    size = np.ones_like(numerators) if denominators is None else denominators
    share = numerators / size
    fitted = np.full_like(share, numerators.sum() / size.sum())
    for _ in range(ROUNDS):
        spread = np.sqrt(_variance(fitted, denominators) / size)
        found = np.linalg.lstsq(columns / spread[:, None], share / spread, rcond=None)[0]
        fitted = np.asarray(columns @ found, dtype=np.float64)
    spread = np.sqrt(_variance(fitted, denominators) / size)
    return (share - fitted) / spread, int(np.linalg.matrix_rank(columns))


def _variance(fitted: Array, denominators: Array | None) -> Array:
    if denominators is None:
        return np.maximum(fitted, 0.5)
    inside = np.clip(fitted, 0.01, 0.99)
    return np.asarray(inside * (1 - inside), dtype=np.float64)


def _smallest(free: int) -> float:
    """The share of the variance that must be gone to be seen at p < 0.01 four times in five (Wilson and Hilferty)."""
    part = 2 / (9 * free)
    low, usual = (1 - part - 2.326 * part**0.5) ** 3, (1 - part + 0.842 * part**0.5) ** 3
    return float(min(1.0, max(0.0, 1 - low / usual)))
