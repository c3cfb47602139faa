"""From the posterior over templates to what is told of each series: the sums by shape, the call, the onset."""

from collections.abc import Sequence
from itertools import repeat
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from inspector.stats.call import GAINS, call_of, claimed, leaning, likeliest, needed
from inspector.stats.judgement import CALL_OF, Call, Judgement, Shape
from inspector.stats.onset import fell, when
from inspector.stats.posterior import NAMED, PLACED
from inspector.stats.template_evidence import Weights
from inspector.stats.templates import SHAPES, Templates

Array = NDArray[np.float64]
LASTING = tuple(PLACED[name] for name, (kind, _) in NAMED.items() if kind in ("gradual", "sudden"))
CALLED: dict[Call, tuple[tuple[int, int], ...]] = {
    call: tuple(PLACED[shape] for shape in NAMED if CALL_OF[shape] == call) for call in set(CALL_OF.values())
}
# What a call claims: whether a gain came at once or little by little is a question of its own, and often cannot be told.
CLAIMED = CALLED | dict.fromkeys(GAINS, CALLED["gradual-gain"] + CALLED["sudden-gain"])
PASSING = tuple((SHAPES.index(kind), side) for kind in ("early", "spike", "season") for side in (0, 1))
TINY = 1e-300
Sums = list[list[list[float]]]
"""By direction and shape the probability, and the size of the change and its square times that."""


class Since(TypedDict, total=False):
    """The part of a judgement that only a change has."""

    onset: int
    onset_low: int
    onset_high: int
    onset_earliest: int
    onset_latest: int
    held: int
    share_faded: float
    fell: int


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
    likely = likeliest(by_call, points)
    call = call_of(likely, by_call, points)
    more = needed(call, claimed(likely, by_call), points, _lasting_size(sums))
    head = (call, likely, claimed(likely, by_call), tuple((shape, by_shape[shape]) for shape in CALL_OF), points)
    if call == "too-few-points":
        return Judgement(*head, *_effect(sums, LASTING, 1.0), needed=more, leaning=leaning(by_call))
    if call == "no-change":
        return Judgement(*head, *_effect(sums, LASTING, 1.0), needed=more)
    size = _effect(sums, CLAIMED[call], sum(sums[side][kind][0] for kind, side in CLAIMED[call]))
    kind = by_call[call] / claimed(call, by_call) if call in GAINS else None
    return Judgement(*head, *size, **_since(periods, shapes, moved, call), needed=more, kind_probability=kind)


def _since(periods: Array, shapes: Templates, moved: Array, call: Call) -> Since:
    """When what is claimed began and, of a gain that faded, how much of it has gone and since when."""
    weight = np.sum([np.where(shapes.shape == kind, moved[side], 0.0) for kind, side in CLAIMED[call]], axis=0)
    began = when(periods, shapes, weight)
    told: Since = {
        "onset": began.onset, "onset_low": began.low, "onset_high": began.high, "onset_earliest": began.earliest,
        "onset_latest": began.latest, "held": int(periods[-1]) - began.onset + 1,
    }  # fmt: skip
    if call == "faded-gain":
        told["share_faded"] = float(((1 - shapes.left) * weight).sum() / weight.sum())
        told["fell"] = fell(periods, shapes, weight)
    return told


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
