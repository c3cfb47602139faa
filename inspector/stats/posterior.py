"""What was to be expected beforehand and, with the evidence of templates, how probable each of them is."""

import numpy as np
from numpy.typing import NDArray

from inspector.stats.judgement import Shape
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
PASSES = tuple(SHAPES.index(kind) for kind in ("early", "spike", "season", "faded"))


def posterior(shapes: Templates, found: Weights, chance: Array) -> tuple[Array, Array]:
    """The probability of each template in each direction (b, 2, t), and of no change at all (b,).

    `chance` (b, 2) is by how much lasting changes and passing ones are rarer than usual.
    """
    rare = chance[:, np.isin(shapes.shape, PASSES).astype(np.int64)]
    prior = rare[:, None, :] * np.array([PRIORS[name] for name in SHAPES])[shapes.shape].T * shapes.share
    logs = found.moved + np.log(prior)
    steady = found.steady + np.log(1.0 - prior.reshape(len(chance), -1).sum(axis=-1))
    top = np.maximum(steady, logs.max(axis=(1, 2)))
    moved = np.exp(logs - top[:, None, None])
    still = np.exp(steady - top)
    total = still + moved.reshape(len(chance), -1).sum(axis=-1)
    return moved / total[:, None, None], still / total
