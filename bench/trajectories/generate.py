"""Simulated series for reporting, unlike those tuned on. Prints class,series,period,numerator,denominator.

Gradual gains follow S-curves and saturating curves; small steps differ in height; jumps take up to two months and
wobble; fades are exponential, linear or at once, and some leave a tenth; declines come in each kind; seasons are
uneven month patterns; a bad spell is the worst three months of a record of noise that carries over (AR(1)), where the
window is made to begin; noise beyond sampling is beta, not normal, and a fifth of all series carry over.
"""

import numpy as np
from generate_for_tuning import Array, Random, run


def gradual(t: Array, size: float, random: Random) -> Array:
    n = len(t)
    if random.random() < 0.5:
        middle, width = random.uniform(0.35, 0.65) * n, random.uniform(0.08, 0.18) * n
        return size / (1 + np.exp(-(t - middle) / width))
    start, life = random.uniform(0, 0.3) * n, random.uniform(0.2, 0.4) * n
    return size * np.where(t >= start, 1 - np.exp(-(t - start) / life), 0.0)


def small_steps(t: Array, size: float, random: Random) -> Array:
    n, count = len(t), random.integers(4, 9)
    heights = random.dirichlet(np.full(count, 4.0))
    places = np.linspace(0.12, 0.85, count) * n + random.uniform(-0.05, 0.05, count) * n
    return size * ((t[:, None] >= places) * heights).sum(axis=1)


def jump(t: Array, size: float, random: Random) -> Array:
    since = t - random.integers(max(3, len(t) // 5), len(t) - max(3, len(t) // 5))
    rise = np.clip((since + 1) / random.integers(1, 3), 0, 1)
    return size * rise * (1 + random.uniform(-0.1, 0.1) * np.sin(since))


def fade(t: Array, size: float, random: Random) -> Array:
    n = len(t)
    since = t - random.integers(max(2, n // 6), n // 2)
    hold, kind = random.uniform(0.08, 0.3) * n, random.integers(3)
    lasts = [
        np.exp(-np.maximum(since, 0) / (random.uniform(0.1, 0.2) * n)),
        np.clip(1 - (since - hold / 2) / (random.uniform(0.15, 0.3) * n), 0, 1),
        (since < hold + 1).astype(float),
    ]
    left = random.choice([0.0, 0.0, 0.1])
    return size * np.where(since >= 0, left + (1 - left) * lasts[kind], 0.0)


def decline(t: Array, size: float, random: Random) -> Array:
    kind = (gradual, small_steps, jump)[random.integers(3)]
    return -kind(t, size, random)


def seasonal(t: Array, size: float, random: Random) -> Array:
    pattern = np.convolve(random.standard_normal(12), [0.25, 0.5, 0.25], "same")
    pattern -= pattern.mean()
    return size * pattern[t.astype(int) % 12] / np.abs(pattern).max()


def carried(n: int, random: Random, rho: float) -> Array:
    """AR(1) noise of sd 1."""
    noise = random.standard_normal(n)
    for i in range(1, n):
        noise[i] = rho * noise[i - 1] + np.sqrt(1 - rho**2) * noise[i]
    return noise


def bad_spell(t: Array, size: float, random: Random) -> Array:
    n = len(t)
    record = 0.4 * size * carried(2 * n + 2, random, 0.6)
    spells = np.convolve(record[: n + 2], np.ones(3) / 3, "valid")
    start = int(np.argmin(spells))
    return record[start : start + n]


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
    share = random.uniform(0.25, 0.85)
    noise = np.sqrt(share * (1 - share) / 100)
    t, size = np.arange(float(n)), random.uniform(1.5, 3.5)
    curve = CURVES[name](t, size, random) if name in CURVES else 0.0 * t
    extra = 0.4 * carried(n, random, 0.4) if random.random() < 0.2 else 0.0 * t
    level = np.clip(share + noise * (curve + extra), 0.02, 0.98)
    if random.random() < 0.3:
        level = random.beta(400 * level, 400 * (1 - level))
    return random.binomial(of, level).astype(float), of.astype(float)


if __name__ == "__main__":
    run(draw, __doc__ or "")
