"""A series and its templates seen through each noise of the grid, with the level projected out; many series at once.

Noise that carries over by AR(1) has a covariance whose inverse is tridiagonal, whatever the gaps; a season adds four waves to it
(Woodbury's identity). So a template costs a few products with vectors of the series, and all templates one product of
matrices: one for each series, of a shape that does not depend on how many there are, so that neither does the answer.

Reference: Rybicki and Press (1995), Physical Review Letters 74, 1060 (the inverse); Golub and Van Loan, Matrix
Computations, 4th ed., section 2.1.4 (Woodbury).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inspector.stats.noise_grid import CARRIED, SEASONS

Array = NDArray[np.float64]
WAVES = ((1, 0.75), (2, 0.25))


@dataclass(frozen=True, slots=True)
class Seen:
    """By series and noise (b, c), correlations before seasons.

    `size` is half the log determinant of the noise and what projecting out the level adds, `left` (b, c) the sum of squares
    of the series, `along` and `across` (b, c, t) the products of the templates with it and with themselves.
    """

    size: Array
    left: Array
    along: Array
    across: Array


@dataclass(frozen=True, slots=True)
class _Carried:
    """What undoes the correlation (r, n): z_i = (x_i - carry_i x_(i-1)) stretch_i."""

    carry: Array
    stretch: Array

    def undo(self, x: Array) -> Array:
        """(b, k, n) or (b, n) made uncorrelated: (b, r, k, n)."""
        x = x[:, None, :, :]
        z = np.empty((x.shape[0], len(self.carry), *x.shape[2:]))
        z[..., :1] = x[..., :1]
        z[..., 1:] = (x[..., 1:] - self.carry[:, None, 1:] * x[..., :-1]) * self.stretch[:, None, 1:]
        return z

    def back(self, z: Array) -> Array:
        """The transpose of `undo` for (b, r, k, n)."""
        found = z * self.stretch[:, None, :]
        found[..., :-1] -= self.carry[:, None, 1:] * found[..., 1:]
        return found


def seen_through(periods: Array, months: Array | None, series: Array, pull: Array, curves: Array) -> Seen:
    """`series` and `pull` (b, n) at `periods` (n,), `curves` (t, n); `months` (b, n) where a season may be in the noise."""
    carried = _carried(periods)
    pairs = np.stack([pull, series], axis=1)
    z = carried.undo(pairs)
    half = np.log(carried.stretch).sum(axis=-1)
    plain = _levelled(z, z, -half)
    found, waves = [plain], None
    if months is not None:
        waves, logs = _waves(carried.undo(_season(months, pull)))
        inner = z - (z @ waves.swapaxes(-1, -2)) @ waves
        found.append(_levelled(z, inner, logs - half))
    return _products(carried, pull, curves, found, waves)


def _carried(periods: Array) -> _Carried:
    carry = np.zeros((len(CARRIED), len(periods)))
    carry[:, 1:] = np.array(CARRIED)[:, None] ** np.diff(periods)
    return _Carried(carry, 1 / np.sqrt(1 - carry * carry))


def _season(months: Array, pull: Array) -> Array:
    """The waves of a season (b, 4, n), of the amplitude that the grid knows."""
    turn = 2 * np.pi * months / 12
    amplitude = SEASONS[1][0]
    waves = [amplitude * share**0.5 * wave(k * turn) * pull for k, share in WAVES for wave in (np.cos, np.sin)]
    return np.stack(waves, axis=1)


def _waves(z: Array) -> tuple[Array, Array]:
    """Waves (b, r, 4, n) such that without them the season is undone too, and half the log determinant of that (b, r)."""
    factor = np.linalg.cholesky(np.eye(z.shape[-2]) + z @ z.swapaxes(-1, -2))
    logs = np.log(np.diagonal(factor, axis1=-2, axis2=-1).copy()).sum(axis=-1)
    return np.linalg.inv(factor) @ z, logs


@dataclass(frozen=True, slots=True)
class _Levelled:
    """`size` and `left` (b, r) as in `Seen`, `norm` (b, r) of the level, and the two (b, r, 2, n) held against templates."""

    size: Array
    left: Array
    norm: Array
    both: Array


def _levelled(z: Array, inner: Array, logs: Array) -> _Levelled:
    """`z` (b, r, 2, n) are level and series, `inner` the same times the inverse of the noise."""
    level, held = z[:, :, 0], inner[:, :, 0]
    norm = (level * held).sum(axis=-1)
    share = ((z[:, :, 1] * held).sum(axis=-1) / norm)[..., None]
    rest, rest_held = z[:, :, 1] - share * level, inner[:, :, 1] - share * held
    left = (rest * rest_held).sum(axis=-1)
    return _Levelled(logs + 0.5 * np.log(norm), left, norm, np.stack([held, rest_held], axis=2))


def _products(carried: _Carried, pull: Array, curves: Array, found: list[_Levelled], waves: Array | None) -> Seen:
    """The products of the templates with what they are held against: one product of matrices for each series."""
    b, r, n = len(pull), len(CARRIED), pull.shape[-1]
    held = np.concatenate([one.both for one in found] + ([] if waves is None else [waves]), axis=2)
    columns = (carried.back(held) * pull[:, None, None, :]).reshape(b, -1, n)
    products = (columns @ curves.T).reshape(b, r, held.shape[2], -1)
    squares = _squares(carried, pull, curves)
    along, across = [], []
    for k, one in enumerate(found):
        level = products[:, :, 2 * k]
        along.append(products[:, :, 2 * k + 1])
        across.append(squares - level * level / one.norm[..., None])
    if waves is not None:
        across[1] = across[1] - _sum_of_squares(products[:, :, 4:])
    return Seen(
        np.stack([one.size for one in found], axis=2).reshape(b, -1),
        np.stack([one.left for one in found], axis=2).reshape(b, -1),
        np.stack(along, axis=2).reshape(b, len(found) * r, -1),
        np.stack(across, axis=2).reshape(b, len(found) * r, -1),
    )


def _sum_of_squares(four: Array) -> Array:
    a, b, c, d = (four[:, :, k] for k in range(four.shape[2]))
    found: Array = (a * a + b * b) + (c * c + d * d)
    return found


def _squares(carried: _Carried, pull: Array, curves: Array) -> Array:
    """The sums of squares of the templates without the correlation (b, r, t), before the level is projected out."""
    own = carried.stretch**2
    own[:, :-1] += (carried.carry[:, 1:] * carried.stretch[:, 1:]) ** 2
    beside = -2 * carried.carry[:, 1:] * carried.stretch[:, 1:] ** 2
    weights = np.concatenate(
        [own * (pull * pull)[:, None, :], beside * (pull[:, 1:] * pull[:, :-1])[:, None, :]], axis=-1
    )
    found: Array = weights @ np.concatenate([curves * curves, curves[:, 1:] * curves[:, :-1]], axis=1).T
    return found
