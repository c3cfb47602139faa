"""What change can look like: the shapes that a series is held against, as curves from 0 (before) to 1 (changed).

Each template is a curve over the periods of one series; its size and direction are left open. The grid of onsets,
lengths and rates is coarse where the data could not tell neighbours apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
SHORTEST = 0.4
HALF_LIVES = (0.08, 0.18)
FALLS = ((0.09, 0.02), (0.18, 0.02), (0.3, 0.02), (0.1, 0.25), (0.2, 0.25), (0.05, 0.5))
SHAPES = ("early", "spike", "gradual", "sudden", "faded")


@dataclass(frozen=True, slots=True)
class Templates:
    """Curves (t, n) with, for each, its shape (an index into `SHAPES`), its share of that shape's prior, its onset.

    Onsets count from the first period; `left` is how much of the change is left at the last period: 1 unless it faded.
    """

    curves: Array
    shape: NDArray[np.int64]
    share: Array
    onset: Array
    left: Array


def templates(periods: Array) -> Templates:
    """All templates for a series observed at sorted, distinct `periods` (n,), n >= 6."""
    return _templates(tuple(float(period) for period in periods - periods[0]))


@lru_cache(maxsize=32)
def _templates(since_first: tuple[float, ...]) -> Templates:
    """The indicators of one bundle mostly share their periods, and so their templates."""
    t = np.array(since_first)
    rows: list[tuple[int, float, Array]] = []
    for kind, make in enumerate((_early, _spike, _gradual, _sudden, _faded)):
        rows += [(kind, onset, curve) for onset, curve in make(t)]
    kinds = np.array([row[0] for row in rows], dtype=np.int64)
    curves = np.array([row[2] for row in rows])
    share = 1.0 / np.bincount(kinds, minlength=len(SHAPES))[kinds]
    left = np.where(kinds == SHAPES.index("faded"), curves[:, -1], 1.0)
    made = Templates(curves, kinds, share, np.array([row[1] for row in rows]), left)
    for array in (made.curves, made.shape, made.share, made.onset, made.left):
        array.setflags(write=False)
    return made


def lead(t: Array) -> int:
    """How many points must come before a change: enough to know what it changed from."""
    return max(3, round(len(t) / 6))


def _early(t: Array) -> Iterator[tuple[float, Array]]:
    """The window opens in an unusual spell that ends by itself (regression to the mean): nothing was changed."""
    for k in range(1, min(len(t) - 1, max(3, round(len(t) / 5))) + 1):
        yield t[k], np.where(t >= t[k], 1.0, 0.0)
    for part in (0.04, 0.08, 0.13):
        yield t[0], -np.exp(-t / (part * t[-1]))


def _spike(t: Array) -> Iterator[tuple[float, Array]]:
    """One odd point somewhere."""
    for i in range(1, len(t)):
        yield t[i], np.where(t == t[i], 1.0, 0.0)


def _gradual(t: Array) -> Iterator[tuple[float, Array]]:
    """A steady rise over at least a quarter of the window (and four periods), then level."""
    span = t[-1]
    shortest = max(4.0, span * SHORTEST)
    for length in np.linspace(shortest, max(span, shortest + 1), 6):
        room = span - length
        for start in np.linspace(0.0, room + span / 8, max(2, round(8 * (1 - length / (1.25 * span))) + 1)):
            if start + length >= span / 2:
                yield start, np.clip((t - start) / length, 0.0, 1.0)


def _sudden(t: Array) -> Iterator[tuple[float, Array]]:
    """A step that holds to the end of the window."""
    for i in range(lead(t), len(t) - 2):
        yield t[i], np.where(t >= t[i], 1.0, 0.0)


def _faded(t: Array) -> Iterator[tuple[float, Array]]:
    """A step that has lost half of its height or more by the end: at once, evenly or by halves."""
    span = t[-1]
    for i in range(2, len(t) - 3, max(1, len(t) // 16)):
        since = t - t[i]
        curves = [0.5 ** (np.maximum(since, 0) / (span * life)) for life in HALF_LIVES]
        curves += [np.clip(1 - (since - max(1.0, span * hold)) / (span * fall), 0.0, 1.0) for hold, fall in FALLS]
        for curve in curves:
            if curve[-1] <= 0.5 and curve[min(i + 1, len(t) - 1)] > 0.3:
                yield t[i], np.where(since >= 0, curve, 0.0)
