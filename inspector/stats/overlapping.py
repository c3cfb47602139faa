"""Whether figures hold one another's periods, as twelve-month figures given each month do, told from the figures alone.

Figures that stand for themselves scatter about whatever they do, so that each step between neighbours is mostly taken back
by the next. Of figures over w periods two neighbours share all but one: steps are small, go their own way, and are taken
back w periods later. Both are Gaussian, with known correlations of the steps, and are compared by their likelihoods. The
noise of proportions and counts is besides known, and so is then how large steps must at least be.

Reference: Box, Jenkins, Reinsel and Ljung, Time Series Analysis, 5th ed. (2015), chapter 3 (moving averages);
von Neumann (1941), Annals of Mathematical Statistics 12, 367-395 (steps between neighbours against the variance).
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from inspector.stats.judgement import Observation
from inspector.stats.median import median
from inspector.stats.observe import Readings, readings

Array = NDArray[np.float64]
Likelihood = tuple[Array, float]
FEWEST = 12
WINDOWS = {1: (3, 12), 3: (4,)}
"""By the months from one figure to the next, over how many periods figures may be given that do not say so."""
CARRIED = (0.0, 0.35, 0.7)
DRAWN = (0.4, 0.8, 0.95)
SURE = {(True, True): (-2.0, 2.0), (True, False): (2.5, 1.0), (False, True): (0.5, 0.5), (False, False): (2.0, 2.0)}
"""By whether the noise of sampling is known, and of the longest window or a shorter one: by how much its log likelihood must
be greater with noise of any size, and with that known. At most two in a hundred series of twenty-four figures that stand for
themselves are taken for others, moved or not, and two in three to nine in ten of those that do not are seen (bench/small)."""
SMALL = 0.6
"""Figures that hold one another take steps of which the mean square is below so much of what sampling or the variance makes."""
UNMOVED = 0.4
"""Of figures of which more stay as they were nothing is said: at the ceiling all of them do."""
EVEN = 0.05
"""A line drawn with a ruler is none that was counted."""
EXPECTED = 4.0
REACH = 3.5
LEAST = 0.9


def held_by(line: tuple[Observation, ...], step: int) -> int:
    """Over how many periods of `step` months each figure of a line seems to be given; 1 where each is of its own."""
    windows = WINDOWS.get(step, ())
    return held_periods(readings(line), windows, _events(line)) if windows and len(line) >= FEWEST else 1


def _events(line: tuple[Observation, ...]) -> float:
    """How many are counted in a period on average, or are not, if they are fewer."""
    counted = sum(one.numerator or 0.0 for one in line)
    others = sum(max(0.0, one.denominator - (one.numerator or 0.0)) for one in line if one.denominator is not None)
    rates = any(one.denominator is None or (one.numerator or 0.0) > one.denominator for one in line)
    return (counted if rates else min(counted, others)) / len(line)


def held_periods(seen: Readings, windows: tuple[int, ...], events: float) -> int:
    """How many periods each figure holds, one of the `windows` (ascending); 1 where figures stand for themselves.

    `events` is how many are
    counted in a period, or are not, if they are fewer: with few the noise of sampling is taken as not known.
    """
    if len(seen.y) < FEWEST or not windows:
        return 1
    sampling = seen.sampling and events >= EXPECTED
    level = seen.y / seen.sd
    steps = np.diff(level)
    usual = min(1.0, float(level.var())) if sampling else float(level.var())
    if usual == 0.0 or float((steps * steps).mean()) / 2 > SMALL * usual or float((steps == 0).mean()) > UNMOVED:
        return 1
    if float(steps.std()) <= EVEN * float(np.abs(steps).mean()):
        return 1
    steps = _without_lone(steps)
    apart, held = _likelihoods(tuple(seen.periods.tolist()), windows)
    free, known = (_margins(steps, apart, held, sampling=kind) for kind in (False, sampling))
    least = [SURE[sampling, window == windows[-1]] for window in windows]
    sure = [min(free[i] - one[0], known[i] - one[1]) for i, one in enumerate(least)]
    best = int(np.argmax(sure))
    return windows[best] if sure[best] > 0 else 1


def _margins(steps: Array, apart: list[Likelihood], held: list[Likelihood], *, sampling: bool) -> list[float]:
    """By how much each window explains the steps better than anything else does, in log likelihood."""
    alone = max(_log(steps, one, sampling) for one in apart)
    return [_log(steps, one, sampling) - alone for one in held]


def _without_lone(steps: Array) -> Array:
    """Lone steps pulled in to a few robust sd: a jump is one, and tells nothing of the others."""
    middle = median(steps)
    reach = REACH * 1.4826 * median(np.abs(steps - middle))
    pulled: Array = middle + np.clip(steps - middle, -reach, reach) if reach > 0 else steps
    return pulled


@lru_cache(maxsize=32)
def _likelihoods(periods: tuple[float, ...], windows: tuple[int, ...]) -> tuple[list[Likelihood], list[Likelihood]]:
    """Inverse and log determinant of the covariance of steps: where figures stand for themselves, and of each window."""
    apart = np.abs(np.subtract.outer(np.array(periods), np.array(periods)))
    small = [np.where(apart == 0, 1.0, carried**apart) for carried in CARRIED]
    held = [np.maximum(0.0, 1.0 - apart / window) for window in windows]
    taken = np.diff(np.eye(len(apart)), axis=0)
    # Curves drawn without noise, as by hand: each step is much like the last.
    drawn = [carried ** apart[1:, 1:] for carried in DRAWN]
    alone = [_ready(taken @ one @ taken.T) for one in small] + [_ready(one) for one in drawn]
    return alone, [_ready(taken @ one @ taken.T) for one in held]


def _ready(steps: Array) -> Likelihood:
    steady = steps + 1e-9 * np.eye(len(steps))
    inverse: Array = np.linalg.inv(steady).astype(np.float64)
    return inverse, float(np.linalg.slogdet(steady)[1])


def _log(steps: Array, of: Likelihood, sampling: bool) -> float:
    """The greatest log likelihood of the steps over their mean and the size of the noise."""
    inverse, determinant = of
    weights = inverse.sum(axis=0)
    rest = steps - (weights @ steps) / weights.sum()
    square = float(rest @ inverse @ rest)
    size = max(square / len(steps), LEAST if sampling else 1e-12)
    return -0.5 * (determinant + len(steps) * float(np.log(size)) + square / size)
