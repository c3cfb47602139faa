"""Simulated series on which nothing was tuned. Prints class,series,period,numerator,denominator.

As the words of the specification have it, read in another way than `generate_plain.py` reads them: gains that ease in
and out or run on to the end, three to eight uneven steps, jumps at a fifth to four fifths of the window, gains that
crumble unevenly, hard winters instead of sines, bad spells that end step by step. A quarter of all series have noise
beyond sampling, of which the month-to-month sd takes account; changes of 1.5 to 3.5 of those sd.
"""

import numpy as np
from generate_for_tuning import Array, Random, run


def gradual(t: Array, size: float, random: Random) -> Array:
    n = len(t)
    start = random.uniform(0, 0.4) * n
    if random.random() < 0.5:
        return size * np.clip((t - start) / (n - 1 - start), 0, 1)
    part = np.clip((t - start) / (random.uniform(0.5, 0.9) * (n - start)), 0, 1)
    return size * (1 - np.cos(np.pi * part)) / 2


def small_steps(t: Array, size: float, random: Random) -> Array:
    count = random.integers(3, 9)
    heights = random.uniform(0.5, 1.5, count)
    places = np.sort(random.uniform(0.08, 0.92, count)) * len(t)
    return size * ((t[:, None] >= places) * heights).sum(axis=1) / heights.sum()


def jump(t: Array, size: float, random: Random) -> Array:
    return size * (t >= random.integers(round(0.2 * len(t)), round(0.8 * len(t)) + 1))


def crumbling(t: Array, size: float, random: Random) -> Array:
    n = len(t)
    start, end = random.uniform(0.15, 0.4) * n, random.uniform(0.6, 0.95) * n
    falls = random.uniform(start + 1, end, random.integers(1, 5))
    return size * (t >= start) * (t[:, None] < falls).mean(axis=1)


def decline(t: Array, size: float, random: Random) -> Array:
    return -(gradual, jump, small_steps)[random.integers(3)](t, size, random)


def winters(t: Array, size: float, random: Random) -> Array:
    first, length = random.integers(12), random.integers(3, 6)
    return -size * (((t + first) % 12) < length)


def bad_spell(t: Array, size: float, random: Random) -> Array:
    length = random.integers(2, 5)
    return -size * np.clip(1 - np.maximum(t - length + 2, 0) / 2, 0, 1)


CURVES = {
    "gradual": gradual,
    "small-steps": small_steps,
    "jump": jump,
    "fade": crumbling,
    "decline": decline,
    "seasonal": winters,
    "regression-to-the-mean": bad_spell,
}


def draw(name: str, n: int, random: Random) -> tuple[Array, Array]:
    """Numerators and denominators of one series."""
    of = random.integers(6, 21, n) if name == "small-number" else random.integers(60, 141, n)
    share = random.uniform(0.2, 0.8)
    beyond = random.choice([0.0, 0.0, 0.0, 0.6])
    sampling = np.sqrt(share * (1 - share) / 100)
    curve = CURVES[name](np.arange(float(n)), random.uniform(1.5, 3.5), random) if name in CURVES else np.zeros(n)
    level = share + sampling * (np.sqrt(1 + beyond**2) * curve + beyond * random.standard_normal(n))
    return random.binomial(of, np.clip(level, 0.01, 0.99)).astype(float), of.astype(float)


if __name__ == "__main__":
    run(draw, __doc__ or "")
