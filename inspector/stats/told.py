"""From the evidence of templates to what is told of each series: the posterior, its sums by shape, the call, the onset."""

from collections.abc import Sequence
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from inspector.stats.call import call_of, likeliest, needed
from inspector.stats.judgement import CALL_OF, Call, Judgement, Shape
from inspector.stats.template_evidence import Weights
from inspector.stats.templates import SHAPES, Templates

Array = NDArray[np.float64]
# Better and worse, by shape. Indicators come from authorities that set out to improve them, so gains are likelier.
PRIORS = {
    "early": (0.12, 0.03),
    "spike": (0.015, 0.015),
    "season": (0.05, 0.05),
    "gradual": (0.21, 0.08),
    "sudden": (0.11, 0.06),
    "faded": (0.12, 0.02),
}
NAMED: dict[Shape, tuple[str, int]] = {
    "gradual-gain": ("gradual", 0),
    "gradual-loss": ("gradual", 1),
    "sudden-gain": ("sudden", 0),
    "sudden-loss": ("sudden", 1),
    "faded-gain": ("faded", 0),
    "passing-loss": ("faded", 1),
}
"""What a shape is called in a direction, 0 better and 1 worse."""
PLACED = {name: (SHAPES.index(kind), side) for name, (kind, side) in NAMED.items()}
LASTING = tuple(PLACED[name] for name, (kind, _) in NAMED.items() if kind in ("gradual", "sudden"))
CALLED: dict[Call, tuple[tuple[int, int], ...]] = {
    call: tuple(PLACED[shape] for shape in NAMED if CALL_OF[shape] == call) for call in set(CALL_OF.values())
}
PASSING = tuple((SHAPES.index(kind), side) for kind in ("early", "spike", "season") for side in (0, 1))
TINY = 1e-300
# A hair below, so that a last-bit difference in a sum cannot move an onset that is certain.
QUANTILES = np.array((0.5 - 1e-9, 0.05 - 1e-9, 0.95 - 1e-9))
Sums = list[list[list[float]]]
"""By direction and shape the probability, and the size of the change and its square times that."""


def posterior(shapes: Templates, found: Weights, chance: Array) -> tuple[Array, Array]:
    """The probability of each template in each direction (b, 2, t), and of no change at all (b,). `chance` (b,)."""
    prior = chance[:, None, None] * np.array([PRIORS[name] for name in SHAPES])[shapes.shape].T * shapes.share
    logs = found.moved + np.log(prior)
    steady = found.steady + np.log(1.0 - prior.reshape(len(chance), -1).sum(axis=-1))
    top = np.maximum(steady, logs.max(axis=(1, 2)))
    moved = np.exp(logs - top[:, None, None])
    still = np.exp(steady - top)
    total = still + moved.reshape(len(chance), -1).sum(axis=-1)
    return moved / total[:, None, None], still / total


def told(periods: Sequence[Array], shapes: Templates, found: Weights, moved: Array, still: Array) -> list[Judgement]:
    """The judgement of each series, given the probabilities of its templates (b, 2, t) and of no change at all (b,)."""
    size = moved * found.size
    each = np.stack([moved, size, size * found.size + moved * found.spread * found.spread], axis=2)
    kinds = (shapes.shape[:, None] == np.arange(len(SHAPES))).astype(np.float64)
    sums = (each @ kinds).swapaxes(-1, -2).tolist()
    return [_judgement(*one) for one in zip(periods, repeat(shapes), moved, sums, still.tolist(), strict=False)]


def _judgement(periods: Array, shapes: Templates, moved: Array, sums: Sums, still: float) -> Judgement:
    by_shape: dict[Shape, float] = {name: sums[side][kind][0] for name, (kind, side) in PLACED.items()}
    # Summed, not what the others lack to 1: of that, where it is small, only the last digits would be left.
    by_shape["no-change"] = still + sum(sums[side][kind][0] for kind, side in PASSING)
    by_call: dict[Call, float] = {}
    for shape, name in CALL_OF.items():
        by_call[name] = by_call.get(name, 0.0) + by_shape[shape]
    points = len(periods)
    early = SHAPES.index("early")
    likely = likeliest(by_call, sums[0][early][0] + sums[1][early][0], points)
    call = call_of(likely, by_call, points)
    more = needed(call, by_call[likely], points, _lasting_size(sums))
    head = (call, likely, by_call[likely], tuple((shape, by_shape[shape]) for shape in CALL_OF), points)
    if call in ("no-change", "too-few-points"):
        return Judgement(*head, *_effect(sums, LASTING, 1.0), needed=more)
    total = sum(sums[side][kind][0] for kind, side in CALLED[call])
    weight = np.sum([np.where(shapes.shape == kind, moved[side], 0.0) for kind, side in CALLED[call]], axis=0) / total
    faded = float(((1 - shapes.left) * weight).sum()) if call == "faded-gain" else None
    return Judgement(*head, *_effect(sums, CALLED[call], total), *_when(periods, shapes, weight), faded, more)


def _lasting_size(sums: Sums) -> float:
    """How large a lasting change would be, whichever way it goes."""
    size = sum(sums[side][kind][1] for kind, side in LASTING)
    return size / max(sum(sums[side][kind][0] for kind, side in LASTING), TINY)


def _effect(sums: Sums, which: Sequence[tuple[int, int]], total: float) -> tuple[float, float, float]:
    """The size of the change with a 90% interval, in sd of the noise, + is better; of a faded gain, its height.

    `which` shapes and directions may have happened, with a probability of `total`; what they lack to that had no effect.
    """
    mean = sum((-1.0 if side else 1.0) * sums[side][kind][1] for kind, side in which) / total
    square = sum(sums[side][kind][2] for kind, side in which) / total
    reach = 1.645 * max(square - mean**2, 0.0) ** 0.5
    return mean, mean - reach, mean + reach


def _when(periods: Array, shapes: Templates, weight: Array) -> tuple[int, int, int, int]:
    """The median onset, its 90% interval and for how many periods it has lasted; `weight` (t,) sums to 1."""
    place = np.searchsorted(periods - periods[0], np.ceil(shapes.onset - 1e-9)).clip(0, len(periods) - 1)
    chance = np.bincount(place, weight, minlength=len(periods))
    total = np.cumsum(chance / chance.sum())
    places = np.searchsorted(total, QUANTILES).clip(0, len(periods) - 1)
    onset, low, high = (int(period) for period in periods[places])
    return onset, low, high, int(periods[-1]) - onset + 1
