"""What change can look like: the shapes that a series is held against, as curves from 0 (before) to 1 (changed).

Each template is a curve over the periods of one series; its size and direction are left open. The grid of onsets,
lengths and rates is coarse where the data could not tell neighbours apart. Besides changes there are three shapes of
nothing lasting: a bad or good spell that the window opens in, one odd point, and a season.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from inspector.stats.slow_rises import Drawn, slow_rises

Array = NDArray[np.float64]
YEAR = 12
HALF_LIVES = (0.06, 0.1, 0.16)
HELD = (0.1, 0.2, 0.3, 0.45)
FALLS = ((0.12, 0.05), (0.25, 0.05), (0.4, 0.05), (0.12, 0.2), (0.25, 0.2))
SHAPES = ("early", "spike", "season", "gradual", "sudden", "faded")


@dataclass(frozen=True, slots=True)
class Templates:
    """Curves (t, n) with, for each, its shape (an index into `SHAPES`), its share of that shape's prior, its onset.

    Onsets count from the first period; `left` is how much of the change is left at the last period: 1 unless it faded, and
    `fell` when a change that faded was first down to half of its height or less, which of others means nothing.
    """

    curves: Array
    shape: NDArray[np.int64]
    share: Array
    onset: Array
    left: Array
    fell: Array


def templates(periods: Array, seasonal: bool = False) -> Templates:
    """All templates for a series observed at sorted, distinct `periods` (n,), n >= 6; `seasonal` if they are months."""
    since_first = periods - periods[0]
    return _templates(tuple(float(period) for period in since_first), seasonal and float(since_first[-1]) >= YEAR - 1)


@lru_cache(maxsize=32)
def _templates(since_first: tuple[float, ...], seasonal: bool) -> Templates:
    """The indicators of one bundle mostly share their periods, and so their templates."""
    t = np.array(since_first)
    makers = (_early, _spike, _season, slow_rises, _sudden, _faded)
    rows = [(kind, *drawn) for kind, make in enumerate(makers) if seasonal or make != _season for drawn in make(t)]
    kinds = np.array([row[0] for row in rows], dtype=np.int64)
    weights = np.array([row[1] for row in rows])
    share = weights / np.bincount(kinds, weights, minlength=len(SHAPES))[kinds]
    curves = np.array([row[3] for row in rows])
    left = np.where(kinds == SHAPES.index("faded"), curves[:, -1], 1.0)
    onset = np.array([row[2] for row in rows])
    gone = (curves <= 0.5) & (t > onset[:, None])
    made = Templates(curves, kinds, share, onset, left, t[gone.argmax(axis=1)])
    for array in (made.curves, made.shape, made.share, made.onset, made.left, made.fell):
        array.setflags(write=False)
    return made


def lead(t: Array) -> int:
    """How many points must come before a change: enough to know what it changed from."""
    return max(3, round(len(t) / 6))


def _early(t: Array) -> Iterator[Drawn]:
    """The window opens in an unusual spell that ends by itself (regression to the mean): nothing was changed."""
    for k in range(1, min(len(t) - 1, max(3, round(len(t) / 5))) + 1):
        yield 1.0, t[k], np.where(t >= t[k], 1.0, 0.0)
    for part in (0.04, 0.08, 0.13):
        yield 1.0, t[0], -np.exp(-t / (part * t[-1]))


def _spike(t: Array) -> Iterator[Drawn]:
    """One odd point somewhere."""
    for i in range(1, len(t)):
        yield 1.0, t[i], np.where(t == t[i], 1.0, 0.0)


def _season(t: Array) -> Iterator[Drawn]:
    """The same every year and nothing else; `weights` allows for less even seasons beside a change."""
    for phase in range(YEAR // 2):
        yield 1.0, t[0], 0.7 * np.sin(2 * np.pi * (t + phase) / YEAR)


def _sudden(t: Array) -> Iterator[Drawn]:
    """A step that holds to the end of the window, more likely well inside it than near its ends."""
    for i in range(lead(t), len(t) - 2):
        place = t[i] / t[-1]
        yield max(0.05, 4 * place * (1 - place)), t[i], np.where(t >= t[i], 1.0, 0.0)


def _faded(t: Array) -> Iterator[Drawn]:
    """A step that has lost half of its height or more by the end: at once, evenly or by halves, each as likely."""
    span = t[-1]
    for i in range(2, len(t) - 3, max(1, len(t) // 16)):
        since = t - t[i]
        kinds = [
            [np.where(since < max(1.5, span * held), 1.0, 0.0) for held in HELD],
            [np.clip(1 - (since - span * hold) / (span * fall), 0.0, 1.0) for fall, hold in FALLS],
            [0.5 ** (np.maximum(since, 0) / (span * life)) for life in HALF_LIVES],
        ]
        for curves in kinds:
            for curve in curves:
                if curve[-1] <= 0.5 and curve[min(i + 1, len(t) - 1)] > 0.3:
                    likely = max(0.1, 1 - 1.4 * abs(t[i] / span - 0.3))
                    yield likely / len(curves), t[i], np.where(since >= 0, curve, 0.0)
