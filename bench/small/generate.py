"""Series of services that count few, rare events, and figures that run on; by seeds and shapes not used for tuning.

Tuned on: straight lines, ramps, jumps and three to six even steps of 12, 5 and 20 cases by Poisson, seeds below 100. Here:
uneven steps, S-curves, saturating gains and jumps that take two months; denominators negative binomial or fixed.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Random = np.random.Generator
GAINS = ("s-curve", "saturating", "uneven steps", "jump")


def curve(kind: str, n: int, random: Random) -> Array:
    """From 0 to 1 over `n` periods; nought throughout for `none`."""
    t = np.arange(float(n))
    if kind == "s-curve":
        middle, width = random.uniform(0.35, 0.6) * n, random.uniform(0.06, 0.14) * n
        made = 1 / (1 + np.exp(-(t - middle) / width))
        return (made - made[0]) / (made[-1] - made[0])
    if kind == "saturating":
        start, life = random.uniform(0.05, 0.35) * n, random.uniform(0.12, 0.3) * n
        made = np.where(t >= start, 1 - np.exp(-(t - start) / life), 0.0)
        return made / made[-1]
    if kind == "uneven steps":
        count = random.integers(2, 7)
        heights = random.dirichlet(np.full(count, 3.0))
        places = np.sort(random.uniform(0.1, 0.85, count)) * n
        return ((t[:, None] >= places) * heights).sum(axis=1)
    if kind == "jump":
        since = t - random.integers(round(0.2 * n), round(0.75 * n))
        return np.clip((since + 1) / random.integers(1, 3), 0, 1)
    return 0.0 * t


def shares(kind: str, n: int, cases: int, gain: float, random: Random, beyond: float = 0.0) -> tuple[Array, Array]:
    """Numerators and denominators: about `cases` a month, of which a share rises by `gain`; `beyond` sd of other noise."""
    of = np.full(n, cases) if random.random() < 0.3 else 1 + random.negative_binomial(12, 12 / (12 + cases - 1), n)
    least = random.uniform(0.08, 0.92 - gain)
    level = least + gain * curve(kind, n, random)
    noise = beyond * np.sqrt(level * (1 - level) / cases) * random.standard_normal(n)
    return random.binomial(of, np.clip(level + noise, 0.005, 0.995)).astype(float), of.astype(float)


def events(kind: str, n: int, mean: float, left: float, random: Random) -> Array:
    """Events a month, `mean` at first, of which `left` is left in the end."""
    return random.poisson(mean * left ** curve(kind, n, random)).astype(float)


def running(n: int, window: int, random: Random, gain: float = 0.0, plain: bool = False) -> list[tuple[float, float]]:
    """Figures over `window` months, given each month; plain ones as a mean out of nothing (nought)."""
    m = n + window - 1
    level = random.uniform(0.3, 0.6) + gain * curve("jump", m, random)
    of = random.integers(20, 120) + random.integers(0, 20, m)
    x = random.binomial(of, level)
    if plain:
        return [(round(float(100 * (x / of)[k : k + window].mean()), 2), 0.0) for k in range(n)]
    return [(float(x[k : k + window].sum()), float(of[k : k + window].sum())) for k in range(n)]
