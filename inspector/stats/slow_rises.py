"""What a gradual change can look like: a steady rise, one that runs out by and by, and a few small steps."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Drawn = tuple[float, float, Array]
"""How likely among its kind, the onset, the curve."""
SHORTEST = 0.4
RUN_OUT = 0.8
LIVES = (0.15, 0.3)
LATEST = 0.4
STEPS = (3, 4)
APART = 0.06


def slow_rises(t: Array) -> Iterator[Drawn]:
    """All of them, for periods `t` (n,) that begin with 0."""
    yield from _steady(t)
    yield from _running_out(t)
    yield from _in_steps(t)


def _steady(t: Array) -> Iterator[Drawn]:
    """A steady rise over at least a quarter of the window (and four periods), then level."""
    span = t[-1]
    shortest = max(4.0, span * SHORTEST)
    for length in np.linspace(shortest, max(span, shortest + 1), 6):
        room = span - length
        for start in np.linspace(0.0, room + span / 8, max(2, round(8 * (1 - length / (1.25 * span))) + 1)):
            if start + length >= span / 2:
                yield 1.0, start, np.clip((t - start) / length, 0.0, 1.0)


def _running_out(t: Array) -> Iterator[Drawn]:
    """Quick at first and ever slower, begun in the first four tenths of the window."""
    span = t[-1]
    for start in np.linspace(0.0, LATEST * span, 4):
        for life in LIVES:
            yield RUN_OUT, start, 1.0 - np.exp(-np.maximum(t - start, 0.0) / (life * span))


def _in_steps(t: Array) -> Iterator[Drawn]:
    """Three or four equal steps, evenly spread, a little early or late."""
    for count in STEPS:
        for late in (-APART, 0.0, APART):
            places = (np.arange(1, count + 1) / (count + 1) + late) * t[-1]
            yield 1.0, places[0], (t[:, None] >= places).mean(axis=1)
