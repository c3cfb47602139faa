"""The methods that analysts use, each from a series to gain, loss, no-change or one of the five calls.

XmR icons are the project's own (which match the NHS package to nine decimals); change points come from ruptures.
"""

from collections.abc import Callable
from itertools import pairwise
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from inspector.stats.judgement import Observation
from inspector.stats.xmr import chart, point_type

try:
    from ruptures import Pelt
except ImportError:
    Pelt = None

Drawn = tuple[Observation, ...]
Array = NDArray[np.float64]
CRITICAL = {10: 2.228, 22: 2.074, 34: 2.032, 58: 2.002}
ICONS = {"special_cause_improvement": "gain", "special_cause_concern": "loss"}
INSTALL = "Change points are left out: python -m pip install -r bench/trajectories/requirements.txt"


def shares(drawn: Drawn) -> Array:
    return np.array([(o.numerator or 0.0) / (o.denominator or 1.0) for o in drawn])


def sign(value: float, bound: float) -> str:
    return "gain" if value > bound else "loss" if value < -bound else "no-change"


def mann_kendall(drawn: Drawn) -> str:
    """Mann-Kendall at 5%, two-sided, with ties and the correction for continuity."""
    y = shares(drawn)
    n = len(y)
    s = float(np.sign(y[None, :] - y[:, None])[np.triu_indices(n, 1)].sum())
    ties = np.unique(y, return_counts=True)[1]
    spread = sqrt((n * (n - 1) * (2 * n + 5) - float((ties * (ties - 1) * (2 * ties + 5)).sum())) / 18)
    return sign((s - np.sign(s)) / spread if spread else 0.0, 1.96)


def least_squares(drawn: Drawn) -> str:
    """The slope of ordinary least squares at 5%, two-sided."""
    y = shares(drawn)
    t = np.arange(len(y)) - (len(y) - 1) / 2
    slope = float(t @ y / (t @ t))
    error = sqrt(float(((y - y.mean() - slope * t) ** 2).sum()) / (len(y) - 2) / float(t @ t))
    return sign(slope / error if error else 0.0, CRITICAL.get(len(y) - 2, 1.96))


def icons(drawn: Drawn) -> list[str]:
    points = chart([float(v) for v in shares(drawn)])
    return [ICONS.get(point_type(point, "increase"), "no-change") for point in points]


def latest_icon(drawn: Drawn) -> str:
    return icons(drawn)[-1]


def any_flag(drawn: Drawn) -> str:
    """The latest flag of special cause anywhere in the chart."""
    flags = [icon for icon in icons(drawn) if icon != "no-change"]
    return flags[-1] if flags else "no-change"


def change_points(drawn: Drawn) -> str:
    """PELT with squared error and penalty 2 log n; where it finds no change or contradicts itself, Mann-Kendall.

    One level to another is sudden; a rise of which half or less is left is faded; more steps one way are gradual.
    """
    y = shares(drawn)
    noise = float(np.diff(y).std()) / sqrt(2)
    if not noise:
        return "no-change"
    ends = Pelt(model="l2", min_size=2, jump=1).fit_predict(y / noise, pen=2 * log(len(y)))
    levels = [float(y[a:b].mean()) for a, b in pairwise([0, *ends])]
    if len(levels) == 1:
        return mann_kendall(drawn).replace("gain", "gradual-gain")
    change, height = levels[-1] - levels[0], max(levels) - levels[0]
    if len(levels) == 2:
        return "sudden-gain" if change > 0 else "loss"
    if height > noise and change <= height / 2 and change > -height / 2:
        return "faded-gain"
    return mann_kendall(drawn).replace("gain", "gradual-gain")


METHODS: dict[str, Callable[[Drawn], str]] = {
    "XmR, latest icon": latest_icon,
    "XmR, any flag": any_flag,
    "Mann-Kendall": mann_kendall,
    "OLS": least_squares,
} | ({"PELT + Mann-Kendall": change_points} if Pelt else {})
