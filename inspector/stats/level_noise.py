"""Series of one length on a scale of equal noise, many at once: proportions, counts and plain numbers (b, n).

Each function gives the readings and the noise of each, up to a factor. A row does not depend on the others.
"""

import numpy as np
from numpy.typing import NDArray

from inspector.stats.median import medians

Array = NDArray[np.float64]
CLIP = 4.0


def proportions(x: Array, n: Array) -> tuple[Array, Array]:
    """Twice the arcsine of the root, less a quarter turn: odd in 2x - n, so that mirroring only changes the sign."""
    return np.arcsin((2 * x - n) / (n + 0.75)), 1 / np.sqrt(n + 0.5)


def counts(x: Array, exposure: Array) -> tuple[Array, Array]:
    """Twice the square root of the rate; its noise depends on the exposure alone."""
    return 2 * np.sqrt((x + 0.375) / exposure), 1 / np.sqrt(exposure)


def plain(values: Array) -> tuple[Array, Array]:
    """Centred on the median, scaled by the spread, lone points pulled in to four robust sd from their neighbours.

    What varies by no more than the last digits of its numbers is level.
    """
    noise = np.ones_like(values)
    if not values.shape[-1]:
        return values, noise
    y = values - medians(values)[:, None]
    reach = np.abs(y).max(axis=-1)
    level = reach <= 1e-12 * np.abs(values).max(axis=-1)
    y = y / np.where(level, 1.0, reach)[:, None]
    local = _local_medians(y)
    away = y - local
    scale = 1.4826 * medians(np.abs(away))[:, None]
    pulled = local + np.clip(away, -CLIP * scale, CLIP * scale)
    return np.where(level[:, None], 0.0, np.where(scale > 1e-9, pulled, y)), noise


def _local_medians(y: Array) -> Array:
    """The median of each point and its two neighbours on either side; near an end the window is cut evenly."""
    n = y.shape[-1]
    found = np.empty_like(y)
    if n > 4:
        wide = np.lib.stride_tricks.sliding_window_view(y, 5, axis=-1)
        found[:, 2:-2] = medians(wide)
    for i in (i for i in range(n) if min(i, n - 1 - i) < 2):
        reach = min(2, i, n - 1 - i)
        window = y[:, :3] if i == 0 else y[:, i - reach : i + reach + 1]
        found[:, i] = medians(y[:, -3:] if i == n - 1 else window)
    return found
