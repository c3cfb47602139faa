"""The median, without what `numpy.median` brings along: it imports all of `numpy.ma` to look for masks."""

import numpy as np
from numpy.typing import NDArray


def median(values: NDArray[np.float64]) -> float:
    """The middle of the values, or the mean of the two in the middle. `values` is not empty and holds no NaN."""
    ordered = np.sort(values)
    count = len(ordered)
    return float((ordered[(count - 1) // 2] + ordered[count // 2]) / 2)
