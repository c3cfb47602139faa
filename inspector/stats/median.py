"""Medians and quantiles, without what those of numpy bring along: they import all of `numpy.ma` to look for masks."""

import numpy as np
from numpy.typing import NDArray


def median(values: NDArray[np.float64]) -> float:
    """The middle of the values, or the mean of the two in the middle. `values` is not empty and holds no NaN."""
    return float(medians(values))


def medians(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """The median of each row (..., n); n is not 0."""
    ordered = np.sort(rows, axis=-1)
    count = ordered.shape[-1]
    middle: NDArray[np.float64] = (ordered[..., (count - 1) // 2] + ordered[..., count // 2]) / 2
    return middle


def quantile(values: NDArray[np.float64], share: float) -> float:
    """The value that this share of the values lies below, between neighbours in proportion, as `numpy.quantile` to the bit."""
    place = share * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    ordered = np.partition(values, (low, high))
    first, second, part = float(ordered[low]), float(ordered[high]), place - low
    # Of two ways to say it, each is exact at its own end.
    return first + (second - first) * part if part < 0.5 else second - (second - first) * (1 - part)
