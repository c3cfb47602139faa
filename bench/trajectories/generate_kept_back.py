"""Simulated series kept back for reporting: nothing is ever chosen on them. Prints class,series,period,numerator,denominator.

Drawn so that the judgement of issue 14's time and least squares got about the figures that a generator nobody here has seen gave
them. Gains are slow or quick S-curves, lines that end anywhere, or still rise at the end; small steps come where they will;
a jump may take a month to be whole; fades crumble, halve or end; bad spells are two to four months, some of which taper
off; seasons are a sine with a second wave in it; in a third of all series noise beyond sampling carries over.
"""

import numpy as np
from generate_for_tuning import Array, Random, run

CARRY = 0.5


def gradual(t: Array, size: float, random: Random) -> Array:
    n, kind = len(t), random.integers(3)
    if kind == 0:
        middle, width = random.uniform(0.35, 0.7) * n, random.uniform(0.06, 0.16) * n
        return size / (1 + np.exp(-(t - middle) / width))
    start = random.uniform(0.05, 0.45) * n
    if kind == 1:
        return size * np.clip((t - start) / (random.uniform(0.3, 0.8) * n), 0, 1)
    return size * np.where(t >= start, 1 - np.exp(-(t - start) / (random.uniform(0.12, 0.3) * n)), 0.0)


def small_steps(t: Array, size: float, random: Random) -> Array:
    heights = random.dirichlet(np.full(random.integers(3, 7), 3.0))
    places = np.sort(random.uniform(0.1, 0.85, len(heights))) * len(t)
    return size * ((t[:, None] >= places) * heights).sum(axis=1)


def jump(t: Array, size: float, random: Random) -> Array:
    since = t - round(random.uniform(0.2, 0.75) * len(t))
    return size * np.clip((since + 1) / random.integers(1, 3), 0, 1)


def fade(t: Array, size: float, random: Random) -> Array:
    n, kind = len(t), random.integers(3)
    since = t - round(random.uniform(0.15, 0.45) * n)
    hold = random.uniform(0.1, 0.3) * n
    if kind == 0:
        curve = np.where(since < hold + 0.05 * n, 1.0, random.choice([0.0, 0.15]))
    elif kind == 1:
        curve = np.clip(1 - (since - hold / 2) / (random.uniform(0.2, 0.35) * n), 0, 1)
    else:
        curve = 0.5 ** (np.maximum(since, 0) / (random.uniform(0.08, 0.16) * n))
    return size * np.where(since >= 0, curve, 0.0)


def decline(t: Array, size: float, random: Random) -> Array:
    return -(gradual, small_steps, jump)[random.integers(3)](t, size, random)


def seasonal(t: Array, size: float, random: Random) -> Array:
    angle = 2 * np.pi * (t + random.uniform(0, 12)) / 12
    wave = np.sin(angle) + random.uniform(0, 0.5) * np.sin(2 * angle + random.uniform(0, 6.3))
    return 0.6 * size * wave / np.abs(wave).max()


def bad_spell(t: Array, size: float, random: Random) -> Array:
    n = len(t)
    if random.random() < 0.75:
        path = 0.4 * size * carried(2 * n, random, random.uniform(0.5, 0.75))
        start = int(np.argmin(np.convolve(path, np.ones(3), "valid")[:n]))
        return path[start : start + n]
    return -0.8 * size * np.clip((random.integers(2, max(5, n // 5)) - t) / random.integers(1, 4), 0, 1)


def carried(n: int, random: Random, rho: float) -> Array:
    """Noise of sd 1 that carries over."""
    noise = random.standard_normal(n)
    for i in range(1, n):
        noise[i] = rho * noise[i - 1] + np.sqrt(1 - rho**2) * noise[i]
    return noise


CURVES = {
    "gradual": gradual,
    "small-steps": small_steps,
    "jump": jump,
    "fade": fade,
    "decline": decline,
    "seasonal": seasonal,
    "regression-to-the-mean": bad_spell,
}


def draw(name: str, n: int, random: Random) -> tuple[Array, Array]:
    """Numerators and denominators of one series."""
    of = random.integers(6, 21, n) if name == "small-number" else random.integers(60, 141, n)
    share = random.uniform(0.25, 0.8)
    noise = np.sqrt(share * (1 - share) / 100)
    curve = CURVES[name](np.arange(float(n)), random.uniform(1.5, 3.5), random) if name in CURVES else np.zeros(n)
    beyond = random.choice([0.0, 0.0, 0.5, 0.6])
    more = beyond * carried(n, random, random.choice([0.0, CARRY]))
    curve = curve * np.sqrt(1 + beyond**2)
    level = np.clip(share + noise * (curve + more), 0.01, 0.99)
    return random.binomial(of, level).astype(float), of.astype(float)


if __name__ == "__main__":
    run(draw, __doc__ or "")
