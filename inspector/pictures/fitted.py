"""The curve of the shape that was called, laid through the figures by least squares, for the eye alone."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inspector.stats.judgement import Judgement
from inspector.stats.rounding import round6
from inspector.stats.templates import SHAPES, Templates, templates

Array = NDArray[np.float64]
KINDS = {
    "gradual-gain": ("gradual",),
    "sudden-gain": ("sudden",),
    "faded-gain": ("faded",),
    "loss": ("gradual", "sudden"),
}


def fitted(
    periods: Sequence[int], values: Sequence[float], judgement: Judgement, better: Literal["up", "down"]
) -> tuple[float | None, ...]:
    """One value a period: level for no change; else the best template of the called shape that begins at the onset.

    None everywhere where there are too few points to call a shape.
    """
    if judgement.call == "too-few-points":
        return (None,) * len(values)
    y = np.array(values)
    if judgement.call == "no-change" or judgement.onset is None:
        return (round6(float(y.mean())),) * len(values)
    shapes = templates(np.array(periods, dtype=np.float64))
    gain = (1.0 if better == "up" else -1.0) * (-1.0 if judgement.call == "loss" else 1.0)
    curve = _best(y, _near(shapes, KINDS[judgement.call], judgement.onset - periods[0]), gain)
    return tuple(round6(float(value)) for value in curve)


def _near(shapes: Templates, kinds: Sequence[str], onset: int) -> Array:
    """The curves of those kinds whose onset is as near as any."""
    mine = np.isin(shapes.shape, [SHAPES.index(kind) for kind in kinds])
    away = np.where(mine, np.abs(shapes.onset - onset), np.inf)
    near: Array = shapes.curves[away <= max(1.0, float(away.min()))]
    return near


def _best(y: Array, curves: Array, direction: float) -> Array:
    """The curve `a + b x` with the least squares among those whose `b` has the sign of `direction`; else the mean."""
    centred = curves - curves.mean(axis=1, keepdims=True)
    size = centred @ (y - y.mean()) / np.maximum((centred**2).sum(axis=1), 1e-12)
    drawn = y.mean() + np.where(size * direction > 0, size, 0.0)[:, None] * centred
    best: Array = drawn[int(((drawn - y) ** 2).sum(axis=1).argmin())]
    return best
