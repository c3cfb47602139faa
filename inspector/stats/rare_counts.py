"""How well each template explains rare events, by their exact Poisson likelihood: where most periods have none or one.

Given how many events there were in all, which periods they fell in does not depend on the level: each fell in a period with
a chance in proportion to its exposure and rate (a multinomial, conditional on the total). A change multiplies the rate by
exp(size x curve); the size is summed over a grid. Under a constant rate this is the time between events, which is then
exponential.

Reference: Cox and Lewis, The Statistical Analysis of Series of Events (1966), chapter 3 (trends in the rate of events);
Przyborowski and Wilenski (1940), Biometrika 31, 313-323 (conditioning on the total).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from inspector.stats.noise_grid import log_sum
from inspector.stats.observe import FEW_EVENTS, Readings
from inspector.stats.template_evidence import Weights
from inspector.stats.templates import Templates

Array = NDArray[np.float64]
SIZES = (0.35, 0.6, 0.9, 1.2, 1.6, 2.1, 2.8)
"""Changes of the logarithm of the rate: from 1.4 times to 16 times as many."""
SHARES = (0.10, 0.19, 0.22, 0.20, 0.15, 0.09, 0.05)


def too_few(series: Readings) -> bool:
    """Whether so few events were counted that nothing can be told; none at all in any case."""
    return series.events is not None and float(series.events.sum()) < FEW_EVENTS


def rare_weights(alike: Sequence[Readings], shapes: Templates, more: Sequence[bool]) -> Weights:
    """The evidence for every template in each series of the same periods; `more` tells where more events are better."""
    parts = [_one(series, shapes, up) for series, up in zip(alike, more, strict=True)]
    moved, size, spread = (np.stack([part[k] for part in parts]) for k in range(3))
    return Weights(np.zeros(len(parts)), moved, size, spread)


def _one(series: Readings, shapes: Templates, up: bool) -> tuple[Array, Array, Array]:
    """Log evidence against no change, mean and sd of the size (2, t), in sd of the noise of a period."""
    if series.events is None or series.exposure is None:
        raise ValueError
    events, exposure = series.events, series.exposure / series.exposure.sum()
    sizes, total = np.array(SIZES), float(events.sum())
    logs = np.empty((2, len(SIZES), len(shapes.curves)))
    for side, sign in enumerate((1.0, -1.0) if up else (-1.0, 1.0)):
        for k, size in enumerate(SIZES):
            rates = np.exp(sign * size * shapes.curves)
            logs[side, k] = sign * size * (shapes.curves @ events) - total * np.log(rates @ exposure)
    logs += np.log(np.array(SHARES))[:, None]
    moved = log_sum(logs.swapaxes(1, 2))
    chance = np.exp(logs - moved[:, None, :])
    unit = np.sqrt(total / len(events))
    mean = np.einsum("skt,k->st", chance, sizes)
    square = np.einsum("skt,k->st", chance, sizes**2)
    return moved, unit * mean, unit * np.sqrt(np.maximum(square - mean**2, 0.0))
