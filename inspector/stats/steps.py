"""Whether a series moved, one way, by more than its own scatter explains: a slope and a step.

Where what is left after the slope or step resembles its neighbours, the effective number of figures is smaller
(Bartlett's correction).

Reference: Bartlett (1946), Supplement to the Journal of the Royal Statistical Society 8(1), 27-41.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.tails import above_student

Array = NDArray[np.float64]

FEWEST, EDGE = 10, 4
"""Figures needed, and the least on either side of a step."""


@dataclass(frozen=True)
class Step:
    """The step up that fits best: it comes before figure `place`; `change` is the means after less before."""

    place: int
    change: float
    p_value: float


def step_up(values: Array) -> Step | None:
    """The clearest step upwards and the chance of one so clear anywhere. None with too few or all the same figures."""
    n = len(values)
    if n < FEWEST or float(np.ptp(values)) == 0:
        return None
    before = np.arange(EDGE, n - EDGE + 1)
    sums = np.cumsum(values - values.mean())
    # The place with the largest difference of means for its scatter, the differences being weighed by their numbers.
    change = (sums[-1] - sums[before - 1]) / (n - before) - sums[before - 1] / before
    weight = change * np.sqrt(before * (n - before) / n)
    best = _at(values, int(before[int(np.argmax(np.round(weight, 12)))]))
    return Step(best.place, best.change, min(1.0, best.p_value * len(before)))


def step_at(values: Array, place: int) -> Step | None:
    """The step upwards at one given place. None with fewer than `EDGE` figures on either side of it."""
    if not EDGE <= place <= len(values) - EDGE or float(np.ptp(values)) == 0:
        return None
    return _at(values, place)


def step_near(given: Array | Sequence[float], place: int, near: int = 2) -> Step | None:
    """The clearer step upwards before the figure at `place` or the one before it. None as for `step_at`.

    It is none there, chance 1, where the step that fits the whole series best comes more than `near` figures earlier or later:
    a series that rose at another time is higher after every place.
    """
    values = np.asarray(given, dtype=np.float64)
    found = [step for step in (step_at(values, place), step_at(values, place - 1)) if step is not None]
    if not found:
        return None
    one = min(found, key=lambda step: (step.p_value, step.place))
    best = step_up(values)
    if best is not None and not -near - 1 <= best.place - place <= near:
        return Step(one.place, one.change, 1.0)
    return Step(one.place, one.change, min(1.0, len(found) * one.p_value))


def rise(values: Array) -> float | None:
    """The chance of a line rising so steeply by chance. None with too few or all the same figures."""
    n = len(values)
    if n < FEWEST or float(np.ptp(values)) == 0:
        return None
    time = np.arange(n) - (n - 1) / 2
    slope = float((time * values).sum() / (time**2).sum())
    rest = values - values.mean() - slope * time
    spread = float((rest**2).sum()) / (n - 2)
    many = _effective(rest)
    if spread <= 1e-18 * float((values**2).mean()):
        return 0.0 if slope > 0 else 1.0
    error = (spread / float((time**2).sum()) * n / many) ** 0.5
    return above_student(slope / error, max(3.0, many - 2))


def _at(values: Array, place: int) -> Step:
    before, after = values[:place], values[place:]
    change = float(after.mean() - before.mean())
    rest = np.concatenate([before - before.mean(), after - after.mean()])
    freedom = len(values) - 2
    spread = float((rest**2).sum()) / freedom
    share = _effective(rest) / len(values)
    if spread <= 1e-18 * float((values**2).mean()):
        return Step(place, change, 0.0 if change > 0 else 1.0)
    error = (spread * (1 / len(before) + 1 / len(after)) / share) ** 0.5
    return Step(place, change, above_student(change / error, max(3.0, freedom * share)))


def _effective(rest: Array) -> float:
    """As many independent figures as these are worth."""
    again = float((rest[1:] * rest[:-1]).sum() / max(1e-30, float((rest**2).sum())))
    again = min(0.9, max(0.0, again))
    return len(rest) * (1 - again) / (1 + again)
