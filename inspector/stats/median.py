"""The median, without what `numpy.median` brings along: it imports all of `numpy.ma` to look for masks."""

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
