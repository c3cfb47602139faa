"""Simulated series of rougher going, for tuning. Prints class,series,period,numerator,denominator.

The curves of the other generators for tuning, and gains that ease in or run out, under noise beyond sampling in half of all
series, white or carried over; a bad spell is where a record of noise that carries over happens to be at its worst.
"""

import generate_apart
import generate_for_tuning
import generate_plain
import numpy as np
from generate_for_tuning import Array, Random, run

READINGS = (generate_for_tuning.CLASSES, generate_plain.CURVES, generate_apart.CURVES)


def eased(t: Array, size: float, random: Random) -> Array:
    n, begin = len(t), random.uniform(0, 0.4)
    part = np.clip((t / n - begin) / random.uniform(0.3, 0.8), 0, None)
    return size * (
        np.tanh(random.uniform(1, 2) * part)
        if random.random() < 0.5
        else np.clip(part, 0, 1) ** 2 * (3 - 2 * np.clip(part, 0, 1))
    )


def carried(n: int, random: Random) -> Array:
    """Noise of sd 1 that carries over, with nothing for a correlation of nought."""
    carry, noise = random.choice([0.0, 0.3, 0.5, 0.7]), random.standard_normal(n)
    for i in range(1, n):
        noise[i] = carry * noise[i - 1] + np.sqrt(1 - carry**2) * noise[i]
    return noise


def worst_first(t: Array, size: float, random: Random) -> Array:
    path = random.uniform(0.2, 0.5) * size * carried(3 * len(t), random)
    start = int(np.argmin(np.convolve(path, np.ones(random.integers(2, 4)), "valid")[: 2 * len(t)]))
    return path[start : start + len(t)]


def curve_of(name: str, t: Array, size: float, random: Random) -> Array:
    if name == "regression-to-the-mean" and random.random() < 0.5:
        return worst_first(t, size, random)
    if name in ("gradual", "decline") and random.random() < 0.3:
        return eased(t, size, random) * (1 if name == "gradual" else -1)
    reading = READINGS[random.integers(len(READINGS))]
    return reading[name](t, size, random) if name in reading else 0.0 * t


def draw(name: str, n: int, random: Random) -> tuple[Array, Array]:
    """Numerators and denominators of one series."""
    of = random.integers(6, 21, n) if name == "small-number" else random.integers(60, 141, n)
    share = random.uniform(0.2, 0.8)
    beyond = random.choice([0.0, random.uniform(0.2, 0.8)])
    curve = curve_of(name, np.arange(float(n)), random.uniform(1.5, 3.5), random)
    noise = np.sqrt(share * (1 - share) / 100)
    level = share + noise * (np.sqrt(1 + random.choice([0.0, 1.0]) * beyond**2) * curve + beyond * carried(n, random))
    return random.binomial(of, np.clip(level, 0.01, 0.99)).astype(float), of.astype(float)


if __name__ == "__main__":
    run(draw, __doc__ or "")
