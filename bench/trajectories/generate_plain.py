"""Simulated series that follow the words of the specification and add nothing.

Prints class,series,period,numerator,denominator.

Nine classes, equally many; monthly proportions out of 60 to 140 (6 to 20 in `small-number`); changes of 1.5 to 3.5 sd
of the month-to-month noise, which is that of sampling alone. Gradual is a straight line, small steps are equal and
evenly spread, a jump is at once and holds, a jump that dissipates is gone by the end, a decline is any of the first
three downwards, a season is a sine, a bad spell is the first two or three months.
"""

import numpy as np
from generate_for_tuning import Array, Random, run


def gradual(t: Array, size: float, random: Random) -> Array:
    n = len(t)
    start, end = random.uniform(0, 0.3) * n, random.uniform(0.7, 1.0) * n
    return size * np.clip((t - start) / (end - start), 0, 1)


def small_steps(t: Array, size: float, random: Random) -> Array:
    count = random.integers(4, 7)
    places = (np.arange(1, count + 1) / (count + 1) + random.uniform(-0.04, 0.04, count)) * len(t)
    return size * (t[:, None] >= places).mean(axis=1)


def jump(t: Array, size: float, random: Random) -> Array:
    return size * (t >= round(random.uniform(0.25, 0.75) * len(t)))


def dissipating_jump(t: Array, size: float, random: Random) -> Array:
    n = len(t)
    since = t - round(random.uniform(0.2, 0.45) * n)
    hold, fall, kind = random.uniform(0.1, 0.2) * n, random.uniform(0.1, 0.25) * n, random.integers(3)
    shapes = [since < hold + fall, np.clip(1 - (since - hold) / fall, 0, 1), 0.5 ** (since / (0.1 * n))]
    return size * np.where(since >= 0, shapes[kind], 0.0)


def decline(t: Array, size: float, random: Random) -> Array:
    return -(gradual, small_steps, jump)[random.integers(3)](t, size, random)


def seasonal(t: Array, size: float, random: Random) -> Array:
    return size * np.sin(2 * np.pi * (t / 12 + random.uniform()))


def bad_spell(t: Array, size: float, random: Random) -> Array:
    return -size * (t < random.integers(2, 4))


CURVES = {
    "gradual": gradual,
    "small-steps": small_steps,
    "jump": jump,
    "fade": dissipating_jump,
    "decline": decline,
    "seasonal": seasonal,
    "regression-to-the-mean": bad_spell,
}


def draw(name: str, n: int, random: Random) -> tuple[Array, Array]:
    """Numerators and denominators of one series."""
    of = random.integers(6, 21, n) if name == "small-number" else random.integers(60, 141, n)
    share = random.uniform(0.25, 0.75)
    curve = CURVES[name](np.arange(float(n)), random.uniform(1.5, 3.5), random) if name in CURVES else np.zeros(n)
    level = np.clip(share + np.sqrt(share * (1 - share) / 100) * curve, 0.01, 0.99)
    return random.binomial(of, level).astype(float), of.astype(float)


if __name__ == "__main__":
    run(draw, __doc__ or "")
