"""The size of a change integrated out in closed form, and the sum over the cells of the grid of noise; many series at once.

For each noise (a correlation with or without season) the log weight of a cell is linear in 1, 1/s and 1/s², s being the sd of the
noise: so the cells of a noise are a product of two small matrices, and what is summed over them another.
"""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
SIZES = ((2.4, 0.7, 0.85), (5.0, 2.2, 0.15))
WIDTH = np.array([width for _, width, _ in SIZES])
PULLED = np.array([middle / width**2 for middle, width, _ in SIZES])
PRIOR = np.array([log(share) - (middle / width) ** 2 / 2 - log(width) for middle, width, share in SIZES])
NEGLIGIBLE = 14.0
TINY = 1e-300
NEVER = -1e6
STEP = 4


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells (b, c, s): log weight without a change, and sd of the noise (b, s)."""

    steady: Array
    scales: Array


@dataclass(frozen=True, slots=True)
class Moments:
    """By series, direction (better, worse) and template (b, 2, t): log evidence, mean and sd of the size of the change."""

    moved: Array
    size: Array
    spread: Array


def moments(grid: Grid, along: Array, across: Array) -> Moments:
    """The evidence of each template in each direction, over the cells that matter to the best of them."""
    most = np.where(across > 1e-9, along * along / np.where(across > 1e-9, across, 1.0), 0.0).max(axis=-1)
    best = grid.steady + 0.5 * most[:, :, None] / grid.scales[:, None, :] ** 2
    bound = best.max(axis=(1, 2))
    kept = best > (bound - NEGLIGIBLE)[:, None, None]
    sums, greatest = _summed(grid.steady - bound[:, None, None], kept, 1 / grid.scales, along, across)
    # From the bound to the greatest weight there is, so that what is too small to be told apart from nothing is the same.
    down = greatest[:, None, None]
    total = sums[:, 0] / down + TINY
    mean, square = sums[:, 1] / down / total, sums[:, 2] / down / total
    moved = bound[:, None, None] + np.log(down) + np.log(total)
    return Moments(moved, mean, np.sqrt(np.maximum(square - mean * mean, 0.0)))


def _summed(cells: Array, kept: NDArray[np.bool_], inverse: Array, along: Array, across: Array) -> tuple[Array, Array]:
    """Weight, first and second moment (b, 3, 2, t), and the greatest weight (b,)."""
    parts = np.zeros((along.shape[1], along.shape[0], 3, 2, along.shape[2]))
    greatest = np.zeros(along.shape[:2])
    first = kept.argmax(axis=-1)
    width = np.where(kept.any(axis=-1), kept.shape[-1] - kept[..., ::-1].argmax(axis=-1) - first, 0)
    steps = -(-width // STEP)
    # The width of a noise decides in which company it is summed: that of a product depends on it and on nothing else.
    for wide in range(1, int(steps.max()) + 1):
        b, c = np.nonzero(steps == wide)
        if len(b):
            places = first[b, c, None] + np.arange(wide * STEP)
            within = places < kept.shape[-1]
            places = np.where(within, places, 0)
            used = within & kept[b[:, None], c[:, None], places]
            cell = np.where(used, cells[b[:, None], c[:, None], places], NEVER)
            scale = np.where(used, inverse[b[:, None], places], 0.0)
            parts[c, b], greatest[b, c] = _moments(cell, scale, along[b, c], across[b, c])
    found = parts[0]
    for part in parts[1:]:
        found = found + part
    return found, greatest.max(axis=-1)


def _moments(cell: Array, scale: Array, along: Array, across: Array) -> tuple[Array, Array]:
    """For pairs of a series and a noise: cells and 1/s (p, w), products (p, t). Sums (p, 3, 2, t), greatest weight (p,)."""
    p, w = cell.shape
    precision = across[:, None] + WIDTH[:, None] ** -2
    inverse = 1 / precision
    pulled = along[:, None] * inverse
    drawn = np.empty((p, len(SIZES), 4, along.shape[1]))
    drawn[:, :, 0] = PRIOR[:, None] + 0.5 * (PULLED[:, None] ** 2 * inverse - np.log(precision))
    drawn[:, :, 1] = 1.0
    drawn[:, :, 2] = 0.5 * along[:, None] * pulled
    drawn[:, :, 3] = PULLED[:, None] * pulled
    rows = np.empty((p, 1, 2, w, 4))
    rows[..., 0] = 1.0
    rows[..., 1] = cell[:, None, None]
    rows[..., 2] = (scale * scale)[:, None, None]
    rows[..., 0, :, 3] = scale[:, None]
    rows[..., 1, :, 3] = -scale[:, None]
    weights = rows.reshape(p, 1, 2 * w, 4) @ drawn
    np.exp(weights, out=weights)
    powers = np.stack([np.ones_like(scale), scale, scale * scale], axis=1)
    sums = powers[:, None, None] @ weights.reshape(p, len(SIZES), 2, w, -1)
    return _of_sizes(sums, along, inverse), weights.reshape(p, -1).max(axis=-1)


def _of_sizes(sums: Array, along: Array, inverse: Array) -> Array:
    """From sums of 1, 1/s and 1/s² (p, 2 sizes, 2 directions, 3, t) to those of the weights and of the size of the change."""
    found = np.zeros((len(sums), 3, 2, along.shape[-1]))
    for k, pulled in enumerate(PULLED):
        for side, signed in enumerate((along, -along)):
            none, one, two = (sums[:, k, side, power] for power in range(3))
            first = signed * one
            mean = (first + pulled * none) * inverse[:, k]
            square = (signed * signed * two + pulled * (2 * first + pulled * none)) * inverse[:, k] ** 2
            found[:, 0, side] += none
            found[:, 1, side] += mean
            found[:, 2, side] += square + none * inverse[:, k]
    return found
